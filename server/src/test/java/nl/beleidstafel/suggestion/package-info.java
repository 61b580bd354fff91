/// Tests of suggestion.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.suggestion;
