package nl.beleidstafel.collab;

import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.PartnerId;

/// What a partner's members may do in a document.
///
/// @param level `NONE` takes what they had
public record Grant(DocumentId document, PartnerId partner, Level level) {}
