package nl.beleidstafel.plan.template;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;

/// Prints nodes as `Y.XmlFragment.toString` does: names in lower case, attributes in order, nothing
/// escaped.
final class YjsXml {
  private YjsXml() {}

  static String print(List<Node> nodes) {
    StringBuilder xml = new StringBuilder();
    for (Node node : nodes) {
      switch (node) {
        case Node.Words words -> words.runs().forEach(run -> xml.append(print((Run.Text) run)));
        case Node.Foreign foreign -> throw new AssertionError(foreign);
        case Node.Element element -> {
          String name = element.name().toLowerCase(java.util.Locale.ROOT);
          xml.append(open(name, element.attributes().values()));
          xml.append(print(element.children())).append("</").append(name).append('>');
        }
      }
    }
    return xml.toString();
  }

  private static String print(Run.Text run) {
    StringBuilder xml = new StringBuilder();
    run.marks()
        .forEach(mark -> xml.append(open(mark.key(), requireNonNull((Map<?, ?>) mark.value()))));
    xml.append(run.text());
    run.marks().reversed().forEach(mark -> xml.append("</").append(mark.key()).append('>'));
    return xml.toString();
  }

  private static String open(String name, Map<?, ?> attributes) {
    StringBuilder tag = new StringBuilder("<").append(name);
    new TreeMap<>(attributes)
        .forEach(
            (key, value) -> tag.append(' ').append(key).append("=\"").append(value).append('"'));
    return tag.append('>').toString();
  }
}
