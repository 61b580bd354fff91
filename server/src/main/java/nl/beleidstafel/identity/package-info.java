/// People: municipalities, their partners, the members of those, and who is signed in.
///
/// A member belongs to one partner, a partner to one municipality. A session is a random token that
/// only its bearer holds; the table has its hash. It ends at sign-out, when idle for {@link
/// nl.beleidstafel.base.Limits#SESSION_IDLE_MAX_MS}, or at its absolute age. What somebody may do
/// follows from their partner's role and is not known here. Open {@link
/// nl.beleidstafel.identity.IdentitySlice} first, then `SignIn`.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.identity;
