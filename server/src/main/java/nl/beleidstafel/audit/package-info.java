/// The audit log: who did what to which object, with which result, from where, when. It knows no
/// feature: what can be done is a word that the feature gives. It keeps ids and never a name, a
/// secret or a text that somebody wrote.
///
/// It is kept for five years, and then goes by itself: a plan lives four, and is evaluated after.
///
/// Open first: {@link nl.beleidstafel.audit.Audit}, {@link nl.beleidstafel.audit.Deed}.
@NullMarked
package nl.beleidstafel.audit;

import org.jspecify.annotations.NullMarked;
