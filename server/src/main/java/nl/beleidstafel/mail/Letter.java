package nl.beleidstafel.mail;

import nl.beleidstafel.base.MunicipalityId;

/// A mail to one person, in plain text.
///
/// @param municipality on whose behalf it is sent
/// @param recipient an e-mail address
/// @param subject one line
/// @param body lines end in `\n`; links stand alone on a line
public record Letter(MunicipalityId municipality, String recipient, String subject, String body) {}
