package nl.beleidstafel.db.embedded;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.testkit.TestDatabase;

/// A program that starts the embedded database and commits rows for ever, saying each number only
/// after its commit. Its end is a kill.
final class RowWriter {
  private RowWriter() {}

  public static void main(String[] arguments) throws Exception {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(
              new EmbeddedPostgres.Options(
                  Path.of(arguments[0]), TestDatabase.platform(), List.of()));
      write(postgres.address(), out);
    } catch (EmbeddedException refused) {
      out.println(refused.getMessage());
      System.exit(1);
    }
  }

  private static void write(DatabaseAddress address, PrintStream out) throws Exception {
    try (Connection connection = connect(address);
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists line (number bigint primary key)");
      out.println("ready");
      for (long number = 1; true; number++) {
        statement.execute("insert into line values (" + number + ")");
        out.println("saved " + number);
      }
    }
  }

  static Connection connect(DatabaseAddress address) throws Exception {
    return DriverManager.getConnection(
        "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name(),
        address.user(),
        address.password());
  }
}
