package nl.beleidstafel.topiclist;

import java.util.List;
import nl.beleidstafel.talks.TopicList;

/// A list that comes with the product. It has one version.
///
/// @param id {@link #PREFIX} and the name of its file
/// @param advice how to go about the talks, in order
record Model(String id, TopicList content, List<String> advice) {
  static final String PREFIX = "model-";
  static final int VERSION = 1;

  Model {
    advice = List.copyOf(advice);
  }
}
