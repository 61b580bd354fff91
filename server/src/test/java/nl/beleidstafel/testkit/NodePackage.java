package nl.beleidstafel.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A folder below `server/src/test/node` with a lock file, whose scripts a test runs with Node. Its
/// packages are installed when they are first needed.
public final class NodePackage {
  private final Path folder;

  /// @param name of the folder
  public NodePackage(String name) {
    this(Path.of("src/test/node", name));
  }

  /// A package elsewhere in the repository, such as the web app.
  public NodePackage(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// What the script writes to its standard output. Fails where it ends with anything but 0.
  public String run(String script, String input) throws IOException, InterruptedException {
    install();
    return run(List.of("node", script), input, Map.of());
  }

  /// What a command of the package writes, run with more in its environment.
  ///
  /// @param command and its arguments
  public String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    install();
    return run(command, "", environment);
  }

  /// `npm` keeps a copy of the lock file it installed from: newer than the lock file, it is
  /// current.
  private void install() throws IOException, InterruptedException {
    Path installed = folder.resolve("node_modules/.package-lock.json");
    Path lock = folder.resolve("package-lock.json");
    if (!Files.exists(installed)
        || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) < 0) {
      run(List.of("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline"), "", Map.of());
    }
  }

  private String run(List<String> command, String input, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path errors = Files.createTempFile("node", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(command))
              .directory(folder.toFile())
              .redirectError(errors.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      try (OutputStream out = process.getOutputStream()) {
        out.write(input.getBytes(StandardCharsets.UTF_8));
      }
      String output;
      try (InputStream in = process.getInputStream()) {
        output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
      int code = process.waitFor();
      if (code != 0) {
        throw new AssertionError(
            command + " ended with " + code + "\n" + output + Files.readString(errors));
      }
      return output;
    } finally {
      Files.delete(errors);
    }
  }
}
