package nl.beleidstafel.suggestion;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.SharedType;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.prose.Prose;
import org.jspecify.annotations.Nullable;

/// Copies of a document in which somebody writes something else.
final class Forks {
  private static final AtomicLong CLIENT = new AtomicLong(1_000_000);

  private Forks() {}

  /// What the copy has after the edits that the document lacks.
  static Bytes of(Doc doc, Consumer<Doc> edits) {
    Doc fork = new Doc(CLIENT.incrementAndGet());
    fork.apply(doc.encode());
    return fork.transact(_ -> edits.accept(fork));
  }

  /// A paragraph before everything else.
  static void paragraph(Doc doc, String words) {
    doc.xmlFragment(Prose.ROOT).insertElement(0, "paragraph").insertText(0, words);
  }

  /// A table of one row before everything else.
  static void table(Doc doc, String... cells) {
    XmlElement row =
        doc.xmlFragment(Prose.ROOT).insertElement(0, "table").insertElement(0, "tableRow");
    for (String cell : cells) {
      row.appendElement("tableCell").insertElement(0, "paragraph").insertText(0, cell);
    }
  }

  /// Takes these words away and puts nothing in their place.
  static void whole(Doc doc, String words) {
    XmlText text = textWith(doc, words);
    text.delete(plain(text).indexOf(words), words.length());
  }

  static XmlText textWith(Doc doc, String words) {
    XmlText found = search(doc.xmlFragment(Prose.ROOT), words);
    if (found == null) {
      throw new AssertionError("no text with " + words);
    }
    return found;
  }

  private static @Nullable XmlText search(XmlFragment fragment, String words) {
    for (SharedType child : fragment.children()) {
      if (child instanceof XmlText text && plain(text).contains(words)) {
        return text;
      }
      XmlText inner = child instanceof XmlFragment deeper ? search(deeper, words) : null;
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  static String plain(XmlText text) {
    StringBuilder plain = new StringBuilder();
    text.runs().forEach(run -> plain.append(run.insert()));
    return plain.toString();
  }
}
