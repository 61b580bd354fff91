/// Tests of audit.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.audit;
