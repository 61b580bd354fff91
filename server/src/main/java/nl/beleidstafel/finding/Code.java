package nl.beleidstafel.finding;

import java.util.UUID;
import nl.beleidstafel.base.PlanId;
import org.jspecify.annotations.Nullable;

/// A word that notes are sorted by, with what it means.
///
/// @param version rises with each change
/// @param parent the code that it is a kind of; that one has no parent
/// @param description when to use it; may be empty
record Code(
    UUID id, PlanId plan, long version, @Nullable UUID parent, String name, String description) {}
