/// Tests of what runs by the clock.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.schedule;
