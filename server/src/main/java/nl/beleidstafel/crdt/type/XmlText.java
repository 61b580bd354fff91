package nl.beleidstafel.crdt.type;

import nl.beleidstafel.crdt.doc.Branch;

/// Text among XML elements.
///
/// Source: yjs `YXmlText.js`.
public final class XmlText extends SharedText {
  private XmlText(Branch branch) {
    super(branch);
  }

  public static XmlText of(Branch branch) {
    return new XmlText(branch);
  }

  /// The text with its formats as tags, exactly as Yjs prints it: nothing is escaped.
  public String toXml() {
    return XmlPrinter.print(this);
  }

  @Override
  public String toString() {
    return toXml();
  }
}
