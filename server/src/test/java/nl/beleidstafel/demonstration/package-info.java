/// Tests of demonstration.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.demonstration;
