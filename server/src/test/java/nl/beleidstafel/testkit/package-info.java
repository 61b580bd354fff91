/// What tests share: seeds, clocks and networks that can be steered. Knows no JUnit.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.testkit;
