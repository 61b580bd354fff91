package nl.beleidstafel.db.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import nl.beleidstafel.base.Check;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once per version. The folder appears under its name only when it
/// is complete.
///
/// @param version `major.minor`
record Binaries(Path directory, String version) {
  /// As pinned in the parent pom; a test compares them.
  static final String VERSION = "18.6";

  private static final Set<PosixFilePermission> OPEN = PosixFilePermissions.fromString("rwxr-xr-x");
  private static final Set<PosixFilePermission> PLAIN =
      PosixFilePermissions.fromString("rw-r--r--");

  Path program(String name) {
    return directory.resolve("bin").resolve(name);
  }

  int major() {
    return Integer.parseInt(version.substring(0, version.indexOf('.')));
  }

  static Binaries unpack(Platform platform, Path data) throws EmbeddedException, IOException {
    String archive =
        platform
            .archive()
            .orElseThrow(() ->
                new EmbeddedException(
                    "There is no embedded PostgreSQL for "
                        + platform.os()
                        + " on "
                        + platform.architecture()
                        + ": set BELEIDSTAFEL_DATABASE_URL to a PostgreSQL 15 or newer."));
    Path directory = data.resolve("postgresql-" + VERSION);
    if (!Files.exists(directory)) {
      Path unfinished = data.resolve("postgresql-" + VERSION + ".unfinished");
      delete(unfinished);
      try (InputStream packed = Binaries.class.getResourceAsStream("/" + archive)) {
        if (packed == null) {
          throw new EmbeddedException(
              "The archive "
                  + archive
                  + " is missing beside the program: build it again with 'mvn package'.");
        }
        unpack(packed, unfinished);
      }
      Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Binaries(directory, VERSION);
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    folder(target);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        Check.that(path.startsWith(target), "the archive holds a path outside itself");
        if (entry.isDirectory()) {
          folder(path);
          continue;
        }
        folder(path.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, path);
          Files.setPosixFilePermissions(path, (entry.getMode() & 0100) != 0 ? OPEN : PLAIN);
        }
      }
    }
  }

  private static void folder(@Nullable Path path) throws IOException {
    if (path != null && !Files.exists(path)) {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, OPEN);
    }
  }

  /// Deletes a folder and what is in it; one that is absent is fine.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(done);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
