/// Tests of topiclist.
@org.jspecify.annotations.NullUnmarked
package nl.beleidstafel.topiclist;
