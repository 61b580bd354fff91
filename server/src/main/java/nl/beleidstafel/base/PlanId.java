package nl.beleidstafel.base;

import java.util.UUID;

/// Names a plan. Random, so that it cannot be guessed.
public record PlanId(UUID value) {
  /// Reads the 36-character text form; throws {@link IllegalArgumentException} on anything else.
  public static PlanId parse(String text) {
    return new PlanId(Ids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
