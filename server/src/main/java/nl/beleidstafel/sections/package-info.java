/// What features tell each other about sections: values and ports only, and the one place that
/// knows where a section stands and who may read it. It does not know what is said about sections;
/// `Wiring` joins those who ask with those who answer.
///
/// Open {@link nl.beleidstafel.sections.Places} first.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.sections;
