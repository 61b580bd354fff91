package nl.beleidstafel.prose;

/// What a fill-in asks for. The word stands in files and documents.
public enum FillInKind {
  TEXT("text"),
  LIST("list"),
  CHOICE("choice"),
  NUMBER("number"),
  PERCENTAGE("percentage"),
  YEAR("year"),
  TABLE("table");

  private final String word;

  FillInKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// The kind of that word; text where there is none, as the editor takes it.
  static FillInKind of(String word) {
    for (FillInKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    return TEXT;
  }
}
