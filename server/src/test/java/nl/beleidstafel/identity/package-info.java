/// Tests of people and sessions.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.identity;
