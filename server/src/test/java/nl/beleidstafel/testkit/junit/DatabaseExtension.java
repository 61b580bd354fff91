package nl.beleidstafel.testkit.junit;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import nl.beleidstafel.db.Database;
import nl.beleidstafel.db.DatabaseAddress;
import nl.beleidstafel.testkit.TestDatabase;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A fresh, migrated database and a Vert.x for one test class: `@RegisterExtension static final
/// DatabaseExtension DATABASE = new DatabaseExtension();`
@SuppressWarnings("NullAway.Init") // JUnit calls beforeAll before any test
public final class DatabaseExtension implements BeforeAllCallback, AfterAllCallback {
  private TestDatabase test;
  private Vertx vertx;
  private Database database;

  @Override
  public void beforeAll(ExtensionContext context) {
    test = TestDatabase.fresh();
    vertx = Vertx.vertx();
    database = test.open(vertx);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    database.close().await();
    vertx.close().await();
    test.close();
  }

  public Vertx vertx() {
    return vertx;
  }

  public Database database() {
    return database;
  }

  /// See {@link TestDatabase#settled}.
  public Path settled() {
    return test.settled();
  }

  public DatabaseAddress address() {
    return test.address();
  }
}
