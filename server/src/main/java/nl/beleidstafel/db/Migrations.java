package nl.beleidstafel.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a database's schema up to date with `db/migration`. Blocks: call it before the event
/// loops have work, or off them. Several nodes may start at once, one does the work and the others
/// wait.
public final class Migrations {
  /// No statement of the product needs a later version.
  public static final int VERSION_MIN = 15;

  private Migrations() {}

  /// What a look at the server found.
  public sealed interface Server {
    /// It answers and is recent enough.
    ///
    /// @param durable a commit is on disk when it is acknowledged
    record Good(int version, boolean durable) implements Server {}

    /// It answers, but is older than {@link #VERSION_MIN}.
    record TooOld(int version) implements Server {}

    /// It does not answer (yet); waiting may help.
    record Away(String reason) implements Server {}

    /// It answers with a no that waiting does not change: password, no such database, no right.
    record Refused(String reason) implements Server {}
  }

  /// Asks the server who it is. Waits at most about five seconds for a connection.
  public static Server look(DatabaseAddress address) {
    try (Connection connection = connect(address)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      return version < VERSION_MIN
          ? new Server.TooOld(version)
          : new Server.Good(version, durable(connection));
    } catch (SQLException failure) {
      String state = failure.getSQLState() == null ? "" : failure.getSQLState();
      String reason = firstLine(failure);
      return state.startsWith("28") || state.startsWith("3D") || state.startsWith("42")
          ? new Server.Refused(reason)
          : new Server.Away(reason);
    }
  }

  /// Applies what is missing.
  ///
  /// @throws StoreException where the server refuses or the schema is newer than this program
  public static void apply(DatabaseAddress address) {
    try {
      Flyway.configure()
          .dataSource(address.jdbcUrl(), address.user(), address.password())
          .locations("classpath:db/migration")
          .validateMigrationNaming(true)
          .load()
          .migrate();
    } catch (FlywayException failure) {
      String message = "the database's schema could not be brought up to date: ";
      throw new StoreException(
          message + firstLine(failure),
          false,
          StoreException.Outcome.ROLLED_BACK,
          null,
          null,
          failure);
    }
  }

  private static boolean durable(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select current_setting('fsync') = 'on' and"
                    + " current_setting('synchronous_commit') <> 'off'")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    Properties who = new Properties();
    who.setProperty("user", address.user());
    String password = address.password();
    if (password != null) {
      who.setProperty("password", password);
    }
    who.setProperty("loginTimeout", "5");
    return DriverManager.getConnection(address.jdbcUrl(), who);
  }

  private static String firstLine(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message.lines().findFirst().orElse(message);
  }
}
