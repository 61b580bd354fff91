package nl.beleidstafel.sections;

import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// Something that somebody said about a section, and what was done with it.
///
/// @param subject the thread's or suggestion's id
/// @param quote the words it is about; empty for the section as a whole
/// @param text what was said
/// @param reason why it was done so; empty where nobody said
/// @param decidedBy null while nothing is decided
public record Remark(
    Kind kind,
    SectionId section,
    UUID subject,
    MemberId member,
    PartnerId partner,
    long atMs,
    String quote,
    String text,
    Outcome outcome,
    String reason,
    @Nullable MemberId decidedBy,
    @Nullable Long decidedAtMs) {
  /// In which form it was said.
  public enum Kind {
    THREAD,
    SUGGESTION
  }

  /// What was done with it.
  public enum Outcome {
    OPEN,
    RESOLVED,
    ACCEPTED,
    DECLINED
  }
}
