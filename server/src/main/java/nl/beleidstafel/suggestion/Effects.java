package nl.beleidstafel.suggestion;

import java.util.Set;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.Provenance;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.crdt.update.TextContent;
import nl.beleidstafel.prose.Prose;
import nl.beleidstafel.suggestion.Suggestion.Effect;
import nl.beleidstafel.suggestion.Suggestion.Kind;

/// What an update takes away from a text and what it brings: one walk over a document that keeps
/// what is deleted. Pure. Rule U2 of `docs/spec.md`.
final class Effects {
  private static final Set<String> TABLE = Set.of("table", "tableRow", "tableCell", "tableHeader");

  /// Whose an insertion or deletion is.
  private enum Side {
    TEXT,
    SUGGESTION
  }

  private final Provenance<Side> provenance = new Provenance<>();
  private final Words struck = new Words();
  private final Words added = new Words();
  private long addedUnits;
  private boolean blocks;
  private boolean tables;

  private Effects() {}

  static Effects of(Bytes state, Bytes update) {
    Effects effects = new Effects();
    effects.provenance.add(Side.TEXT, state);
    effects.provenance.add(Side.SUGGESTION, update);
    effects.read(effects.provenance.documentAt(2).root(Prose.ROOT), 0);
    return effects;
  }

  /// UTF-16 units of its own that can be seen.
  long addedUnits() {
    return addedUnits;
  }

  Effect effect() {
    return new Effect(kind(), struck.text(), added.text());
  }

  private Kind kind() {
    if (tables) {
      return Kind.TABLE;
    }
    if (blocks) {
      return Kind.BLOCK;
    }
    if (struck.isEmpty()) {
      return added.isEmpty() ? Kind.FORMAT : Kind.INSERTION;
    }
    return added.isEmpty() ? Kind.REMOVAL : Kind.WORDING;
  }

  private void read(Branch parent, int depth) {
    // As deep as a tree may be, with the texts below.
    if (depth > Limits.TREE_DEPTH_MAX + 1) {
      throw new CrdtException("a document nested too deeply");
    }
    for (Item item = parent.first(); item != null; item = item.right()) {
      boolean own = provenance.insertedBy(item.clientId(), item.firstClock()) == Side.SUGGESTION;
      boolean gone = item.isDeleted();
      boolean taken = gone && !own;
      switch (item.content()) {
        case Branch child when own && !gone -> {
          touched(child);
          read(child, depth + 1);
        }
        case Branch child when taken -> {
          touched(child);
          read(child, depth + 1);
        }
        case Branch child when !gone -> read(child, depth + 1);
        case TextContent text when own && !gone -> {
          addedUnits += text.length();
          added.add(text.text());
        }
        case TextContent text when taken -> struck.add(text.text());
        case TextContent _ when !gone -> {
          struck.pass();
          added.pass();
        }
        default -> {}
      }
    }
    struck.pass();
    added.pass();
  }

  private void touched(Branch child) {
    String name = child.name();
    if (name != null) {
      blocks = true;
      tables |= TABLE.contains(name);
    }
  }

  /// Words from several places, parted by an ellipsis.
  private static final class Words {
    private final StringBuilder text = new StringBuilder();
    private boolean apart;

    boolean isEmpty() {
      return text.isEmpty();
    }

    void add(String words) {
      if (apart && !text.isEmpty()) {
        text.append(" … ");
      }
      apart = false;
      // Beyond what is kept, nothing need be gathered.
      if (text.length() <= 4 * Bounds.WORDS_LENGTH_MAX) {
        text.append(words);
      }
    }

    /// Something else stands here.
    void pass() {
      apart = true;
    }

    String text() {
      String plain = text.toString().replaceAll("[\\p{Cntrl}\\s]+", " ");
      int count = plain.codePointCount(0, plain.length());
      return count <= Bounds.WORDS_LENGTH_MAX
          ? plain
          : plain.substring(0, plain.offsetByCodePoints(0, Bounds.WORDS_LENGTH_MAX - 1)) + "…";
    }
  }
}
