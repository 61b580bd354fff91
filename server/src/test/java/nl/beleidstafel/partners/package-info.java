/// Tests of partners.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.partners;
