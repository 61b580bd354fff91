package nl.beleidstafel.afterwards;

import java.util.List;
import nl.beleidstafel.base.MemberId;
import org.jspecify.annotations.Nullable;

/// What was said in an interview, in a few paragraphs, for whoever said it.
///
/// @param version rises with each change
/// @param by who wrote it last
/// @param sentAtMs null while nobody was sent it as it is now
/// @param correctUntilMs null likewise
/// @param answer null while there is none
record Summary(
    long version,
    List<String> paragraphs,
    MemberId by,
    long atMs,
    @Nullable Long sentAtMs,
    @Nullable Long correctUntilMs,
    @Nullable Reply answer) {
  Summary {
    paragraphs = List.copyOf(paragraphs);
  }

  /// What they said of it.
  ///
  /// @param agrees whether it is right as it is
  /// @param remark empty where there is none
  /// @param corrections one for each paragraph, empty where it is right
  record Reply(long atMs, boolean agrees, String remark, List<String> corrections) {
    Reply {
      corrections = List.copyOf(corrections);
    }
  }
}
