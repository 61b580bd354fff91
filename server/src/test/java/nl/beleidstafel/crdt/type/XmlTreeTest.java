package nl.beleidstafel.crdt.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import nl.beleidstafel.crdt.doc.Doc;
import org.junit.jupiter.api.Test;

final class XmlTreeTest {
  private static final List<XmlTree> PLAN =
      List.of(
          new XmlTree.Element(
              "heading", Map.of("level", 2L), List.of(XmlTree.Text.of("Inleiding 😀"))),
          new XmlTree.Element(
              "paragraph",
              Map.of(),
              List.of(
                  new XmlTree.Text(
                      List.of(
                          new TextRun("Lees ", Map.of()),
                          new TextRun("dit", Map.of("link", Map.of("href", "https://x.test"))),
                          new TextRun("!", Map.of("bold", Map.of(), "italic", Map.of())))),
                  new XmlTree.Element("hardBreak", Map.of(), List.of()))),
          new XmlTree.Element(
              "somethingNew",
              Map.of("deep", Map.of("a", List.of(1L, "b")), "on", true),
              List.of(
                  new XmlTree.Text(
                      List.of(
                          new TextRun("x", Map.of("unknownMark--7f3a", Map.of("by", "ik"))))))));

  @Test
  void whatIsWrittenIsRead() {
    Doc doc = new Doc(1);
    XmlTree.append(doc.xmlFragment("default"), PLAN);
    assertEquals(PLAN, XmlTree.read(doc.xmlFragment("default")));
  }

  @Test
  void itSurvivesTheWire() {
    Doc doc = new Doc(1);
    XmlTree.append(doc.xmlFragment("default"), PLAN);
    Doc other = new Doc(2);
    other.apply(doc.encode());
    assertEquals(PLAN, XmlTree.read(other.xmlFragment("default")));
    assertEquals(doc.xmlFragment("default").toXml(), other.xmlFragment("default").toXml());
  }

  @Test
  void yjsPrintsTheSame() {
    Doc doc = new Doc(1);
    XmlTree.append(doc.xmlFragment("default"), PLAN.subList(0, 2));
    assertEquals(
        "<heading level=\"2\">Inleiding 😀</heading><paragraph>Lees "
            + "<link href=\"https://x.test\">dit</link><bold><italic>!</italic></bold>"
            + "<hardbreak></hardbreak></paragraph>",
        doc.xmlFragment("default").toXml());
  }
}
