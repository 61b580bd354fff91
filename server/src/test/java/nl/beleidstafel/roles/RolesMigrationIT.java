package nl.beleidstafel.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.db.Migrations;
import nl.beleidstafel.testkit.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/// What becomes of plans from before there were roles.
final class RolesMigrationIT {
  @Test
  void existingPlansKeepWhatPeopleCouldDoAndWhoMadeThemLeads_G1() throws SQLException {
    try (TestDatabase database = TestDatabase.empty()) {
      DatabaseAddress address = database.address();
      String url =
          "jdbc:postgresql://" + address.host() + ":" + address.port() + "/" + address.name();
      Flyway.configure()
          .dataSource(url, address.user(), address.password())
          .locations("classpath:db/migration")
          .target("006")
          .load()
          .migrate();
      try (Connection connection =
          DriverManager.getConnection(url, address.user(), address.password())) {
        Object[] ids = new Object[7];
        for (int i = 0; i < ids.length; i++) {
          ids[i] = "'00000000-0000-4000-8000-00000000000" + i + "'";
        }
        connection.createStatement().execute(before(ids));
        Migrations.apply(address);
        assertEquals(
            List.of("addiction-prevention", "municipality", "public-health", "schools"),
            words(connection, "SELECT kind FROM partner ORDER BY kind"));
        assertEquals(
            List.of("4 executing"),
            words(
                connection,
                "SELECT count(*) || ' ' || role FROM role_assignment"
                    + " WHERE section IS NULL AND role = 'executing' GROUP BY role"));
        assertEquals(
            List.of("public-health"),
            words(
                connection,
                "SELECT p.kind FROM role_assignment a JOIN partner p ON p.id = a.partner"
                    + " WHERE a.section IS NULL AND a.role = 'coordinating'"));
        assertEquals(List.of("1"), words(connection, "SELECT version FROM plan_roles"));
      }
    }
  }

  /// A municipality with four partners and a plan that the second one's member made.
  private static String before(Object... ids) {
    return """
    INSERT INTO municipality (id, name, created_at) VALUES (%1$s, 'Hier', now());
    INSERT INTO partner (id, municipality, kind, name, badge, colour, created_at) VALUES
      (%2$s, %1$s, 'municipality', 'Gemeente', 'GE', 1, now()),
      (%3$s, %1$s, 'ggd', 'GGD', 'GG', 2, now()),
      (%4$s, %1$s, 'addiction-care', 'Zorg', 'ZO', 3, now()),
      (%5$s, %1$s, 'school', 'School', 'SC', 4, now());
    INSERT INTO member (id, municipality, partner, name, email, created_at)
      VALUES (%6$s, %1$s, %3$s, 'Bram', 'bram@hier.test', now());
    INSERT INTO plan (id, municipality, title, template, created_by, created_at)
      VALUES (%7$s, %1$s, 'Oud', 'drugspreventie', %6$s, now());
    """
        .formatted(ids);
  }

  private static List<String> words(Connection connection, String sql) throws SQLException {
    List<String> words = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        words.add(rows.getString(1));
      }
    }
    return words;
  }
}
