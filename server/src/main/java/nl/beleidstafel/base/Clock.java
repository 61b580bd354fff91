package nl.beleidstafel.base;

/// The time, as a parameter, so that tests advance it instead of sleeping.
@FunctionalInterface
public interface Clock {
  /// Milliseconds since 1970-01-01 UTC.
  long nowMs();
}
