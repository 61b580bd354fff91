package nl.beleidstafel.topiclist;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The lists that `config/topic-lists` holds, by id. Immutable, any thread.
record Models(List<Model> all) {
  Models {
    all = List.copyOf(all);
  }

  /// Blocking: for start-up. Throws `MistakesException` with every mistake found.
  ///
  /// @param config the configuration folder
  /// @param kinds ids of `registers/partner-kinds.yaml`
  static Models load(Path config, Set<String> kinds) {
    return new ModelReader(config.toAbsolutePath().normalize(), kinds).read();
  }

  Optional<Model> find(String id) {
    return all.stream().filter(model -> model.id().equals(id)).findFirst();
  }
}
