package nl.beleidstafel.roles;

import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.SectionId;

/// One partner at one section.
record Cell(SectionId section, PartnerId partner) {}
