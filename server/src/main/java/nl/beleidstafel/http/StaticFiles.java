package nl.beleidstafel.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.base.Limits;
import org.jspecify.annotations.Nullable;

/// The files of the web app from the class path, read once and kept. Any thread; the first reading
/// of a file waits for the disk.
public final class StaticFiles {
  /// One file as it goes out.
  ///
  /// @param gzipped the same, compressed; absent where that is not smaller
  record File(String mediaType, String tag, Bytes plain, @Nullable Bytes gzipped) {}

  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*" + "[A-Za-z0-9_-][A-Za-z0-9._-]*");
  private static final Map<String, String> MEDIA_TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final String root;
  private final ClassLoader loader;
  private final Map<String, File> kept = new ConcurrentHashMap<>();

  /// Reads nothing yet.
  ///
  /// @param root a folder of the class path, without a slash at its end
  public StaticFiles(String root) {
    this.root = root;
    loader = StaticFiles.class.getClassLoader();
  }

  /// The file of a name such as `assets/index-x1.js`; empty for what is absent, not of a kind the
  /// web app has, or not a plain name.
  Optional<File> find(String name) {
    String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || name.length() > 200 || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    File known = kept.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<File> read = read(name, type);
    // Only what exists is kept, so strangers' names cannot fill the memory.
    read.ifPresent(file -> kept.put(name, file));
    return read;
  }

  /// Its name carries a hash of its content, as the build of the web app names what is in `assets`.
  static boolean isHashed(String name) {
    return name.startsWith("assets/");
  }

  private Optional<File> read(String name, String type) {
    URL url = loader.getResource(root + "/" + name);
    if (url == null) {
      return Optional.empty();
    }
    try (InputStream in = url.openStream()) {
      byte[] plain = in.readNBytes(Limits.WEB_FILE_SIZE_MAX_BYTES + 1);
      Check.that(plain.length <= Limits.WEB_FILE_SIZE_MAX_BYTES, "file too large: " + name);
      byte[] zipped = gzip(plain);
      @Nullable Bytes smaller = zipped.length < plain.length * 9L / 10 ? Bytes.wrap(zipped) : null;
      return Optional.of(new File(type, tag(plain), Bytes.wrap(plain), smaller));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static String tag(byte[] plain) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain);
      return "\"" + HexFormat.of().formatHex(hash, 0, 12) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
