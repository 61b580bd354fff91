package nl.beleidstafel.http;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/// The languages the server speaks in its messages.
public enum Language {
  NL,
  EN;

  private static final int ACCEPT_MAX_CHARS = 200;
  private static final List<Locale> SPOKEN =
      List.of(Locale.forLanguageTag("nl"), Locale.forLanguageTag("en"));

  /// The language wanted by an `Accept-Language` header; Dutch where it is absent or unreadable.
  public static Language of(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.length() > ACCEPT_MAX_CHARS) {
      return NL;
    }
    try {
      Locale found = Locale.lookup(LanguageRange.parse(acceptLanguage), SPOKEN);
      return found != null && found.getLanguage().equals("en") ? EN : NL;
    } catch (IllegalArgumentException _) {
      return NL;
    }
  }

  String tag() {
    return this == EN ? "en" : "nl";
  }
}
