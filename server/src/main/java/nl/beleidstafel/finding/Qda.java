package nl.beleidstafel.finding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import nl.beleidstafel.base.Bytes;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.http.Language;
import nl.beleidstafel.http.Text;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.TopicGroup;
import org.jspecify.annotations.Nullable;

/// A codebook and a project in the exchange format of programs for qualitative research: REFI-QDA
/// 1.5, `urn:QDA-XML:codebook:1.0` and `urn:QDA-XML:project:1.0`. Without names of people: all was
/// made by "Beleidstafel".
///
/// @param language of the few words that we add
/// @param nowMs when it is made
record Qda(Language language, long nowMs) {
  private static final String CODEBOOK = "urn:QDA-XML:codebook:1.0";
  private static final String PROJECT = "urn:QDA-XML:project:1.0";
  private static final String ORIGIN = "Beleidstafel";

  /// What goes into a project.
  ///
  /// @param groups the questions of all interviews
  /// @param notes those that may go, by interview, then in the order of its questions
  /// @param codesOf of each note that has some
  record Content(
      PlanId plan,
      String title,
      List<Code> codes,
      List<TopicGroup> groups,
      Map<InterviewId, Interviews.Header> interviews,
      List<Note> notes,
      Map<UUID, Set<UUID>> codesOf,
      List<Finding> findings,
      List<Theme> themes) {}

  /// A codebook (`.qdc`). The format knows none without codes.
  Bytes codebook(List<Code> codes) {
    return xml(
        CODEBOOK,
        "CodeBook",
        out -> {
          out.attribute("origin", ORIGIN);
          codes(out, codes);
        });
  }

  private static void codes(Out out, List<Code> codes) {
    out.begin("Codes");
    for (Code code : codes) {
      if (code.parent() == null) {
        code(out, code, codes);
      }
    }
    out.end();
  }

  private static void code(Out out, Code code, List<Code> all) {
    out.begin("Code")
        .attribute("guid", code.id())
        .attribute("name", code.name())
        .attribute("isCodable", "true");
    if (!code.description().isEmpty()) {
      out.element("Description", code.description());
    }
    for (Code each : all) {
      if (code.id().equals(each.parent())) {
        code(out, each, all);
      }
    }
    out.end();
  }

  /// A project with the notes as texts (`.qdpx`), a zip.
  Bytes project(Content content) {
    Map<InterviewId, Source> sources = sources(content);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, "project.qde", xml(PROJECT, "Project", out -> project(out, content, sources)));
      for (Source source : sources.values()) {
        put(zip, "Sources/" + source.guid() + ".txt", Bytes.wrap(utf8(source.text.toString())));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("writing to memory failed", impossible);
    }
    return Bytes.wrap(bytes.toByteArray());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void put(ZipOutputStream zip, String name, Bytes bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(nowMs);
    zip.putNextEntry(entry);
    zip.write(bytes.backingArray(), bytes.arrayOffset(), bytes.length());
    zip.closeEntry();
  }

  /// One interview as a text, with the place of each note in it, in code points.
  private static final class Source {
    final InterviewId interview;
    final StringBuilder text = new StringBuilder();
    final List<Placed> placed = new ArrayList<>();
    private int length;

    Source(InterviewId interview) {
      this.interview = interview;
    }

    UUID guid() {
      return interview.value();
    }

    void say(String words) {
      text.append(words);
      length += words.codePointCount(0, words.length());
    }

    void say(Note note) {
      int from = length;
      say(clean(note.text()));
      placed.add(new Placed(note, from, length));
      say("\n");
    }
  }

  private record Placed(Note note, int from, int to) {}

  private Map<InterviewId, Source> sources(Content content) {
    Map<String, String> asked = new HashMap<>();
    content
        .groups()
        .forEach(group ->
            group.questions().forEach(question -> asked.put(question.id(), question.text())));
    Map<InterviewId, Source> sources = new LinkedHashMap<>();
    Map<InterviewId, String> at = new HashMap<>();
    for (Note note : content.notes()) {
      Source source = sources.computeIfAbsent(note.interview(), Source::new);
      if (!note.question().equals(at.put(note.interview(), note.question()))) {
        String question =
            asked.getOrDefault(
                note.question(), in("Zonder vraag uit de lijst", "No question of the list"));
        source.say((source.placed.isEmpty() ? "" : "\n") + clean(question) + "\n\n");
      }
      source.say(note);
    }
    return sources;
  }

  private void project(Out out, Content content, Map<InterviewId, Source> sources) {
    String user = guid(content.plan(), "user");
    String kind = guid(content.plan(), "partner-kind");
    String now = Instant.ofEpochMilli(nowMs).truncatedTo(ChronoUnit.SECONDS).toString();
    out.attribute("name", content.title())
        .attribute("origin", ORIGIN)
        .attribute("creatingUserGUID", user)
        .attribute("creationDateTime", now);
    out.begin("Users").begin("User").attribute("guid", user).attribute("name", ORIGIN).end().end();
    if (!content.codes().isEmpty()) {
      out.begin("CodeBook");
      codes(out, content.codes());
      out.end();
    }
    if (!sources.isEmpty()) {
      out.begin("Variables")
          .begin("Variable")
          .attribute("guid", kind)
          .attribute("name", in("Soort partner", "Kind of partner"))
          .attribute("typeOfVariable", "Text")
          .end()
          .end();
      out.begin("Cases");
      sources.values().forEach(source -> aCase(out, content, source, kind));
      out.end();
      out.begin("Sources");
      sources.values().forEach(source -> source(out, content, source, user));
      out.end();
    }
    memos(out, content, user);
  }

