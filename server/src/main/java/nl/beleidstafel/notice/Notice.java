package nl.beleidstafel.notice;

import java.util.UUID;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// Something that one member is told.
///
/// @param section null where it concerns the plan as a whole
/// @param subject what it is about, such as a thread; null where there is nothing more to name
/// @param by who did it; null where the clock did
public record Notice(
    Kind kind,
    MunicipalityId municipality,
    MemberId to,
    PlanId plan,
    @Nullable SectionId section,
    @Nullable UUID subject,
    @Nullable MemberId by) {
  /// What it tells.
  public enum Kind {
    /// Somebody named them.
    MENTION(true),
    /// Somebody answered in a thread they spoke in.
    REPLY(false),
    /// Somebody began a thread where they write.
    COMMENT(false),
    /// Somebody proposed other words where they write.
    SUGGESTION(false),
    /// What they proposed was accepted or declined.
    SUGGESTION_DECIDED(false),
    /// Their organisation is asked about its sections.
    ASK(true),
    /// An answer of theirs is due.
    ASK_REMINDER(true),
    /// A partner answered what they asked.
    ANSWER(false),
    /// They are to fill something in.
    FILL_IN_ASKED(false),
    /// What they are to fill in is due.
    FILL_IN_DUE(false),
    /// A section where they have a role is in another state.
    STATUS(false),
    /// There is a new version of a section or of the plan.
    VERSION(false),
    /// What they signed off was changed since.
    SIGN_OFF_STALE(false),
    /// They take part in an interview.
    INTERVIEW_PLANNED(false),
    /// An interview that they take part in is at another time or place, or does not take place.
    INTERVIEW_CHANGED(false),
    /// Whom they spoke with said something of the summary.
    SUMMARY_ANSWERED(false);

    private final boolean urgent;

    Kind(boolean urgent) {
      this.urgent = urgent;
    }

    /// Whether it goes by mail at once, unless its reader chose otherwise.
    public boolean urgent() {
      return urgent;
    }
  }

  public Notice {
    Check.that(!to.equals(by), "nobody is told of their own deed");
  }
}
