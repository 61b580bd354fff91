package nl.beleidstafel.collab;

import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import org.jspecify.annotations.Nullable;

/// An update of a document's log, with who wrote it.
///
/// @param update v1
/// @param author null where the server wrote by itself, as it does at the beginning
/// @param organisation the author's partner then; null likewise
/// @param onBehalfOf who proposed what the author accepted; null where nobody did
public record Written(
    long seq,
    Bytes update,
    @Nullable MemberId author,
    @Nullable PartnerId organisation,
    @Nullable MemberId onBehalfOf,
    long atMs) {}
