package nl.beleidstafel.topiclist;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// Where the lists of municipalities are kept.
interface ListStore {
  /// The newest versions of all of a municipality, archived ones last, by title.
  Future<List<Kept>> of(MunicipalityId municipality);

  /// @param version null for the newest
  Future<Optional<Kept>> find(MunicipalityId municipality, UUID list, @Nullable Integer version);

  /// Newest first.
  Future<List<Kept.Version>> versions(UUID list);

  /// The newest version, held against other savings until the transaction ends.
  Future<Optional<Kept>> lock(Tx tx, MunicipalityId municipality, UUID list);

  /// How many a municipality has; none is added by others until the transaction ends.
  Future<Long> count(Tx tx, MunicipalityId municipality);

  /// Keeps a new one, which has one version.
  Future<Void> insert(Tx tx, MunicipalityId municipality, Kept list);

  /// Keeps one more version of a list that is locked.
  Future<Void> add(Tx tx, Kept list);

  Future<Void> archive(Tx tx, UUID list, boolean archived);
}
