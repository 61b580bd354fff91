package nl.beleidstafel.collab;

/// What an actor may do in a document. Each level includes those before it; where several rows
/// speak of one actor, the highest wins.
public enum Level {
  /// Nothing: the document does not exist for the actor.
  NONE(0),
  READ(1),
  /// Reads, and talks in the margin; the text stays as it is.
  COMMENT(2),
  WRITE(3);

  private final int code;

  Level(int code) {
    this.code = code;
  }

  /// The number that stands for this level in `document_access`.
  public int code() {
    return code;
  }

  /// The level of a code. Throws {@link IllegalArgumentException} on any other number.
  public static Level ofCode(int code) {
    for (Level level : values()) {
      if (level.code == code) {
        return level;
      }
    }
    throw new IllegalArgumentException("not a level: " + code);
  }

  public boolean allows(Level wanted) {
    return code >= wanted.code;
  }
}
