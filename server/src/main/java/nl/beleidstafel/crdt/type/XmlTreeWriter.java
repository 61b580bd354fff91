package nl.beleidstafel.crdt.type;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Writes a tree into an XML fragment, with a stack of its own.
final class XmlTreeWriter {
  private XmlTreeWriter() {}

  /// An element of which the children are being written.
  private record Open(XmlFragment into, Iterator<? extends XmlTree> nodes) {}

  static void write(XmlFragment fragment, List<? extends XmlTree> nodes) {
    Deque<Open> stack = new ArrayDeque<>();
    stack.push(new Open(fragment, nodes.iterator()));
    while (!stack.isEmpty()) {
      Open open = stack.element();
      if (!open.nodes.hasNext()) {
        stack.pop();
        continue;
      }
      switch (open.nodes.next()) {
        case XmlTree.Element node -> {
          XmlElement element = open.into.appendElement(node.name());
          node.attributes().forEach(element::setAttribute);
          stack.push(new Open(element, node.children().iterator()));
        }
        case XmlTree.Text node -> write(open.into.appendText(), node.runs());
      }
    }
  }

  private static void write(XmlText text, List<TextRun> runs) {
    for (TextRun run : runs) {
      if (run.insert() instanceof String chars) {
        text.append(chars, run.formats());
      } else if (run.insert() != null) {
        text.insertEmbed(text.length(), run.insert(), run.formats());
      }
    }
  }
}
