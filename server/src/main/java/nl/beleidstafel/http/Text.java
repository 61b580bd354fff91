package nl.beleidstafel.http;

/// A message in each language.
public record Text(String dutch, String english) {
  public String in(Language language) {
    return switch (language) {
      case NL -> dutch;
      case EN -> english;
    };
  }
}
