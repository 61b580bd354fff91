package nl.beleidstafel.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What browsers say of themselves, as of 2026, and what we call them.
final class BrowserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Firefox, Windows|Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Firefox/140.0",
        "Edge, Windows|Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0",
        "Safari, iPhone|Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1",
        "Chrome, Android|Mozilla/5.0 (Linux; Android 16) Chrome/140.0 Mobile Safari/537.36",
        "Safari, macOS|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/19.0 Safari/605.1",
        "Linux|curl (Linux)",
        "~~|<script>alert(1)</script>",
        "~~|~~"
      })
  void aBrowserIsCalledByWordsOfOurs(String expected, String agent) {
    assertEquals(expected, Browser.describe(agent));
  }
}
