package nl.beleidstafel.http;

import java.util.Set;
import nl.beleidstafel.base.Limits;

/// What the body of a request may be.
///
/// @param mediaTypes the types taken, in lower case
/// @param sizeMaxBytes where reading stops
public record BodyKind(Set<String> mediaTypes, int sizeMaxBytes) {
  public static final BodyKind JSON =
      new BodyKind(Set.of("application/json"), Limits.JSON_BODY_SIZE_MAX_BYTES);

  public BodyKind {
    mediaTypes = Set.copyOf(mediaTypes);
  }
}
