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
    MENTION,
    /// Somebody answered in a thread they spoke in.
    REPLY,
    /// Somebody began a thread where they write.
    COMMENT
  }

  public Notice {
    Check.that(!to.equals(by), "nobody is told of their own deed");
  }
}
