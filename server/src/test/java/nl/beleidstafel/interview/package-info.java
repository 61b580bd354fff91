@org.jspecify.annotations.NullMarked
package nl.beleidstafel.interview;
