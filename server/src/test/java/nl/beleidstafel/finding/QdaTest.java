package nl.beleidstafel.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.http.Language;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Files of the REFI-QDA exchange format: in the form that its schemas ask for, with every
/// reference leading somewhere and every selection lying on its words.
final class QdaTest {
  private static final Qda QDA = new Qda(Language.NL, 1_790_000_000_000L);
  private static final PlanId PLAN = new PlanId(new UUID(1, 1));
  private static final InterviewId SCHOOL = new InterviewId(new UUID(2, 1));
  private static final InterviewId POLICE = new InterviewId(new UUID(2, 2));

  /// What may stand in an element, in this order, of what we write; a name that ends in `!` stands
  /// there exactly once, in `+` at least once. Behind the colon what attributes it must have.
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("Project", "Users CodeBook Variables Cases Sources Notes Sets:name"),
          Map.entry("Users", "User+:"),
          Map.entry("User", ":guid"),
          Map.entry("CodeBook", "Codes!:"),
          Map.entry("Codes", "Code+:"),
          Map.entry("Code", "Description Code:guid name isCodable"),
          Map.entry("Description", ":"),
          Map.entry("Variables", "Variable+:"),
          Map.entry("Variable", "Description:guid name typeOfVariable"),
          Map.entry("Cases", "Case+:"),
          Map.entry("Case", "Description CodeRef VariableValue SourceRef SelectionRef:guid"),
          Map.entry("VariableValue", "VariableRef! TextValue:"),
          Map.entry("VariableRef", ":targetGUID"),
          Map.entry("TextValue", ":"),
          Map.entry("SourceRef", ":targetGUID"),
          Map.entry("Sources", "TextSource+:"),
          Map.entry(
              "TextSource", "Description PlainTextSelection Coding NoteRef:guid plainTextPath"),
          Map.entry(
              "PlainTextSelection", "Description Coding NoteRef:guid startPosition endPosition"),
          Map.entry("Coding", "CodeRef! NoteRef:guid"),
          Map.entry("CodeRef", ":targetGUID"),
          Map.entry("NoteRef", ":targetGUID"),
          Map.entry("Notes", "Note+:"),
          Map.entry("Note", "Description PlainTextContent!:guid"),
          Map.entry("PlainTextContent", ":"),
          Map.entry("Sets", "Set+:"),
          Map.entry("Set", "Description MemberCode MemberSource MemberNote:guid name"),
          Map.entry("MemberNote", ":targetGUID"));

  private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  @Test
  void aCodebookHasTheFormOfItsSchema_V9() throws Exception {
    Element root = parse(QDA.codebook(codes()));
    assertEquals("urn:QDA-XML:codebook:1.0", root.getNamespaceURI());
    check(root);
    assertEquals(3, root.getElementsByTagNameNS("*", "Code").getLength());
    Element top = (Element) root.getElementsByTagNameNS("*", "Code").item(0);
    assertEquals("Middel <&\"'>", top.getAttribute("name"));
    assertEquals("Cannabis", child(top, "Code").getAttribute("name"));
  }

  @Test
  void aProjectHasTheFormOfItsSchema_V9() throws Exception {
    Map<String, String> files = unzip(QDA.project(content()).toArray());
    assertEquals(
        Set.of("project.qde", "Sources/" + SCHOOL + ".txt", "Sources/" + POLICE + ".txt"),
        files.keySet());
    Element root = parse(Bytes.wrap(files.get("project.qde").getBytes(StandardCharsets.UTF_8)));
    assertEquals("urn:QDA-XML:project:1.0", root.getNamespaceURI());
    check(root);
    assertTrue(root.getAttribute("creationDateTime").matches("\\d{4}-\\d\\d-\\d\\dT.*Z"));
  }

  @Test
  void everyReferenceLeadsSomewhere_V9() throws Exception {
    Map<String, String> files = unzip(QDA.project(content()).toArray());
    Element root = parse(Bytes.wrap(files.get("project.qde").getBytes(StandardCharsets.UTF_8)));
    Set<String> guids = new HashSet<>();
    List<String> targets = new ArrayList<>();
    for (Element element : all(root)) {
      String guid = element.getAttribute("guid");
      if (!guid.isEmpty()) {
        assertTrue(guids.add(guid), "twice: " + guid);
      }
      for (String name : List.of("targetGUID", "creatingUser", "creatingUserGUID")) {
        if (element.hasAttribute(name)) {
          targets.add(element.getAttribute(name));
        }
      }
      String path = element.getAttribute("plainTextPath");
      if (!path.isEmpty()) {
        assertTrue(files.containsKey(path.replace("internal://", "Sources/")), path);
      }
    }
    assertTrue(targets.size() > 8);
    assertTrue(guids.containsAll(targets));
  }

  @Test
  void aSelectionLiesOnItsWordsInCodePoints_V9() throws Exception {
    Content made = new Content();
    Map<String, String> files = unzip(QDA.project(made.content).toArray());
    Element root = parse(Bytes.wrap(files.get("project.qde").getBytes(StandardCharsets.UTF_8)));
    int found = 0;
    for (Element source : byName(root, "TextSource")) {
      String text = files.get("Sources/" + source.getAttribute("guid") + ".txt");
      assertFalse(text.contains("\r"));
      int[] points = text.codePoints().toArray();
      for (Element selection : byName(source, "PlainTextSelection")) {
        int from = Integer.parseInt(selection.getAttribute("startPosition"));
        int to = Integer.parseInt(selection.getAttribute("endPosition"));
        String id = selection.getAttribute("guid");
        assertEquals(made.texts.get(id), new String(points, from, to - from));
        found++;
      }
    }
    assertEquals(4, found);
  }

  @Test
  void whatHasNoneLeavesNoEmptyList_V9() throws Exception {
    Qda.Content bare =
        new Qda.Content(
            PLAN, "Leeg", List.of(), List.of(), Map.of(), List.of(), Map.of(), List.of(),
            List.of());
    Map<String, String> files = unzip(QDA.project(bare).toArray());
    Element root = parse(Bytes.wrap(files.get("project.qde").getBytes(StandardCharsets.UTF_8)));
    check(root);
    assertEquals(1, root.getChildNodes().getLength());
  }

  /// A form that is broken is seen.
  @Test
  void theFormCanBeWrong() throws Exception {
    String wrong =
        "<Code xmlns=\"urn:x\" guid=\""
            + PLAN
            + "\" name=\"a\" isCodable=\"true\">"
            + "<Code guid=\""
            + PLAN
            + "\" name=\"b\" isCodable=\"true\"/>"
            + "<Description>laat</Description></Code>";
    Element root = parse(Bytes.wrap(wrong.getBytes(StandardCharsets.UTF_8)));
    boolean seen = false;
    try {
      check(root);
    } catch (AssertionError _) {
      seen = true;
    }
    assertTrue(seen);
  }

  /// A project with all that there is.
  private static final class Content {
    final Map<String, String> texts = new HashMap<>();
    final Qda.Content content;
    private int count;

    Content() {
      List<Note> notes =
          List.of(
              note(SCHOOL, "who", "Ze gebruiken 😀 <veel> & vaak", ""),
              note(SCHOOL, "who", "Twee\r\nregels\u0007", "Twee\nregels"),
              note(SCHOOL, "added-1", "Los", ""),
              note(POLICE, "where", "Op 好 plek", ""));
      UUID first = notes.getFirst().id();
      List<Code> codes = codes();
      Theme theme = new Theme(new UUID(6, 1), PLAN, 1, "Thema", "Waarover");
      Finding finding =
          new Finding(
              new UUID(5, 1),
              PLAN,
              1,
              "Er wordt gebruikt",
              theme.id(),
              Set.of(first, new UUID(9, 9)),
              0,
              new MemberId(new UUID(7, 1)),
              0);
      content =
          new Qda.Content(
              PLAN,
              "Plan \"A\"",
              codes,
              FakeTalks.LIST.groups(),
              Map.of(
                  SCHOOL, new Interviews.Header(SCHOOL, "De Regenboog", "schools"),
                  POLICE, new Interviews.Header(POLICE, "Wijkteam", "police")),
              notes,
              Map.of(first, Set.of(codes.get(0).id(), codes.get(1).id())),
              List.of(finding),
              List.of(theme, new Theme(new UUID(6, 2), PLAN, 1, "Leeg", "")));
    }

    private Note note(InterviewId interview, String question, String text, String clean) {
      UUID id = new UUID(3, ++count);
      texts.put(id.toString(), clean.isEmpty() ? text : clean);
      return new Note(
          interview, id, question, 0, Note.Kind.QUOTE, Note.Confidentiality.CORE, List.of(), text);
    }
  }

  private static Qda.Content content() {
    return new Content().content;
  }

  private static List<Code> codes() {
    UUID top = new UUID(4, 1);
    return List.of(
        new Code(top, PLAN, 1, null, "Middel <&\"'>", "Welk middel\u0000 het is"),
        new Code(new UUID(4, 2), PLAN, 1, top, "Cannabis", ""),
        new Code(new UUID(4, 3), PLAN, 1, null, "Plek", ""));
  }

  static Map<String, String> unzip(byte[] bytes) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  private static Element parse(Bytes xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.toArray()))
        .getDocumentElement();
  }

  private static void check(Element root) {
    for (Element element : all(root)) {
      String name = element.getLocalName();
      String form = FORMS.get(name);
      assertTrue(form != null, "unknown: " + name);
      String[] parts = form.split(":", -1);
      for (String attribute : words(name.equals("CodeBook") ? "" : parts[1])) {
        assertTrue(element.hasAttribute(attribute), name + " has no " + attribute);
      }
      for (String attribute : List.of("guid", "targetGUID", "creatingUser")) {
        assertTrue(
            !element.hasAttribute(attribute) || element.getAttribute(attribute).matches(GUID));
      }
      order(element, words(parts[0]));
    }
  }

  private static void order(Element element, List<String> form) {
    int at = 0;
    Map<String, Integer> counts = new HashMap<>();
    for (Element child : children(element)) {
      String name = child.getLocalName();
      counts.merge(name, 1, Integer::sum);
      while (at < form.size() && !bare(form.get(at)).equals(name)) {
        at++;
      }
      assertTrue(at < form.size(), name + " out of place in " + element.getLocalName());
    }
    for (String each : form) {
      int count = counts.getOrDefault(bare(each), 0);
      assertTrue(!each.endsWith("+") || count > 0, each + " in " + element.getLocalName());
      assertTrue(!each.endsWith("!") || count == 1, each + " in " + element.getLocalName());
    }
  }

  private static String bare(String name) {
    return name.replaceAll("[+!]$", "");
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.split(" "));
  }

  private static List<Element> all(Element root) {
    List<Element> all = new ArrayList<>(List.of(root));
    all.addAll(byName(root, "*"));
    return all;
  }

  private static List<Element> byName(Element root, String name) {
    NodeList found = root.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (int i = 0; i < element.getChildNodes().getLength(); i++) {
      if (element.getChildNodes().item(i) instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static Element child(Element element, String name) {
    return children(element).stream()
        .filter(each -> each.getLocalName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
