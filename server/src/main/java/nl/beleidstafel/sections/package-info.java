/// Where a section stands, who may read it, and who the people at the table are: what every feature
/// asks that adds something to sections. It does not know what they add.
///
/// Open {@link nl.beleidstafel.sections.Places} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.sections;
