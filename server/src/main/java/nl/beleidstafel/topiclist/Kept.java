package nl.beleidstafel.topiclist;

import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.talks.TopicList;
import org.jspecify.annotations.Nullable;

/// One version of a municipality's own list.
///
/// @param model the list of the product it goes back to, by however many copies; null for none
/// @param version 1 and up
/// @param newest the last version there is
/// @param by who saved this version
/// @param archived offered no more to new interviews
record Kept(
    UUID id,
    @Nullable String model,
    int version,
    int newest,
    TopicList content,
    MemberId by,
    long atMs,
    boolean archived) {
  /// When one was saved, and by whom.
  record Version(int version, MemberId by, long atMs) {}
}
