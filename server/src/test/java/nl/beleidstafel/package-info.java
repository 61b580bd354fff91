/// Tests that hold the shape of the whole repository: layers, tidiness, documents.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel;
