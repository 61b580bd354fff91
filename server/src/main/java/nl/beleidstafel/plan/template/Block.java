package nl.beleidstafel.plan.template;

import java.util.List;
import nl.beleidstafel.prose.FillInKind;
import org.jspecify.annotations.Nullable;

/// A block of the model plan's text. Immutable.
public sealed interface Block {

  record Paragraph(List<Inline> content) implements Block {
    public Paragraph {
      content = List.copyOf(content);
    }
  }

  /// A title inside the section.
  ///
  /// @param level 2 to 4; the section's own title is level 1
  record Heading(int level, List<Inline> content) implements Block {
    public Heading {
      content = List.copyOf(content);
    }
  }

  /// A list.
  ///
  /// @param numbered whether the items carry numbers
  /// @param items each item's blocks
  record Items(boolean numbered, List<List<Block>> items) implements Block {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Table(List<Row> rows) implements Block {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /// A cell of a table.
  ///
  /// @param header whether it names its row or column
  /// @param across how many columns it spans
  /// @param down how many rows it spans
  record Cell(boolean header, int across, int down, List<Block> content) {
    public Cell {
      content = List.copyOf(content);
    }
  }

  /// Text to keep, adapt or drop.
  record Example(List<Block> content) implements Block {
    public Example {
      content = List.copyOf(content);
    }
  }

  /// An explanation for the writers, never part of the result.
  record Help(String title, boolean icon, List<Block> content) implements Block {
    public Help {
      content = List.copyOf(content);
    }
  }

  /// Guiding questions for the writers, never part of the result.
  record Questions(String title, List<Block> content) implements Block {
    public Questions {
      content = List.copyOf(content);
    }
  }

  /// A place for the municipality's own words, as long as is needed. May hold other fill-ins.
  record Place(
      String key,
      FillInKind kind,
      String label,
      @Nullable String unit,
      @Nullable String register,
      List<Block> content)
      implements Block {
    public Place {
      content = List.copyOf(content);
    }
  }
}
