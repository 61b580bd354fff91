package nl.beleidstafel.demonstration;

import java.util.Optional;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.doc.RelativePosition;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.TextRun;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.prose.Prose;

/// Words that stand together in a text, found by what they say.
///
/// @param at index of the first of them, in UTF-16 units
record Quotes(XmlText text, int at, int length) {
  /// The first place where these words stand.
  static Optional<Quotes> find(Doc doc, String words) {
    return find(doc.xmlFragment(Prose.ROOT), words);
  }

  private static Optional<Quotes> find(XmlFragment fragment, String words) {
    for (SharedType child : fragment.children()) {
      Optional<Quotes> found =
          switch (child) {
            case XmlText text -> find(text, words);
            case XmlFragment inner -> find(inner, words);
            case SharedType _ -> Optional.empty();
          };
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Quotes> find(XmlText text, String words) {
    StringBuilder plain = new StringBuilder();
    for (TextRun run : text.runs()) {
      plain.append(run.insert() instanceof String chars && !run.isEmbed() ? chars : "\ufffc");
    }
    int at = plain.indexOf(words);
    return at < 0 ? Optional.empty() : Optional.of(new Quotes(text, at, words.length()));
  }

  /// The place before the words, encoded.
  Bytes from() {
    return RelativePosition.at(text.branch(), at, RelativePosition.Side.RIGHT).encode();
  }

  /// The place behind the words, encoded.
  Bytes to() {
    return RelativePosition.at(text.branch(), at + length, RelativePosition.Side.LEFT).encode();
  }

  /// Other words in their place.
  void replace(String words) {
    text.delete(at, length);
    text.insert(at, words);
  }
}
