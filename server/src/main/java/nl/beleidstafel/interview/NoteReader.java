package nl.beleidstafel.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.beleidstafel.base.Ids;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.encoding.JsonReader;
import nl.beleidstafel.crdt.type.SharedText;
import nl.beleidstafel.crdt.type.TextRun;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlFragment;
import nl.beleidstafel.crdt.update.CrdtException;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Note;
import org.jspecify.annotations.Nullable;

/// Reads what may leave an interview's document. What a document says is whatever a client wrote:
/// what is not plainly for use is not for use.
final class NoteReader {
  /// Before the id of a question in the name of the root that holds its notes.
  static final String ROOT = "question/";

  /// The root that says which notes are not for use, each with the ids of the notes with words of
  /// it that were there when that was said.
  private static final String CLOSED = "closed";

  /// The root with the questions that were added during the talk.
  static final String ADDED = "questions";

  private static final Pattern QUESTION = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
  private static final Pattern ADDED_QUESTION = Pattern.compile("added-[a-z0-9-]{1,70}");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}]+");

  private NoteReader() {}

  /// All notes that may leave, by the name of their question, in their order.
  ///
  /// @param interview whose document it is
  static List<Note> notes(Doc doc, InterviewId interview) {
    List<Note> notes = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    Set<UUID> closed = new HashSet<>();
    Map<String, Set<String>> said = said(doc);
    for (String root : doc.rootNames().stream().sorted().toList()) {
      question(root)
          .ifPresent(question ->
              read(doc.xmlFragment(root), interview, question, said, notes, seen, closed));
    }
    // A copy of a note that is not for use may hold the same words.
    notes.removeIf(note -> closed.contains(note.id()));
    return notes.stream().limit(Limits.NOTES_OF_INTERVIEW_MAX).toList();
  }

  /// The question that the notes of a root hang on, where it is one.
  private static Optional<String> question(String root) {
    String id = root.startsWith(ROOT) ? root.substring(ROOT.length()) : "";
    return QUESTION.matcher(id).matches() ? Optional.of(id) : Optional.empty();
  }

  private static void read(
      XmlFragment root,
      InterviewId interview,
      String question,
      Map<String, Set<String>> said,
      List<Note> notes,
      Set<UUID> seen,
      Set<UUID> closed) {
    int[] position = {0};
    root.forEachChild(child -> {
      if (child instanceof XmlElement element && element.nodeName().equals("note")) {
        int place = position[0]++;
        id(element)
            .ifPresent(id -> {
              Note.@Nullable Confidentiality confidentiality = confidentiality(element);
              if (confidentiality == null || isClosed(element, said)) {
                closed.add(id);
                return;
              }
              String text = words(element);
              if (!text.isEmpty() && seen.add(id)) {
                notes.add(
                    new Note(
                        interview,
                        id,
                        question,
                        place,
                        kind(element),
                        confidentiality,
                        marks(element),
                        text));
              }
            });
      }
    });
  }

  private static Map<String, Set<String>> said(Doc doc) {
    Map<String, Set<String>> said = new HashMap<>();
    doc.map(CLOSED).toJson().forEach((id, parts) -> said.put(id, words(parts)));
    return said;
  }

  /// Whether it was said of a note, or of one that its words come from, that it is not for use:
  /// whoever cut, joined or copied it at that moment may not have heard.
  private static boolean isClosed(XmlElement element, Map<String, Set<String>> said) {
    String id = word(element, "id");
    if (said.containsKey(id)) {
      return true;
    }
    for (String origin : words(element.attribute("of"))) {
      if (said.containsKey(origin) && !said.getOrDefault(origin, Set.of()).contains(id)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(@Nullable Object value) {
    return value instanceof String text ? new HashSet<>(List.of(text.split(" ", -1))) : Set.of();
  }

  private static Optional<UUID> id(XmlElement element) {
    try {
      return Optional.of(Ids.parse(word(element, "id")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String word(XmlElement element, String attribute) {
    return element.attribute(attribute) instanceof String text ? text : "";
  }

  private static Note.Kind kind(XmlElement element) {
    return switch (word(element, "kind")) {
      case "quote" -> Note.Kind.QUOTE;
      case "observation" -> Note.Kind.OBSERVATION;
      default -> Note.Kind.PARAPHRASE;
    };
  }

  private static Note.@Nullable Confidentiality confidentiality(XmlElement element) {
    return switch (word(element, "confidentiality")) {
      case "open" -> Note.Confidentiality.OPEN;
      case "core" -> Note.Confidentiality.CORE;
      default -> null;
    };
  }

  private static List<Note.Mark> marks(XmlElement element) {
    Set<String> words = words(element.attribute("marks"));
    Set<Note.Mark> marks = EnumSet.noneOf(Note.Mark.class);
    for (Note.Mark mark : Note.Mark.values()) {
      if (words.contains(mark.name().toLowerCase(Locale.ROOT))) {
        marks.add(mark);
      }
    }
    return List.copyOf(marks);
  }

  private static String words(XmlElement element) {
    StringBuilder words = new StringBuilder();
    element.forEachChild(child -> {
      if (child instanceof SharedText text) {
        for (TextRun run : text.runs()) {
          if (!run.isEmbed() && run.insert() instanceof String part) {
            words.append(part);
          }
        }
      }
    });
    return cut(SPACES.matcher(words).replaceAll(" ").strip(), Limits.NOTE_TEXT_MAX);
  }

  private static String cut(String text, int charsMax) {
    if (text.length() <= charsMax) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(charsMax - 1));
    return text.substring(0, splits ? charsMax - 1 : charsMax);
  }

  /// The questions that were added during the talk, by their ids.
  static List<Added> added(Doc doc, InterviewId interview) {
    Map<String, Added> added = new LinkedHashMap<>();
    doc.map(ADDED)
        .toJson()
        .forEach((id, value) -> {
          if (ADDED_QUESTION.matcher(id).matches() && parsed(value) instanceof Map<?, ?> fields) {
            String text = cut(field(fields, "text").strip(), Limits.ADDED_QUESTION_MAX);
            if (!text.isEmpty()) {
              added.put(
                  id,
                  new Added(
                      interview,
                      id,
                      text,
                      slug(field(fields, "group")),
                      slug(field(fields, "after"))));
            }
          }
        });
    return added.values().stream()
        .sorted(Comparator.comparing(Added::id))
        .limit(Limits.ADDED_QUESTIONS_MAX)
        .toList();
  }

  private static @Nullable Object parsed(@Nullable Object value) {
    try {
      return value instanceof String text ? JsonReader.parse(text) : value;
    } catch (CrdtException _) {
      return null;
    }
  }

  private static String field(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof String text ? SPACES.matcher(text).replaceAll(" ") : "";
  }

  private static String slug(String text) {
    return QUESTION.matcher(text).matches() ? text : "";
  }
}
