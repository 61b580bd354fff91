/// Tests of notices.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.notice;
