package nl.beleidstafel.crdt.type;

import java.util.Map;
import java.util.Objects;
import nl.beleidstafel.crdt.doc.Branch;
import org.jspecify.annotations.Nullable;

/// An XML element: a name, attributes of any value, children.
///
/// Source: yjs `YXmlElement.js`.
public final class XmlElement extends XmlFragment {
  private XmlElement(Branch branch) {
    super(branch);
  }

  public static XmlElement of(Branch branch) {
    return new XmlElement(branch);
  }

  public String nodeName() {
    return Objects.requireNonNullElse(branch.name(), "UNDEFINED");
  }

  /// The value of an attribute in the forms of {@link nl.beleidstafel.crdt.encoding.Values}; null
  /// where it has none.
  public @Nullable Object attribute(String name) {
    return keyValue(name);
  }

  public boolean hasAttribute(String name) {
    return hasKey(name);
  }

  public Map<String, @Nullable Object> attributes() {
    return keyValues();
  }

  public void setAttribute(String name, @Nullable Object value) {
    setKey(name, value);
  }

  public void removeAttribute(String name) {
    removeKey(name);
  }
}
