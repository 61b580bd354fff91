/// Tests of discussion.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.discussion;
