package nl.beleidstafel.protocol.hocuspocus;

import nl.beleidstafel.protocol.CloseReason;
import nl.beleidstafel.protocol.ProtocolException;

/// Which document on the socket, and for providers with `sessionAwareness` which of several clients
/// of it. Answers carry the same text, else the provider drops them without a word. Source:
/// hocuspocus `packages/common/src/routingKey.ts`.
///
/// @param text `document` or `document NUL session`
public record Address(String text) {
  private static final char SEPARATOR = '\0';

  public Address {
    if (document(text).isBlank()) {
      throw new ProtocolException(CloseReason.UNAUTHORIZED, "no document named");
    }
  }

  /// The document's name, without session.
  public String document() {
    return document(text);
  }

  private static String document(String text) {
    int end = text.indexOf(SEPARATOR);
    return end < 0 ? text : text.substring(0, end);
  }
}
