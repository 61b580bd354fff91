package nl.beleidstafel.plan.template;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Prints nodes as `Y.XmlFragment.toString` does: names in lower case, attributes in order, nothing
/// escaped.
final class YjsXml {
  private YjsXml() {}

  static String print(List<Node> nodes) {
    StringBuilder xml = new StringBuilder();
    for (Node node : nodes) {
      switch (node) {
        case Node.Text text -> {
          Map<String, Map<String, Object>> marks = new TreeMap<>(text.marks());
          marks.forEach((mark, attributes) -> xml.append(open(mark, attributes)));
          xml.append(text.text());
          List<String> names = List.copyOf(marks.keySet());
          names.reversed().forEach(mark -> xml.append("</").append(mark).append('>'));
        }
        case Node.Element element -> {
          String name = element.name().toLowerCase(java.util.Locale.ROOT);
          xml.append(open(name, element.attributes()));
          xml.append(print(element.children())).append("</").append(name).append('>');
        }
      }
    }
    return xml.toString();
  }

  private static String open(String name, Map<String, Object> attributes) {
    StringBuilder tag = new StringBuilder("<").append(name);
    new TreeMap<>(attributes)
        .forEach(
            (key, value) -> tag.append(' ').append(key).append("=\"").append(value).append('"'));
    return tag.append('>').toString();
  }
}