  private static void aCase(Out out, Content content, Source source, String kind) {
    Interviews.Header header = content.interviews().get(source.interview);
    out.begin("Case")
        .attribute("guid", derived(source.guid(), "case"))
        .attribute("name", nameOf(header));
    out.begin("VariableValue")
        .begin("VariableRef")
        .attribute("targetGUID", kind)
        .end()
        .element("TextValue", header == null ? "" : header.partnerKind())
        .end();
    out.begin("SourceRef").attribute("targetGUID", source.guid()).end();
    out.end();
  }

  private static String nameOf(Interviews.@Nullable Header header) {
    return header == null ? "" : header.organisation();
  }

  private void source(Out out, Content content, Source source, String user) {
    out.begin("TextSource")
        .attribute("guid", source.guid())
        .attribute("name", nameOf(content.interviews().get(source.interview)))
        .attribute("plainTextPath", "internal://" + source.guid() + ".txt")
        .attribute("creatingUser", user);
    for (Placed placed : source.placed) {
      Note note = placed.note();
      out.begin("PlainTextSelection")
          .attribute("guid", note.id())
          .attribute("name", kind(note.kind()))
          .attribute("startPosition", placed.from())
          .attribute("endPosition", placed.to())
          .attribute("creatingUser", user);
      for (UUID code :
          content.codesOf().getOrDefault(note.id(), Set.of()).stream().sorted().toList()) {
        out.begin("Coding")
            .attribute("guid", derived(note.id(), code.toString()))
            .attribute("creatingUser", user)
            .begin("CodeRef")
            .attribute("targetGUID", code)
            .end()
            .end();
      }
      for (Finding finding : content.findings()) {
        if (finding.notes().contains(note.id())) {
          out.begin("NoteRef").attribute("targetGUID", finding.id()).end();
        }
      }
      out.end();
    }
    out.end();
  }

  /// Findings are memos there, themes are sets of them.
  private void memos(Out out, Content content, String user) {
    if (!content.findings().isEmpty()) {
      out.begin("Notes");
      for (Finding finding : content.findings()) {
        out.begin("Note")
            .attribute("guid", finding.id())
            .attribute("name", in("Bevinding", "Finding"))
            .attribute("creatingUser", user)
            .element("PlainTextContent", finding.text())
            .end();
      }
      out.end();
    }
    if (!content.themes().isEmpty()) {
      out.begin("Sets");
      for (Theme theme : content.themes()) {
        out.begin("Set").attribute("guid", theme.id()).attribute("name", theme.title());
        if (!theme.description().isEmpty()) {
          out.element("Description", theme.description());
        }
        for (Finding finding : content.findings()) {
          if (theme.id().equals(finding.theme())) {
            out.begin("MemberNote").attribute("targetGUID", finding.id()).end();
          }
        }
        out.end();
      }
      out.end();
    }
  }

  private String kind(Note.Kind kind) {
    return switch (kind) {
      case QUOTE -> in("Citaat", "Quote");
      case PARAPHRASE -> in("Samengevat", "Paraphrase");
      case OBSERVATION -> in("Eigen waarneming", "Own observation");
    };
  }

  private String in(String dutch, String english) {
    return new Text(dutch, english).in(language);
  }

  private static String guid(PlanId plan, String what) {
    return derived(plan.value(), what);
  }

  /// The same for the same thing in each export.
  private static String derived(UUID of, String what) {
    return UUID.nameUUIDFromBytes(utf8(of + "/" + what)).toString();
  }

  /// Without what XML cannot hold; lines end in `\n`.
  static String clean(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .forEach(point -> {
          boolean fits =
              point == '\t'
                  || point == '\n'
                  || (point >= 0x20 && point <= 0xD7FF)
                  || (point >= 0xE000 && point <= 0xFFFD)
                  || point >= 0x10000;
          if (fits) {
            kept.appendCodePoint(point);
          }
        });
    return kept.toString();
  }

  private interface Inside {
    void write(Out out);
  }

  private static Bytes xml(String namespace, String root, Inside inside) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      writer.writeStartDocument("UTF-8", "1.0");
      writer.writeStartElement(root);
      writer.writeDefaultNamespace(namespace);
      inside.write(new Out(writer));
      writer.writeEndElement();
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("writing to memory failed", impossible);
    }
    return Bytes.wrap(bytes.toByteArray());
  }

  /// XML to memory, which does not fail.
  private record Out(XMLStreamWriter writer) {
    private interface Write {
      void run() throws XMLStreamException;
    }

    private Out write(Write write) {
      try {
        write.run();
      } catch (XMLStreamException impossible) {
        throw new IllegalStateException("writing to memory failed", impossible);
      }
      return this;
    }

    Out begin(String element) {
      return write(() -> writer.writeStartElement(element));
    }

    Out attribute(String name, Object value) {
      return write(() -> writer.writeAttribute(name, clean(value.toString())));
    }

    Out element(String name, String text) {
      return write(() -> {
        writer.writeStartElement(name);
        writer.writeCharacters(clean(text));
        writer.writeEndElement();
      });
    }

    Out end() {
      return write(writer::writeEndElement);
    }
  }
}
