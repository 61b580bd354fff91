package nl.beleidstafel.identity;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;

/// Codes on paper, for who has lost the rest: 128 random bits each, of which a plain hash is kept.
final class RecoveryCodes {
  private static final int BYTES = 16;
  private static final int GROUP = 5;

  private RecoveryCodes() {}

  /// A new set, as people read it: groups of letters and digits with a dash between.
  static List<String> make(Secrets secrets) {
    return IntStream.range(0, Limits.RECOVERY_CODES)
        .mapToObj(_ -> grouped(Totp.text(Bytes.wrap(secrets.bytes(BYTES)))))
        .toList();
  }

  /// What is kept of a code, however it was typed.
  static Bytes hash(String typed) {
    return Secrets.hash("recovery " + typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
  }

  private static String grouped(String text) {
    return String.join("-", text.split("(?<=\\G.{" + GROUP + "})"));
  }
}
