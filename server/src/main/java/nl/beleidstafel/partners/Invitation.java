package nl.beleidstafel.partners;

import java.util.UUID;
import nl.beleidstafel.base.PartnerId;

/// An invitation that waits for an answer, or whose time is over.
///
/// @param contact they become the partner's contact person
/// @param administrator they come to administer the municipality
record Invitation(
    UUID id,
    PartnerId partner,
    String name,
    String email,
    boolean contact,
    boolean administrator,
    long sentAtMs,
    long expiresAtMs) {}
