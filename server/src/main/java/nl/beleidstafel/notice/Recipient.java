package nl.beleidstafel.notice;

import nl.beleidstafel.base.Actor;

/// A member who can be mailed.
///
/// @param town the municipality's name
record Recipient(Actor actor, String email, String town) {}
