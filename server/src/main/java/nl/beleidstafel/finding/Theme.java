package nl.beleidstafel.finding;

import java.util.UUID;
import nl.beleidstafel.base.PlanId;

/// What findings have in common.
///
/// @param version rises with each change
/// @param description may be empty
record Theme(UUID id, PlanId plan, long version, String title, String description) {}
