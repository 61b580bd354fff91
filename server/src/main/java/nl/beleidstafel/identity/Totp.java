package nl.beleidstafel.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.beleidstafel.base.Bytes;

/// Codes that change every 30 seconds, from a secret that a person's app shares with the server.
/// SHA-1 and six digits, because that is what every app reads. Source: RFC 6238, RFC 4226.
final class Totp {
  static final int SECRET_BYTES = 20;
  static final int DIGITS = 6;

  private static final long STEP_MS = 30_000;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Totp() {}

  /// The step that a code is of: the present one, or one beside it for a clock that is off; empty
  /// where it is of none of them.
  static OptionalLong stepOf(Bytes secret, String code, long nowMs) {
    long now = nowMs / STEP_MS;
    OptionalLong found = OptionalLong.empty();
    for (long step = now - 1; step <= now + 1; step++) {
      // All are compared, so that the time tells nothing.
      if (MessageDigest.isEqual(bytes(code(secret, step)), bytes(code))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  static String code(Bytes secret, long step) {
    return code(secret, step, DIGITS);
  }

  static String code(Bytes secret, long step, int digits) {
    byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = mac[mac.length - 1] & 0xF;
    int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
    int modulus = (int) Math.pow(10, digits);
    return String.format("%0" + digits + "d", number % modulus);
  }

  /// As people copy it by hand: base32 without padding.
  static String text(Bytes secret) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte each : secret.toArray()) {
      buffer = (buffer << 8) | (each & 0xFF);
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(ALPHABET.charAt((buffer >> (bits - 5)) & 31));
      }
    }
    if (bits > 0) {
      text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    }
    return text.toString();
  }

  private static byte[] mac(Bytes secret, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.toArray(), "HmacSHA1"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC with SHA-1", e);
    }
  }

  private static byte[] bytes(String code) {
    return code.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
