package nl.beleidstafel.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import nl.beleidstafel.base.Bytes;

/// Random secrets and how they are remembered: a token is given away once, its hash is kept. A
/// plain hash suffices, because 256 random bits cannot be guessed.
final class Secrets {
  private static final int TOKEN_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /// 256 random bits, as 43 characters that need no escape in a cookie or address.
  String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /// SHA-256 of the token's characters, 32 bytes.
  static Bytes hash(String token) {
    try {
      byte[] utf8 = token.getBytes(StandardCharsets.UTF_8);
      return Bytes.wrap(MessageDigest.getInstance("SHA-256").digest(utf8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
