/// Municipalities, their partners and the people of those: how they are invited, come in, change
/// and leave.
///
/// Who left keeps a row without an address, because history names its id; the name goes with it
/// where it is erased. How somebody signs in is not known here: the feature asks for it through
/// {@link nl.beleidstafel.partners.Entrance}, and tells what others must do at once through {@link
/// nl.beleidstafel.partners.Neighbours}. Open `Members` first, then `Invitations`.
@NullMarked
package nl.beleidstafel.partners;

import org.jspecify.annotations.NullMarked;
