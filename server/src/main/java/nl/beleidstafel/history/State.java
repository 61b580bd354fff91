package nl.beleidstafel.history;

import java.util.Locale;
import java.util.Optional;

/// How far the work on a section is.
enum State {
  TO_DO,
  DRAFT,
  REVIEW,
  AGREED,
  /// Nobody changes the text any more.
  FIXED;

  /// As the API and the database spell it.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace("_", "");
  }

  static Optional<State> of(String word) {
    for (State state : values()) {
      if (state.word().equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
