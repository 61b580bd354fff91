/// Pictures in a section: taken in, cleaned, kept, and given to whoever may read that section.
///
/// A picture belongs to one document and has its rights. What is kept is drawn anew from the
/// pixels, so nothing that a camera or an attacker put beside them survives. Does not know where in
/// the text a picture stands. Open {@link nl.beleidstafel.image.Pictures} and {@link
/// nl.beleidstafel.image.ImageSlice} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.image;
