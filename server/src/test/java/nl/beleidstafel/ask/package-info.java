/// Tests of ask.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.ask;
