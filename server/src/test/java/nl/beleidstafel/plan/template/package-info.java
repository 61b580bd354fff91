/// Tests of the model plan's engine, and of the model plan that ships.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.plan.template;
