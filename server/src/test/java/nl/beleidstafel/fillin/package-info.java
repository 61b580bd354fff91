/// Tests of fillin.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.fillin;
