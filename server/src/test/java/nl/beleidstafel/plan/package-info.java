/// Tests of plans and their outlines.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.plan;
