package nl.beleidstafel.db.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.beleidstafel.testkit.ChildJvm;
import nl.beleidstafel.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The promise of the embedded database: what was committed is there after any end of the JVM, of
/// PostgreSQL, or of both.
final class EmbeddedPostgresIT {
  private static final int ROWS = 200;
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "."), "target", "embedded-it").toAbsolutePath();

  private Path data = ROOT;

  @BeforeEach
  void emptyDirectory(TestInfo test) throws EmbeddedException, IOException {
    data = ROOT.resolve(test.getTestMethod().orElseThrow().getName());
    Binaries.delete(data);
    Files.createDirectories(data);
    if (!data.endsWith("itUnpacksWhatItNeeds")) {
      // Unpacking takes most of a start: once is enough.
      Path programs = Binaries.unpack(TestDatabase.platform(), ROOT).directory();
      Files.createSymbolicLink(data.resolve(programs.getFileName().toString()), programs);
    }
  }

  @Test
  void itUnpacksWhatItNeeds() throws Exception {
    Files.createDirectories(data.resolve("postgresql-18.6.unfinished").resolve("bin"));
    start().stop();
    assertTrue(Files.isExecutable(data.resolve("postgresql-18.6").resolve("bin/postgres")));
    assertFalse(Files.exists(data.resolve("postgresql-18.6.unfinished")));
  }

  private EmbeddedPostgres start() throws EmbeddedException {
    return EmbeddedPostgres.start(
        new EmbeddedPostgres.Options(data, TestDatabase.platform(), List.of()));
  }

  private Postmaster postmaster() {
    return new Postmaster(data.resolve("postgres"));
  }

  @Test
  void allCommittedRowsSurviveAKilledJvm() throws Exception {
    long last = writeAndKill();
    ProcessHandle orphan = postmaster().living().orElseThrow();
    EmbeddedPostgres postgres = start();
    assertTrue(postmaster().ended(orphan, 0), "two PostgreSQL on one directory");
    assertRows(postgres, last);
    postgres.stop();
    assertTrue(postmaster().all().isEmpty());
  }

  @Test
  void allCommittedRowsSurviveWhenPostgresIsKilledToo() throws Exception {
    long last = writeAndKill();
    for (ProcessHandle process : postmaster().all()) {
      process.destroyForcibly();
    }
    EmbeddedPostgres postgres = start();
    assertRows(postgres, last);
    postgres.stop();
  }

  @Test
  void killedOverAndOverNothingIsLost() throws Exception {
    for (int round = 0; round < 3; round++) {
      long last = writeAndKill();
      EmbeddedPostgres postgres = start();
      assertRows(postgres, last);
      try (Connection connection = RowWriter.connect(postgres.address());
          var statement = connection.createStatement()) {
        statement.execute("drop table line");
      }
      postgres.stop();
    }
  }

  @Test
  void aSecondJvmIsRefusedAndHarmsNothing() throws Exception {
    EmbeddedPostgres postgres = start();
    try (ChildJvm second = ChildJvm.run(List.of(), RowWriter.class, data.toString())) {
      String sentence = String.join("\n", second.linesToEnd());
      assertEquals(1, second.exit());
      assertTrue(
          sentence.contains(
              "Another Beleidstafel (process " + ProcessHandle.current().pid() + ") already uses"),
          sentence);
    }
    assertThrows(EmbeddedException.class, this::start);
    try (Connection connection = RowWriter.connect(postgres.address())) {
      assertTrue(connection.isValid(5));
    }
    postgres.stop();
  }

  @Test
  void aLockFileWithAnotherProgramsPidIsStale() throws Exception {
    start().stop();
    Path lock = data.resolve("postgres").resolve("postmaster.pid");
    Files.writeString(
        lock, ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n1\n1\n\n\n\n");
    EmbeddedPostgres postgres = start();
    postgres.stop();
    assertTrue(ProcessHandle.current().isAlive());
  }

  @Test
  void anUnfinishedClusterIsMadeAgain() throws Exception {
    Path unfinished = Files.createDirectories(data.resolve("postgres.unfinished").resolve("base"));
    Files.writeString(unfinished.resolve("half"), "half");
    Files.writeString(data.resolve("postgres.password"), "old");
    start().stop();
    assertFalse(Files.exists(data.resolve("postgres.unfinished")));
    assertFalse(Files.exists(data.resolve("postgres.password")));
  }

  @Test
  void dataOfAnotherVersionIsLeftAlone() throws Exception {
    start().stop();
    Files.writeString(data.resolve("postgres").resolve("PG_VERSION"), "17\n");
    var refused = assertThrows(EmbeddedException.class, this::start);
    assertTrue(refused.sentence().contains("made by PostgreSQL 17"), refused.sentence());
  }

  @Test
  void aFolderThatIsNoClusterIsLeftAlone() throws Exception {
    Path letter = Files.createDirectories(data.resolve("postgres")).resolve("letter.txt");
    Files.writeString(letter, "dear");
    var refused = assertThrows(EmbeddedException.class, this::start);
    assertTrue(refused.sentence().contains("is not a database made by"), refused.sentence());
    assertTrue(Files.exists(letter));
  }

  @Test
  void postgresThatDiesIsStartedAgainOnTheSamePort() throws Exception {
    EmbeddedPostgres postgres = start();
    ProcessHandle first = postmaster().living().orElseThrow();
    first.destroyForcibly();
    first.onExit().get(10, TimeUnit.SECONDS);
    awaitConnection(postgres);
    assertFalse(postmaster().living().orElseThrow().equals(first));
    postgres.stop();
  }

  @Test
  void itIsDurableAndOnlyOnLoopback() throws Exception {
    EmbeddedPostgres postgres = start();
    try (Connection connection = RowWriter.connect(postgres.address());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select current_setting('fsync'), current_setting('synchronous_commit'),"
                    + " current_setting('full_page_writes'), current_setting('listen_addresses'),"
                    + " (select rolsuper from pg_roles where rolname = current_user)")) {
      assertTrue(rows.next());
      assertEquals("on", rows.getString(1));
      assertEquals("on", rows.getString(2));
      assertEquals("on", rows.getString(3));
      assertEquals("127.0.0.1", rows.getString(4));
      assertFalse(rows.getBoolean(5));
    }
    postgres.stop();
  }

  @Test
  void itRunsBelowFoldersThatAreClosedToOthers() throws Exception {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
    data = data.resolve("a folder");
    start().stop();
  }

  @Test
  void itRunsAsAnOrdinaryUser() throws Exception {
    assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(data, "unix:uid")), "root only");
    var nobody =
        data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(data, nobody);
    List<String> asNobody = new ArrayList<>(List.of("setpriv", "--reuid=nobody", "--clear-groups"));
    // The class path may lie in root's home.
    asNobody.addAll(Account.PASS_CLOSED_DIRECTORIES);
    try (ChildJvm child = ChildJvm.run(asNobody, RowWriter.class, data.toString())) {
      child.await(("saved " + ROWS)::equals);
      assertEquals(nobody, Files.getOwner(data.resolve("postgres")));
      child.kill();
    }
    EmbeddedPostgres postgres = start();
    assertRows(postgres, ROWS);
    postgres.stop();
  }

  private long writeAndKill() {
    try (ChildJvm child = ChildJvm.run(List.of(), RowWriter.class, data.toString())) {
      child.await(("saved " + ROWS)::equals);
      child.kill();
      List<String> lines = child.linesToEnd();
      return lines.stream()
          .filter(line -> line.matches("saved \\d+"))
          .mapToLong(line -> Long.parseLong(line.substring("saved ".length())))
          .max()
          .orElseThrow();
    }
  }

  private static void assertRows(EmbeddedPostgres postgres, long last) throws Exception {
    try (Connection connection = RowWriter.connect(postgres.address());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select count(*), max(number) from line where number <= " + last)) {
      assertTrue(rows.next());
      assertEquals(last, rows.getLong(1), "committed rows");
      assertEquals(last, rows.getLong(2), "committed rows");
    }
  }

  private static void awaitConnection(EmbeddedPostgres postgres) throws Exception {
    while (true) {
      try (Connection connection = RowWriter.connect(postgres.address())) {
        assertTrue(connection.isValid(5));
        return;
      } catch (java.sql.SQLException _) {
        Thread.onSpinWait();
      }
    }
  }
}
