/// What the test kit offers to JUnit: fixtures that live as long as a test class.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.testkit.junit;
