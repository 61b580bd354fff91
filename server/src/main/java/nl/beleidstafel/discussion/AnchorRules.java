package nl.beleidstafel.discussion;

import java.util.Optional;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.RelativePosition;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.TextRun;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.prose.Prose;
import org.jspecify.annotations.Nullable;

/// The words that an anchor is about. Pure. Rules T1 and T2 of `docs/spec.md`.
final class AnchorRules {
  private AnchorRules() {}

  /// The words between the two places, blocks parted by a space; empty where a place is not in the
  /// text (any more), or nothing stands between them.
  static Optional<String> quote(Doc doc, Anchor anchor) {
    RelativePosition.Found from = anchor.from().in(doc);
    RelativePosition.Found to = anchor.to().in(doc);
    if (from == null || to == null) {
      return Optional.empty();
    }
    Reading reading = new Reading(from, to);
    reading.read(doc.xmlFragment(Prose.ROOT));
    return reading.isWhole() ? Optional.of(cut(reading.words.toString())) : Optional.empty();
  }

  private static String cut(String words) {
    String plain = words.replaceAll("\\s+", " ").strip();
    int count = plain.codePointCount(0, plain.length());
    return count <= Limits.QUOTE_LENGTH_MAX
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, Limits.QUOTE_LENGTH_MAX - 1)) + "…";
  }

  /// One walk over the text, in reading order.
  private static final class Reading {
    private final RelativePosition.Found from;
    private final RelativePosition.Found to;
    private final StringBuilder words = new StringBuilder();
    private boolean begun;
    private boolean ended;

    Reading(RelativePosition.Found from, RelativePosition.Found to) {
      this.from = from;
      this.to = to;
    }

    boolean isWhole() {
      return ended && !words.toString().isBlank();
    }

    void read(XmlFragment fragment) {
      for (SharedType child : fragment.children()) {
        if (ended) {
          return;
        }
        if (child instanceof XmlText text) {
          read(text);
        } else if (child instanceof XmlFragment inner) {
          read(inner);
          space();
        }
      }
    }

    private void read(XmlText text) {
      int begin = text.branch() == from.branch() ? from.index() : begun ? 0 : Integer.MAX_VALUE;
      boolean last = text.branch() == to.branch();
      int end = last ? to.index() : Integer.MAX_VALUE;
      begun |= text.branch() == from.branch();
      int at = 0;
      for (TextRun run : text.runs()) {
        @Nullable Object insert = run.insert();
        String chars = insert instanceof String plain && !run.isEmbed() ? plain : "\ufffc";
        int first = Math.clamp((long) begin - at, 0, chars.length());
        int until = Math.clamp((long) end - at, 0, chars.length());
        if (first < until) {
          words.append(chars, first, until);
        }
        at += chars.length();
      }
      ended = begun && last;
    }

    private void space() {
      if (begun && !words.isEmpty()) {
        words.append(' ');
      }
    }
  }
}
