package nl.beleidstafel.db.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Holds a data directory for this JVM alone. The kernel lets go of it when the process ends,
/// however it ends, so that no stale lock is possible.
final class DataDirectoryLock implements AutoCloseable {
  private static final String FILE = "beleidstafel.lock";

  private final FileChannel channel;

  private DataDirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /// @throws EmbeddedException where another process (or this one) holds it already
  static DataDirectoryLock take(Path directory) throws EmbeddedException, IOException {
    Path file = directory.resolve(FILE);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        String holder = Files.readString(file).strip();
        throw new EmbeddedException(
            "Another Beleidstafel"
                + (holder.isEmpty() ? "" : " (process " + holder + ")")
                + " already uses "
                + directory
                + ": stop it first, or set BELEIDSTAFEL_DATA_DIRECTORY to another folder.");
      }
      channel.truncate(0);
      String pid = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
      return new DataDirectoryLock(channel);
    } catch (EmbeddedException | IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
