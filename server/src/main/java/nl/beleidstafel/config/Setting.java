package nl.beleidstafel.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One thing an operator can set.
///
/// @param key as in the file, dots between levels: `database.url`
/// @param preset what holds where nothing is set; of the kind's type
/// @param secret its value is never printed
public record Setting(String key, Kind kind, Object preset, boolean secret) {
  private static final String PREFIX = "BELEIDSTAFEL_";

  /// What a value may be.
  public sealed interface Kind {
    /// Any text.
    record Text() implements Kind {}

    /// A whole number, both ends included.
    record Whole(int min, int max) implements Kind {}

    /// True or false.
    record Flag() implements Kind {}

    /// One of some words.
    record Choice(List<String> words) implements Kind {
      public Choice {
        words = List.copyOf(words);
      }
    }
  }

  /// The environment variable that overrides the file.
  public String variable() {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  static boolean isOurs(String variable) {
    return variable.startsWith(PREFIX);
  }

  /// What a value must be, to end the sentence "X must be ...".
  String expectation() {
    return switch (kind) {
      case Kind.Text _ -> "a text";
      case Kind.Whole whole -> "a whole number from " + whole.min() + " to " + whole.max();
      case Kind.Flag _ -> "true or false";
      case Kind.Choice choice ->
          String.join(", ", choice.words().subList(0, choice.words().size() - 1))
              + " or "
              + choice.words().getLast();
    };
  }

  /// The value as this setting's type; empty where it is none. A variable's value is always a text.
  Optional<Object> parse(Object value) {
    return switch (kind) {
      case Kind.Text _ -> value instanceof String ? Optional.of(value) : Optional.empty();
      case Kind.Whole whole ->
          whole(value).filter(n -> n >= whole.min() && n <= whole.max()).map(Object.class::cast);
      case Kind.Flag _ ->
          word(value).filter(List.of("true", "false")::contains).map(Boolean::valueOf);
      case Kind.Choice choice ->
          word(value).filter(choice.words()::contains).map(Object.class::cast);
    };
  }

  private static Optional<Integer> whole(Object value) {
    if (value instanceof Integer number) {
      return Optional.of(number);
    }
    if (value instanceof String text && text.matches("-?\\d{1,9}")) {
      return Optional.of(Integer.valueOf(text));
    }
    return Optional.empty();
  }

  /// YAML reads `on` and `true` as a truth: as a word it is `true` or `false`.
  private static Optional<String> word(Object value) {
    return switch (value) {
      case Boolean truth -> Optional.of(truth.toString());
      case String text -> Optional.of(text.toLowerCase(Locale.ROOT));
      default -> Optional.empty();
    };
  }
}
