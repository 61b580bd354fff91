package nl.beleidstafel.db.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/// A database cluster on disk: made whole or not at all, its password inside it.
record Cluster(Path data, Binaries binaries, Account account) {
  /// The role that PostgreSQL makes first; only this package uses it.
  static final String SUPERUSER = "postgres";

  private static final String PASSWORD_FILE = "beleidstafel.password";
  private static final int PASSWORD_SIZE_BYTES = 24;

  Path directory() {
    return directoryIn(data);
  }

  /// Where a data directory keeps its cluster.
  static Path directoryIn(Path data) {
    return data.resolve("postgres");
  }

  Path log() {
    return directory().resolve("postgresql.log");
  }

  String password() throws IOException {
    return Files.readString(directory().resolve(PASSWORD_FILE)).strip();
  }

  /// Makes the cluster where it is absent, and checks that this PostgreSQL can read it.
  void prepare() throws EmbeddedException, IOException {
    if (!Files.exists(directory())) {
      create();
    }
    Path version = directory().resolve("PG_VERSION");
    if (!Files.exists(version) || !Files.exists(directory().resolve(PASSWORD_FILE))) {
      throw new EmbeddedException(
          directory()
              + " is not a database made by Beleidstafel: move it away, or set"
              + " BELEIDSTAFEL_DATA_DIRECTORY to another folder.");
    }
    String found = Files.readString(version).strip();
    if (!found.equals(Integer.toString(binaries.major()))) {
      throw new EmbeddedException(
          directory()
              + " was made by PostgreSQL "
              + found
              + " and this version brings "
              + binaries.major()
              + ": start the version that made it and move the data with pg_dump and"
              + " pg_restore.");
    }
  }

  /// Builds the cluster beside its place and moves it there in one step, so that a crash leaves
  /// either none or a whole one.
  private void create() throws EmbeddedException, IOException {
    Path unfinished = data.resolve("postgres.unfinished");
    Path secret = data.resolve("postgres.password");
    Binaries.delete(unfinished);
    Files.deleteIfExists(secret);
    Files.createDirectory(
        unfinished,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(unfinished);
    byte[] random = new byte[PASSWORD_SIZE_BYTES];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(secret, HexFormat.of().formatHex(random) + "\n");
    account.own(secret);
    Command.Result made =
        Command.run(
            account.command(
                List.of(
                    binaries.program("initdb").toString(),
                    "--pgdata=" + unfinished,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // Its own collation: no library of the machine can change the order of an
                    // index.
                    "--no-locale",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8")),
            data);
    if (made.exit() != 0) {
      throw new EmbeddedException(
          "PostgreSQL could not make its database in "
              + unfinished
              + ": "
              + lastLine(made.output()));
    }
    Files.move(secret, unfinished.resolve(PASSWORD_FILE));
    Files.move(unfinished, directory(), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel parent = FileChannel.open(data, StandardOpenOption.READ)) {
      parent.force(true);
    }
  }

  static String lastLine(String output) {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce((_, last) -> last)
        .orElse("it said nothing");
  }
}
