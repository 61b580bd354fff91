package nl.beleidstafel.discussion;

import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// A thread with its comments. Instants are milliseconds since 1970.
///
/// @param from encoded place, null where it is about the section as a whole; so is `to`
/// @param quote the words it was about when it began
/// @param seq of the document when it began
/// @param comments oldest first, at least one
record Talk(
    UUID id,
    SectionId section,
    @Nullable Bytes from,
    @Nullable Bytes to,
    String quote,
    long seq,
    MemberId by,
    PartnerId partner,
    long atMs,
    @Nullable MemberId resolvedBy,
    @Nullable Long resolvedAtMs,
    List<Comment> comments) {
  /// One message.
  ///
  /// @param text empty where it was removed
  /// @param editedAtMs null where it stands as it was written
  record Comment(
      UUID id,
      MemberId by,
      PartnerId partner,
      String text,
      List<MemberId> mentions,
      long atMs,
      @Nullable Long editedAtMs,
      boolean removed) {
    Comment {
      mentions = List.copyOf(mentions);
    }
  }

  Talk {
    comments = List.copyOf(comments);
  }
}
