package nl.beleidstafel.notice;

import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// A notice as it is kept.
record Told(
    UUID id,
    Notice.Kind kind,
    PlanId plan,
    @Nullable SectionId section,
    @Nullable UUID subject,
    @Nullable MemberId by,
    long atMs,
    boolean seen) {}
