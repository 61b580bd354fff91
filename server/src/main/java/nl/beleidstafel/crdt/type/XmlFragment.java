package nl.beleidstafel.crdt.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.beleidstafel.base.Check;
import nl.beleidstafel.crdt.doc.Branch;
import nl.beleidstafel.crdt.doc.Item;
import nl.beleidstafel.crdt.doc.ListEdits;
import nl.beleidstafel.crdt.update.TypeContent;
import nl.beleidstafel.crdt.update.TypeKind;
import org.jspecify.annotations.Nullable;

/// A list of XML elements and texts. Indices count children, a whole text being one.
///
/// Source: yjs `YXmlFragment.js`.
public sealed class XmlFragment extends SharedType permits XmlElement {
  XmlFragment(Branch branch) {
    super(branch);
  }

  public static XmlFragment of(Branch branch) {
    return branch.kind() == TypeKind.XML_ELEMENT ? XmlElement.of(branch) : new XmlFragment(branch);
  }

  /// The child at the index: an {@link XmlElement} or {@link XmlText} where the document is made
  /// properly.
  public final @Nullable Object get(int index) {
    return Elements.get(branch, index);
  }

  /// All children in order.
  public final List<SharedType> children() {
    List<SharedType> children = new ArrayList<>();
    forEachChild(children::add);
    return children;
  }

  public final void forEachChild(Consumer<SharedType> visitor) {
    for (Item item = branch.first(); item != null; item = item.right()) {
      if (item.isVisible() && item.content() instanceof Branch child) {
        visitor.accept(SharedType.of(child));
      }
    }
  }

  /// Inserts an empty element.
  public final XmlElement insertElement(int index, String nodeName) {
    return XmlElement.of(insert(index, new TypeContent(TypeKind.XML_ELEMENT, nodeName)));
  }

  public final XmlElement appendElement(String nodeName) {
    return insertElement(length(), nodeName);
  }

  /// Inserts an empty text.
  public final XmlText insertText(int index) {
    return XmlText.of(insert(index, new TypeContent(TypeKind.XML_TEXT, null)));
  }

  public final XmlText appendText() {
    return insertText(length());
  }

  /// Inserts a text without formats.
  public final XmlText insertText(int index, String text) {
    XmlText made = insertText(index);
    made.insert(0, text, Map.of());
    return made;
  }

  private Branch insert(int index, TypeContent content) {
    List<Item> made = new ArrayList<>(1);
    edit(tx -> made.addAll(ListEdits.insert(tx, branch, index, List.of(content))));
    Check.that(made.getFirst().content() instanceof Branch, "the parent itself is gone");
    return (Branch) made.getFirst().content();
  }

  public final void delete(int index, int count) {
    edit(tx -> ListEdits.delete(tx, branch, index, count));
  }

  /// The tree as Yjs prints it: element names in lower case, attributes sorted, nothing escaped.
  public final String toXml() {
    return XmlPrinter.print(this);
  }

  @Override
  public final String toString() {
    return toXml();
  }
}
