/// Tests of figure.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.figure;
