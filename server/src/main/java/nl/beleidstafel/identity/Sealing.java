package nl.beleidstafel.identity;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Check;

/// Seals the few secrets that the server must be able to read again (AES-256 in GCM), with keys
/// that are not in the database: who has a backup of that alone has none of them. Any thread.
///
/// A sealed secret is a mark of its key (4 bytes), a nonce (12), and the ciphertext with its tag.
/// What it belongs to is sealed with it, so that it opens nowhere else. The first key seals, every
/// key opens: that is how a key is replaced.
public final class Sealing {
  private static final int KEY_BYTES = 32;
  private static final int MARK_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int KEYS_MAX = 16;

  private record Key(Bytes mark, SecretKeySpec secret) {}

  private final List<Key> keys;
  private final SecureRandom random = new SecureRandom();

  private Sealing(List<Bytes> secrets) {
    Check.that(!secrets.isEmpty(), "no key to seal with");
    keys = secrets.stream().map(Sealing::key).toList();
  }

  /// With the keys of the file, one in base64 on each line, the present one first; the file is made
  /// where there is none.
  ///
  /// @throws IOException with a sentence that says what to do
  public static Sealing with(Path file) throws IOException {
    try {
      return new Sealing(keys(file, Files.readString(file)));
    } catch (NoSuchFileException _) {
      make(file);
      return new Sealing(keys(file, Files.readString(file)));
    }
  }

  /// With a key that nobody keeps.
  static Sealing passing() {
    return new Sealing(List.of(Bytes.wrap(new Secrets().bytes(KEY_BYTES))));
  }

  static Sealing with(List<Bytes> secrets) {
    return new Sealing(secrets);
  }

  /// Seals a secret.
  ///
  /// @param owner what it belongs to, to be named again when it is opened
  Bytes seal(Bytes secret, String owner) {
    Key key = keys.getFirst();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] hidden = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner).doFinal(secret.toArray());
      return Bytes.wrap(
          ByteBuffer.allocate(MARK_BYTES + NONCE_BYTES + hidden.length)
              .put(key.mark().toArray())
              .put(nonce)
              .put(hidden)
              .array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES in GCM", e);
    }
  }

  /// Opens what was sealed; empty where its key is gone, or where it was changed or moved.
  Optional<Bytes> open(Bytes sealed, String owner) {
    byte[] all = sealed.toArray();
    if (all.length <= MARK_BYTES + NONCE_BYTES) {
      return Optional.empty();
    }
    Bytes mark = Bytes.wrap(Arrays.copyOf(all, MARK_BYTES));
    byte[] nonce = Arrays.copyOfRange(all, MARK_BYTES, MARK_BYTES + NONCE_BYTES);
    for (Key key : keys) {
      if (key.mark().equals(mark)) {
        try {
          Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, owner);
          int from = MARK_BYTES + NONCE_BYTES;
          return Optional.of(Bytes.wrap(cipher.doFinal(all, from, all.length - from)));
        } catch (AEADBadTagException _) {
          return Optional.empty();
        } catch (GeneralSecurityException e) {
          throw new IllegalStateException("every JDK has AES in GCM", e);
        }
      }
    }
    return Optional.empty();
  }

  /// Whether it was sealed with an older key than the present one.
  boolean isOld(Bytes sealed) {
    Bytes mark = Bytes.wrap(Arrays.copyOf(sealed.toArray(), MARK_BYTES));
    return !mark.equals(keys.getFirst().mark());
  }

  private static Cipher cipher(int mode, Key key, byte[] nonce, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static Key key(Bytes secret) {
    String text = Base64.getEncoder().encodeToString(secret.toArray());
    Bytes mark = Bytes.wrap(Arrays.copyOf(Secrets.hash(text).toArray(), MARK_BYTES));
    return new Key(mark, new SecretKeySpec(secret.toArray(), "AES"));
  }

  private static List<Bytes> keys(Path file, String text) throws IOException {
    List<Bytes> keys = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      keys.add(parsed(file, line));
    }
    if (keys.isEmpty() || keys.size() > KEYS_MAX) {
      throw new IOException(
          file + " must hold one key on each line, at least 1 and at most " + KEYS_MAX + ".");
    }
    return keys;
  }

  private static Bytes parsed(Path file, String line) throws IOException {
    try {
      byte[] key = Base64.getDecoder().decode(line);
      if (key.length == KEY_BYTES) {
        return Bytes.wrap(key);
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw new IOException(
        file + " must hold keys of 32 bytes in base64; 'openssl rand -base64 32' makes one.");
  }

  private static void make(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    String line = Base64.getEncoder().encodeToString(new Secrets().bytes(KEY_BYTES)) + "\n";
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (posix) {
        var mine = PosixFilePermissions.fromString("rw-------");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(mine));
        Files.writeString(file, line, StandardOpenOption.WRITE);
      } else {
        Files.writeString(file, line, StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException _) {
      // Another process of ours was first: its key is the one.
    }
  }
}
