package nl.beleidstafel.collab.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import nl.beleidstafel.protocol.Message;

/// One message for many sessions of a room, with the forms it was encoded to. Used on the room's
/// event loop only; the forms themselves may go anywhere if they are immutable.
public final class Broadcast {
  private final Message message;
  private final Map<Object, Object> forms = new HashMap<>(4);

  public Broadcast(Message message) {
    this.message = message;
  }

  public Message message() {
    return message;
  }

  /// The message in the form that `key` names (dialect and address), made once.
  ///
  /// @param key has content equality and always stands for the same `encoder` and type
  @SuppressWarnings("unchecked")
  public <F> F form(Object key, Function<Message, F> encoder) {
    Object form = forms.get(key);
    if (form == null) {
      form = encoder.apply(message);
      forms.put(key, form);
    }
    return (F) form;
  }
}
