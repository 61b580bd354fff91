package nl.beleidstafel.db;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import nl.beleidstafel.db.StoreException.Outcome;
import org.jspecify.annotations.Nullable;

/// Turns what the driver throws into {@link StoreException}, in this one place.
///
/// Codes: PostgreSQL manual, appendix A.
final class StoreFailures {
  private StoreFailures() {}

  /// The failure as callers see it; what is not the database's (a refusal, a bug) passes unchanged.
  static Throwable of(Throwable failure) {
    return of(failure, Outcome.ROLLED_BACK);
  }

  /// A failure of COMMIT itself: unless the server answered with a plain error, nobody knows.
  static Throwable atCommit(Throwable failure) {
    boolean answered =
        failure instanceof TransactionRollbackException
            || (failure instanceof PgException pg && !leaving(pg.getSqlState()));
    return of(failure, answered ? Outcome.ROLLED_BACK : Outcome.UNKNOWN);
  }

  private static Throwable of(Throwable failure, Outcome outcome) {
    return switch (failure) {
      case StoreException known -> known;
      case PgException pg ->
          new StoreException(
              "PostgreSQL refused: " + pg.getErrorMessage() + " (" + pg.getSqlState() + ")",
              retryable(pg.getSqlState()),
              outcome,
              pg.getSqlState(),
              pg.getConstraint(),
              pg);
      case IOException lost -> away(lost, outcome);
      case TimeoutException late -> away(late, outcome);
      // The driver's own: closed connection, full wait queue, no connection in time.
      case VertxException lost -> away(lost, outcome);
      case Throwable other when isPoolTimeout(other) -> away(other, outcome);
      case Throwable other -> other;
    };
  }

  private static boolean isPoolTimeout(Throwable failure) {
    return failure instanceof ConnectTimeoutException || "Timeout".equals(failure.getMessage());
  }

  private static StoreException away(Throwable cause, Outcome outcome) {
    String message = "PostgreSQL is away: " + cause.getMessage();
    return new StoreException(message, true, outcome, null, null, cause);
  }

  private static boolean retryable(@Nullable String sqlState) {
    if (sqlState == null) {
      return true;
    }
    return switch (sqlState.substring(0, 2)) {
      case "08", "40", "53", "57", "58" -> !sqlState.equals("57014");
      default -> sqlState.equals("55P03") || sqlState.equals("25P03");
    };
  }

  /// The server is going away: its answer to a COMMIT says nothing about the commit.
  private static boolean leaving(@Nullable String sqlState) {
    return sqlState == null || sqlState.startsWith("57P") || sqlState.startsWith("08");
  }
}
