package nl.beleidstafel.identity;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// An authenticator in software that says what a test tells it to: one P-256 key, no attestation.
/// Source: WebAuthn Level 3, sections 6.1 and 6.5; RFC 9053.
final class SoftAuthenticator {
  static final int PRESENT = 0x01;
  static final int VERIFIED = 0x04;

  private static final int HAS_CREDENTIAL = 0x40;

  private final KeyPair keys;
  private final byte[] credentialId = new byte[32];

  String origin = "http://localhost:8080";
  String rpId = "localhost";
  int flags = PRESENT | VERIFIED;
  int counter;
  String userHandle = "";

  SoftAuthenticator() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    new SecureRandom().nextBytes(credentialId);
  }

  /// What `navigator.credentials.create` would give.
  JsonObject create(JsonObject options) {
    userHandle = options.getJsonObject("user").getString("id");
    Buffer authData =
        authData(flags | HAS_CREDENTIAL)
            .appendBytes(new byte[16])
            .appendUnsignedShort(credentialId.length)
            .appendBytes(credentialId)
            .appendBytes(coseKey());
    Buffer attestation =
        Buffer.buffer(new byte[] {(byte) 0xA3})
            .appendBytes(text("fmt"))
            .appendBytes(text("none"))
            .appendBytes(text("attStmt"))
            .appendByte((byte) 0xA0)
            .appendBytes(text("authData"))
            .appendByte((byte) 0x58)
            .appendUnsignedByte((short) authData.length())
            .appendBuffer(authData);
    return credential(
        new JsonObject()
            .put("clientDataJSON", base64(clientData("webauthn.create", options)))
            .put("attestationObject", base64(attestation.getBytes())));
  }

  /// What `navigator.credentials.get` would give.
  JsonObject get(JsonObject options) throws GeneralSecurityException {
    byte[] clientData = clientData("webauthn.get", options);
    byte[] authData = authData(flags).getBytes();
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(authData);
    signature.update(sha256(clientData));
    return credential(
        new JsonObject()
            .put("clientDataJSON", base64(clientData))
            .put("authenticatorData", base64(authData))
            .put("signature", base64(signature.sign()))
            .put("userHandle", userHandle));
  }

  private JsonObject credential(JsonObject response) {
    String id = base64(credentialId);
    return new JsonObject()
        .put("id", id)
        .put("rawId", id)
        .put("type", "public-key")
        .put("response", response);
  }

  private byte[] clientData(String type, JsonObject options) {
    return new JsonObject()
        .put("type", type)
        .put("challenge", options.getString("challenge"))
        .put("origin", origin)
        .put("crossOrigin", false)
        .toBuffer()
        .getBytes();
  }

  private Buffer authData(int withFlags) {
    return Buffer.buffer()
        .appendBytes(sha256(rpId.getBytes(StandardCharsets.UTF_8)))
        .appendUnsignedByte((short) withFlags)
        .appendInt(counter);
  }

  private byte[] coseKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return Buffer.buffer(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32})
        .appendBytes(coordinate(key.getW().getAffineX().toByteArray()))
        .appendBytes(new byte[] {0x22, 0x58, 32})
        .appendBytes(coordinate(key.getW().getAffineY().toByteArray()))
        .getBytes();
  }

  private static byte[] coordinate(byte[] number) {
    byte[] fixed = new byte[32];
    byte[] plain =
        number.length > 32 ? Arrays.copyOfRange(number, number.length - 32, number.length) : number;
    System.arraycopy(plain, 0, fixed, 32 - plain.length, plain.length);
    return fixed;
  }

  /// A short text in CBOR.
  private static byte[] text(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    return Buffer.buffer(new byte[] {(byte) (0x60 | plain.length)}).appendBytes(plain).getBytes();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
