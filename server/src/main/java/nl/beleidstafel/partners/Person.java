package nl.beleidstafel.partners;

import java.util.Optional;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;

/// Somebody of a municipality, present or former.
///
/// @param name empty once erased
/// @param email empty for who left
/// @param account they can sign in by themselves; otherwise a link by mail is their only way
/// @param linkUntilMs until when their personal link works, if they have one
record Person(
    MemberId id,
    PartnerId partner,
    Optional<String> name,
    Optional<String> email,
    boolean administrator,
    boolean operator,
    boolean contact,
    boolean account,
    boolean removed,
    Optional<Long> linkUntilMs) {}
