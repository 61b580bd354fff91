package nl.beleidstafel.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// As whom PostgreSQL's programs run. They refuse to run as root, so a JVM that is root hands them
/// to an unprivileged user; an ordinary user's JVM runs them as itself.
sealed interface Account {
  /// Lets the user pass through folders that are closed to it (a clone in root's home), by the one
  /// capability to read and search, and no other. `no_setuid_fixup` makes access(2), with which
  /// PostgreSQL finds its own files, honour it (capabilities(7)).
  List<String> PASS_CLOSED_DIRECTORIES =
      List.of(
          "--inh-caps=-all,+dac_read_search",
          "--ambient-caps=-all,+dac_read_search",
          "--bounding-set=-all,+dac_read_search",
          "--securebits=+no_setuid_fixup");

  /// The command line that runs the given one as this account.
  List<String> command(List<String> program);

  /// Gives a file or an empty directory to this account.
  void own(Path path) throws IOException;

  /// The user this JVM runs as.
  record Self() implements Account {
    @Override
    public List<String> command(List<String> program) {
      return program;
    }

    @Override
    public void own(Path path) {}
  }

  /// Another user, reached by a program that only root may use.
  record Dropped(UserPrincipal user, List<String> prefix, boolean viaShell) implements Account {
    @Override
    public List<String> command(List<String> program) {
      List<String> line = new ArrayList<>(prefix);
      if (viaShell) {
        line.add(program.stream().map(Dropped::quoted).reduce((a, b) -> a + " " + b).orElse(""));
      } else {
        line.addAll(program);
      }
      return line;
    }

    @Override
    public void own(Path path) throws IOException {
      Files.setOwner(path, user);
    }

    private static String quoted(String word) {
      return "'" + word.replace("'", "'\\''") + "'";
    }
  }

  /// Finds the account for the cluster in `directory`: its owner if it exists, else this user, or
  /// for root the user `postgres`, or one made for it.
  static Account of(Path directory, Path cluster) throws EmbeddedException, IOException {
    Path probe = Files.createTempFile(directory, "owner", ".tmp");
    UserPrincipal self;
    boolean root;
    try {
      self = Files.getOwner(probe);
      root = Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid"));
    } finally {
      Files.delete(probe);
    }
    boolean exists = Files.exists(cluster);
    if (!root) {
      if (exists && !Files.getOwner(cluster).equals(self)) {
        throw new EmbeddedException(
            cluster
                + " belongs to user "
                + Files.getOwner(cluster).getName()
                + ": start Beleidstafel as that user or as root, as before.");
      }
      return new Self();
    }
    return dropped(exists ? Files.getOwner(cluster) : unprivileged(directory), directory);
  }

  private static UserPrincipal unprivileged(Path directory) throws EmbeddedException, IOException {
    for (String name : List.of("postgres", "beleidstafel")) {
      Optional<UserPrincipal> user = lookUp(directory, name);
      if (user.isPresent()) {
        return user.get();
      }
    }
    Optional<Path> add = program("useradd");
    if (add.isPresent()) {
      Command.run(
          List.of(
              add.get().toString(),
              "--system",
              "--no-create-home",
              "--shell",
              "/bin/false",
              "beleidstafel"),
          directory);
    }
    return lookUp(directory, "beleidstafel")
        .orElseThrow(() ->
            new EmbeddedException(
                "PostgreSQL does not run as root and there is no user for it: start Beleidstafel"
                    + " as an ordinary user, or run 'useradd --system beleidstafel' first."));
  }

  private static Account dropped(UserPrincipal user, Path directory)
      throws EmbeddedException, IOException {
    boolean reachable = reachable(directory);
    Optional<Path> setpriv = program("setpriv");
    if (setpriv.isPresent()) {
      List<String> prefix =
          new ArrayList<>(
              List.of(
                  setpriv.get().toString(),
                  "--reuid=" + user.getName(),
                  "--regid=" + group(user, directory),
                  "--clear-groups"));
      if (!reachable) {
        prefix.addAll(PASS_CLOSED_DIRECTORIES);
      }
      return new Dropped(user, List.copyOf(prefix), false);
    }
    if (!reachable) {
      throw new EmbeddedException(
          "User "
              + user.getName()
              + ", as whom PostgreSQL runs, cannot enter "
              + directory
              + ": move it below folders open to all, or start Beleidstafel as an ordinary user.");
    }
    Optional<Path> runuser = program("runuser");
    if (runuser.isPresent()) {
      return new Dropped(
          user, List.of(runuser.get().toString(), "-u", user.getName(), "--"), false);
    }
    Path su =
        program("su")
            .orElseThrow(() ->
                new EmbeddedException(
                    "PostgreSQL does not run as root and none of setpriv, runuser and su is"
                        + " here: start Beleidstafel as an ordinary user."));
    return new Dropped(user, List.of(su.toString(), "-s", "/bin/sh", user.getName(), "-c"), true);
  }

  private static boolean reachable(Path directory) throws IOException {
    for (Path at = directory.toRealPath(); at != null; at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  /// The number of the user's own group; its name may differ from the user's.
  private static String group(UserPrincipal user, Path directory) throws IOException {
    Optional<Path> id = program("id");
    if (id.isPresent()) {
      Command.Result asked =
          Command.run(List.of(id.get().toString(), "-g", user.getName()), directory);
      if (asked.exit() == 0) {
        return asked.output().strip();
      }
    }
    return user.getName();
  }

  private static Optional<UserPrincipal> lookUp(Path directory, String name) throws IOException {
    try {
      return Optional.of(
          directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (UserPrincipalNotFoundException _) {
      return Optional.empty();
    }
  }

  private static Optional<Path> program(String name) {
    return List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin", "/usr/local/sbin")
        .stream()
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
