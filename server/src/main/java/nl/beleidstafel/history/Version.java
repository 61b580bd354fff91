package nl.beleidstafel.history;

import java.util.UUID;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.SectionId;

/// A text of a section that somebody gave a name.
///
/// @param number from 1 in its section, without gaps
/// @param seq up to where its document's log it goes
/// @param fixed whether the text was fixed with it
record Version(
    UUID id,
    SectionId section,
    int number,
    long seq,
    String name,
    Bytes sha256,
    boolean fixed,
    MemberId by,
    long atMs) {}
