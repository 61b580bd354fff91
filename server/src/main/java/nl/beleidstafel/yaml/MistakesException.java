package nl.beleidstafel.yaml;

import java.util.List;
import java.util.stream.Collectors;

/// The files of `config/` hold mistakes. All of them are named, in the order they were found.
public final class MistakesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  MistakesException(List<Mistake> mistakes) {
    super(mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    this.mistakes = List.copyOf(mistakes);
  }

  /// At least one.
  public List<Mistake> mistakes() {
    return mistakes;
  }
}
