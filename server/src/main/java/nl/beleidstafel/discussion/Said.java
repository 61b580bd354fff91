package nl.beleidstafel.discussion;

import nl.beleidstafel.base.SectionId;

/// A comment and the section it is about.
record Said(SectionId section, Talk.Comment comment) {}
