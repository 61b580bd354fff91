package nl.beleidstafel.identity;

import java.util.List;

/// What a browser is called to its owner. Only words from here are kept, never what the browser
/// said of itself: that would tell people apart, and could be anything.
final class Browser {
  private record Word(String sign, String name) {}

  /// The first that fits counts: most browsers also claim to be others.
  private static final List<Word> BROWSERS =
      List.of(
          new Word("Edg", "Edge"),
          new Word("OPR/", "Opera"),
          new Word("SamsungBrowser/", "Samsung Internet"),
          new Word("Firefox/", "Firefox"),
          new Word("FxiOS/", "Firefox"),
          new Word("Chromium/", "Chromium"),
          new Word("Chrome/", "Chrome"),
          new Word("CriOS/", "Chrome"),
          new Word("Safari/", "Safari"));

  private static final List<Word> SYSTEMS =
      List.of(
          new Word("iPhone", "iPhone"),
          new Word("iPad", "iPad"),
          new Word("Android", "Android"),
          new Word("CrOS", "ChromeOS"),
          new Word("Windows", "Windows"),
          new Word("Mac OS X", "macOS"),
          new Word("Linux", "Linux"));

  private Browser() {}

  /// Browser and system, such as `Firefox, Windows`; empty where neither is known.
  ///
  /// @param agent the `User-Agent` header
  static String describe(String agent) {
    String browser = name(BROWSERS, agent);
    String system = name(SYSTEMS, agent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
  }

  private static String name(List<Word> words, String agent) {
    return words.stream()
        .filter(word -> agent.contains(word.sign()))
        .map(Word::name)
        .findFirst()
        .orElse("");
  }
}
