package nl.beleidstafel.schedule;

import java.util.UUID;

/// A row that fell due.
///
/// @param tries how often it failed since it was put there
record Due(String kind, UUID subject, long dueMs, int tries) {}
