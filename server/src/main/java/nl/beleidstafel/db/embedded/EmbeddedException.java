package nl.beleidstafel.db.embedded;

import org.jspecify.annotations.Nullable;

/// The embedded PostgreSQL cannot run here. The message is one sentence for the operator that says
/// what to do.
public final class EmbeddedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  EmbeddedException(String sentence) {
    this(sentence, null);
  }

  EmbeddedException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
