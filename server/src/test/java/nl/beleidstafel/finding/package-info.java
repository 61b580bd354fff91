/// Tests of findings.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.finding;
