/// Tests of the routes' common ground.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.http;
