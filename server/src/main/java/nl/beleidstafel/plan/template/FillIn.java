package nl.beleidstafel.plan.template;

import java.util.List;
import nl.beleidstafel.prose.FillInKind;
import org.jspecify.annotations.Nullable;

/// A place where a municipality writes its own words. Immutable.
///
/// @param key unique in its section
/// @param kind what is asked for
/// @param label shown while the place is empty, in Dutch
/// @param unit what a number counts, or null
/// @param register the view of a register that offers the answers, or null
/// @param text what stands there from the start; may be empty and may hold other fill-ins
public record FillIn(
    String key,
    FillInKind kind,
    String label,
    @Nullable String unit,
    @Nullable String register,
    List<Inline> text) {

  public FillIn {
    text = List.copyOf(text);
  }
}
