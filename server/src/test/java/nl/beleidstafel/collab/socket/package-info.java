/// Tests of the sockets: states and bounds with fakes, and the published clients over a network.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.collab.socket;
