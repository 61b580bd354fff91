package nl.beleidstafel.talks;

import io.vertx.core.Future;
import java.util.Optional;
import nl.beleidstafel.base.MunicipalityId;
import org.jspecify.annotations.Nullable;

/// The lists that a municipality can talk along. Any thread; nothing waits.
public interface TopicLists {
  /// One version of a list.
  ///
  /// @param list its id in the form that the API has
  record Found(String list, int version, TopicList content) {}

  /// A list of this municipality, or one that comes with the product.
  ///
  /// @param version null for the newest
  Future<Optional<Found>> find(MunicipalityId municipality, String list, @Nullable Integer version);
}
