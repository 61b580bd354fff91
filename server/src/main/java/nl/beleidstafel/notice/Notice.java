package nl.beleidstafel.notice;

import java.util.UUID;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.MunicipalityId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// Something that one member is told.
///
/// @param section null where it concerns the plan as a whole
/// @param subject the thread, suggestion, ask or fill-in; null where there is none
/// @param by who did it; null where the clock did
/// @param text a short quotation, no names; may be empty
public record Notice(
    Kind kind,
    MunicipalityId municipality,
    MemberId to,
    PlanId plan,
    @Nullable SectionId section,
    @Nullable UUID subject,
    @Nullable MemberId by,
    String text) {
  /// What it tells.
  public enum Kind {
    MENTION(true),
    REPLY(false),
    COMMENT(false),
    SUGGESTION(false),
    SUGGESTION_DECIDED(false),
    ASK(true),
    ASK_REMINDER(true),
    ANSWER(false),
    FILL_IN_ASKED(false),
    FILL_IN_DUE(false),
    STATUS(false),
    VERSION(false),
    SIGN_OFF_STALE(false);

    private final boolean urgent;

    Kind(boolean urgent) {
      this.urgent = urgent;
    }

    /// Whether it goes by mail at once, unless its reader chose otherwise.
    public boolean urgent() {
      return urgent;
    }
  }

  /// Cuts what is longer than {@link Limits#NOTICE_TEXT_LENGTH_MAX} characters.
  public Notice {
    Check.that(!to.equals(by), "nobody is told of their own deed");
    if (text.codePointCount(0, text.length()) > Limits.NOTICE_TEXT_LENGTH_MAX) {
      int end = text.offsetByCodePoints(0, Limits.NOTICE_TEXT_LENGTH_MAX - 1);
      text = text.substring(0, end) + "…";
    }
  }
}
