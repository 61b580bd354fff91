package nl.beleidstafel.finding;

import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// What stands behind a claim in the text of a section: a finding or a theme, one of the two.
record Evidence(
    UUID id,
    PlanId plan,
    SectionId section,
    @Nullable UUID finding,
    @Nullable UUID theme,
    MemberId by,
    long atMs) {}
