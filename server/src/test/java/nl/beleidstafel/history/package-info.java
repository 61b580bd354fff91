/// Tests of history.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.history;
