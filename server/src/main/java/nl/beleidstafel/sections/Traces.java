package nl.beleidstafel.sections;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import nl.beleidstafel.base.MemberId;

/// What one person said about sections, for what they take along when they ask for their data. Any
/// thread; nothing waits.
@FunctionalInterface
public interface Traces {
  /// Lists of what there is, by name, oldest first and {@link
  /// nl.beleidstafel.base.Limits#TRACES_OF_MEMBER_MAX} at most of each.
  Future<JsonObject> of(MemberId member);
}
