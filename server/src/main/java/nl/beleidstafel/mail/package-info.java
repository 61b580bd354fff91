/// Mail: what is to be sent waits in the database from the moment it is decided, and leaves from
/// there. It knows no feature; what a mail says is decided by who writes it.
///
/// Open first: {@link nl.beleidstafel.mail.Outbox}, {@link nl.beleidstafel.mail.Postman}.
@NullMarked
package nl.beleidstafel.mail;

import org.jspecify.annotations.NullMarked;
