package nl.beleidstafel.notice;

import io.vertx.core.Future;
import java.util.Optional;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Tx;

/// Ways in by mail. Any thread; nothing waits.
@FunctionalInterface
public interface Doors {
  /// A personal link that leads to a path in the app, for somebody without an account; links that
  /// they have go on working. Empty for who has an account (it would go around how they sign in)
  /// and for whom the way in was withdrawn.
  Future<Optional<String>> link(Tx tx, MunicipalityId municipality, MemberId member, String path);
}
