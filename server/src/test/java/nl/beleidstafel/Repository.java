package nl.beleidstafel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The repository's own files, without what is built or fetched.
final class Repository {
  static final Path ROOT = root();

  private static final Set<String> LEFT_OUT =
      Set.of(".git", "target", "node_modules", "dist", "data", "test-results", "playwright-report");

  private Repository() {}

  /// Every file, relative to the root, in order.
  static List<Path> files() {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean leftOut = LEFT_OUT.contains(folder.getFileName().toString());
              return leftOut && !folder.equals(ROOT)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              found.add(ROOT.relativize(file));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    found.sort(null);
    return found;
  }

  static List<Path> files(String... endings) {
    return files().stream()
        .filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
        .toList();
  }

  static String read(Path relative) {
    try {
      return Files.readString(ROOT.resolve(relative), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(relative.toString(), e);
    }
  }

  static long sizeBytes(Path relative) {
    try {
      return Files.size(ROOT.resolve(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("config")) || !Files.exists(folder.resolve("server"))) {
      Path parent = folder.getParent();
      if (parent == null) {
        throw new IllegalStateException("run the tests inside the repository");
      }
      folder = parent;
    }
    return folder;
  }
}
