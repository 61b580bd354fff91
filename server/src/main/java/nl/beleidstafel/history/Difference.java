package nl.beleidstafel.history;

import java.util.List;
import java.util.Set;
import nl.beleidstafel.base.MemberId;
import org.jspecify.annotations.Nullable;

/// What differs between two moments of a section, as somebody reads it: its blocks in order, those
/// that went included, with the words that came and went and who did it.
record Difference(List<Block> blocks) {
  Difference {
    blocks = List.copyOf(blocks);
  }

  enum Change {
    SAME,
    ADDED,
    REMOVED,
    /// It was there and is there, and says something else.
    CHANGED,
    /// Its words, or its marks, are the same and stand elsewhere now.
    MOVED_HERE,
    MOVED_AWAY
  }

  /// Who did something.
  ///
  /// @param member null where the server did by itself
  /// @param onBehalfOf who proposed what the member accepted; null where nobody did
  record Author(@Nullable MemberId member, @Nullable MemberId onBehalfOf) {}

  /// A stretch of words with one fate.
  ///
  /// @param kind `SAME`, `ADDED`, `REMOVED`; `CHANGED` where only marks are other ones
  /// @param was the names of the marks before; empty unless only they changed
  /// @param now the names of the marks as it stands, or stood
  record Run(String text, Change kind, List<String> was, List<String> now, Set<Author> by) {
    Run {
      was = List.copyOf(was);
      now = List.copyOf(now);
      by = Set.copyOf(by);
    }
  }

  /// An attribute that has another value.
  record Note(String attribute, String was, String now, Set<Author> by) {
    Note {
      by = Set.copyOf(by);
    }
  }

  /// Where in a table a block stands; all from 1.
  record Cell(int table, int row, int column, boolean header) {}

  /// A paragraph, heading, picture or rule; or a box of which only attributes changed.
  ///
  /// @param kind the node's type in the editor's schema
  /// @param level of a heading; 0 for the others
  /// @param inside the types of the nodes around it, the outermost first
  record Block(
      String kind,
      int level,
      List<String> inside,
      @Nullable Cell cell,
      Change change,
      List<Run> runs,
      List<Note> notes) {
    Block {
      inside = List.copyOf(inside);
      runs = List.copyOf(runs);
      notes = List.copyOf(notes);
    }
  }

  boolean isEmpty() {
    return blocks.stream().allMatch(block -> block.change() == Change.SAME);
  }
}
