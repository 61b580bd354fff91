package nl.beleidstafel.crdt.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.update.CrdtException;

/// Reads an XML fragment as a tree, with a stack of its own.
final class XmlTreeReader {
  private final Deque<Open> stack = new ArrayDeque<>();

  private XmlTreeReader() {}

  /// An element of which the children are being read.
  private record Open(
      Iterator<SharedType> children, List<XmlTree> into, Consumer<List<XmlTree>> done) {}

  static List<XmlTree> read(XmlFragment fragment) {
    List<XmlTree> result = new ArrayList<>();
    XmlTreeReader reader = new XmlTreeReader();
    reader.open(fragment, result::addAll);
    while (!reader.stack.isEmpty()) {
      reader.step(reader.stack.element());
    }
    return List.copyOf(result);
  }

  private void open(XmlFragment fragment, Consumer<List<XmlTree>> done) {
    if (stack.size() > Limits.TREE_DEPTH_MAX) {
      throw new CrdtException("a document nested too deeply");
    }
    stack.push(new Open(fragment.children().iterator(), new ArrayList<>(), done));
  }

  private void step(Open open) {
    if (!open.children.hasNext()) {
      stack.pop();
      open.done.accept(open.into);
      return;
    }
    switch (open.children.next()) {
      case XmlElement element -> open(element, children -> open.into.add(node(element, children)));
      case SharedText text -> open.into.add(new XmlTree.Text(text.runs()));
      case SharedType _ -> {} // no editor writes it here
    }
  }

  private static XmlTree node(XmlElement element, List<XmlTree> children) {
    return new XmlTree.Element(element.nodeName(), element.attributes(), List.copyOf(children));
  }
}
