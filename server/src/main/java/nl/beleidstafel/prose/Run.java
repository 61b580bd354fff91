package nl.beleidstafel.prose;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of text with the same marks. Immutable.
public sealed interface Run {
  /// A set, by name: in which order they were set means nothing.
  List<Mark> marks();

  record Text(String text, List<Mark> marks) implements Run {
    public Text {
      marks = Mark.sorted(marks);
    }
  }

  /// An object among the characters; our editor has none.
  record Embed(@Nullable Object value, List<Mark> marks) implements Run {
    public Embed {
      marks = Mark.sorted(marks);
    }
  }

  /// A shared type among the characters, which this tree cannot carry.
  record Foreign(String what, List<Mark> marks) implements Run {
    public Foreign {
      marks = Mark.sorted(marks);
    }
  }
}
