package nl.beleidstafel;

import org.jspecify.annotations.Nullable;

/// The server cannot start. The sentence tells the operator what to do.
final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  StartException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
