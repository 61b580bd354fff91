package nl.beleidstafel.notice;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.db.Tx;
import org.jspecify.annotations.Nullable;

/// What members were told, and how they want to hear of it. Any thread; nothing waits.
interface NoticeStore {
  /// The newest first.
  ///
  /// @param before only older ones than this; null for all
  Future<List<Told>> of(MemberId member, @Nullable UUID before, int countMax);

  /// Those not yet seen, the newest first.
  Future<List<Told>> unseen(MemberId member, int countMax);

  /// Marks these as seen, or all where none are named.
  Future<Void> seen(MemberId member, Optional<Set<UUID>> ids, long nowMs);

  Future<Preferences> preferences(MemberId member);

  Future<Void> prefer(MemberId member, Preferences preferences);

  /// Empty where they are gone.
  Future<Optional<Recipient>> recipient(Tx tx, MemberId member);

  /// Those that nobody decided about yet whether to mail them, the oldest first.
  Future<List<Told>> unmailed(Tx tx, MemberId member, int countMax);

  /// They were mailed, or are not to be.
  Future<Void> mailed(Tx tx, Set<UUID> ids, long nowMs);

  /// Forgets those that were seen before a moment, and all that are older than another.
  Future<Void> forget(Tx tx, long seenBeforeMs, long toldBeforeMs);
}
