/// The core beside real Yjs: scripts that run on both.
@org.jspecify.annotations.NullMarked
package nl.beleidstafel.crdt;
