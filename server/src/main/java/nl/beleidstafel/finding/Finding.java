package nl.beleidstafel.finding;

import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import org.jspecify.annotations.Nullable;

/// What notes have in common, in words of our own and without persons.
///
/// @param version rises with each change
/// @param notes those it rests on, be they there or not
/// @param withdrawn how many it rested on besides, which were withdrawn for good
/// @param by who made it
record Finding(
    UUID id,
    PlanId plan,
    long version,
    String text,
    @Nullable UUID theme,
    Set<UUID> notes,
    int withdrawn,
    MemberId by,
    long atMs) {
  Finding {
    notes = Set.copyOf(notes);
  }
}
