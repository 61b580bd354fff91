package nl.beleidstafel.afterwards;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import nl.beleidstafel.base.Bytes;

/// Tokens of personal links. One is given away once, its hash is kept; a plain hash suffices,
/// because 256 random bits cannot be guessed.
final class Tokens {
  static final int LENGTH = 43;
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static Bytes hash(String token) {
    try {
      byte[] utf8 = token.getBytes(StandardCharsets.UTF_8);
      return Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
