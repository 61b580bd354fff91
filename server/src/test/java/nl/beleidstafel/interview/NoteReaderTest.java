package nl.beleidstafel.interview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.Limits;
import nl.beleidstafel.crdt.doc.Doc;
import nl.beleidstafel.crdt.type.XmlElement;
import nl.beleidstafel.crdt.type.XmlText;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Note;
import org.junit.jupiter.api.Test;

/// What leaves a document, and above all what does not.
final class NoteReaderTest {
  private static final InterviewId TALK = new InterviewId(new UUID(7, 7));
  private static final String ONE = new UUID(0, 1).toString();
  private static final String TWO = new UUID(0, 2).toString();

  private final Doc doc = new Doc(1);

  @Test
  void aNoteHangsOnItsQuestionInItsPlace_I20() {
    note("question/wat-ziet-u", ONE, "quote", "open", "signal action", "Ze staan er elke avond.");
    note("question/wat-ziet-u", TWO, "observation", "core", "", "Aarzelt.");
    assertEquals(
        List.of(
            new Note(
                TALK,
                UUID.fromString(ONE),
                "wat-ziet-u",
                0,
                Note.Kind.QUOTE,
                Note.Confidentiality.OPEN,
                List.of(Note.Mark.SIGNAL, Note.Mark.ACTION),
                "Ze staan er elke avond."),
            new Note(
                TALK,
                UUID.fromString(TWO),
                "wat-ziet-u",
                1,
                Note.Kind.OBSERVATION,
                Note.Confidentiality.CORE,
                List.of(),
                "Aarzelt.")),
        read());
  }

  @Test
  void whatIsNotPlainlyForUseIsNotForUse_I21() {
    note("question/a", ONE, "quote", "unusable", "", "Een naam.");
    note("question/a", new UUID(0, 3).toString(), "quote", "", "", "Zonder woord.");
    note("question/a", new UUID(0, 4).toString(), "quote", "OPEN", "", "Ander woord.");
    note("question/a", new UUID(0, 5).toString(), "quote", "open core", "", "Twee woorden.");
    assertEquals(List.of(), read());
  }

  @Test
  void aCopyOfWhatIsNotForUseDoesNotLeaveEither_I21() {
    note("question/a", ONE, "quote", "open", "", "Een naam.");
    note("question/b", ONE, "quote", "unusable", "", "Een naam.");
    note("question/b", TWO, "quote", "open", "", "Iets anders.");
    assertEquals(List.of("Iets anders."), read().stream().map(Note::text).toList());
  }

  @Test
  void wordsOfWhatIsNotForUseLeaveWithNoOtherNote_I21() {
    String three = new UUID(0, 3).toString();
    String four = new UUID(0, 4).toString();
    note("question/a", ONE, "quote", "core", "", "De eerste helft.");
    note("question/a", TWO, "quote", "core", "", "Bij het knippen al bekend.");
    note("question/b", three, "quote", "open", "", "Geknipt zonder het te horen.");
    note("question/b", four, "quote", "open", "", "Iets anders.");
    var _ =
        doc.transact(_ -> {
          note("question/a", 1).setAttribute("of", ONE);
          note("question/b", 0).setAttribute("of", four + " " + ONE);
          doc.map("closed").set(ONE, "x " + TWO);
        });
    assertEquals(
        List.of("Bij het knippen al bekend.", "Iets anders."),
        read().stream().map(Note::text).toList());
  }

  @Test
  void whatIsSaidOfUseInAnotherFormThanOursClosesNoLess_I21() {
    note("question/a", ONE, "quote", "core", "", "Zelf gesloten.");
    note("question/a", TWO, "quote", "core", "", "Daaruit geknipt.");
    var _ =
        doc.transact(_ -> {
          note("question/a", 1).setAttribute("of", ONE);
          doc.map("closed").set(ONE, 7);
        });
    assertEquals(List.of(), read());
  }

  private XmlElement note(String root, int place) {
    return (XmlElement) doc.xmlFragment(root).children().get(place);
  }

  @Test
  void ofTwoWithOneIdTheFirstCounts_I20() {
    note("question/a", ONE, "quote", "open", "", "Eerst.");
    note("question/b", ONE, "quote", "core", "", "Later.");
    assertEquals(List.of("Eerst."), read().stream().map(Note::text).toList());
  }

  @Test
  void strangeRootsNodesAndIdsAreNoNotes_I20() {
    note("default", ONE, "quote", "open", "", "Elders.");
    note("question/", ONE, "quote", "open", "", "Zonder vraag.");
    note("question/../x", ONE, "quote", "open", "", "Vreemd.");
    note("question/a", "1-2-3-4-5", "quote", "open", "", "Kort id.");
    note("question/a", ONE, "quote", "open", "", " \n ");
    var _ = doc.transact(_ -> doc.xmlFragment("question/a").insertText(0, "Los op het blad."));
    assertEquals(List.of(), read());
  }

  @Test
  void textIsPlainAndBounded_I20() {
    note("question/a", ONE, "een-ander-soort", "core", "onbekend success success", "a\u0000b\nc");
    note("question/a", TWO, "quote", "core", "", "x".repeat(Limits.NOTE_TEXT_MAX - 1) + "😀");
    assertEquals("a b c", read().get(0).text());
    assertEquals(Note.Kind.PARAPHRASE, read().get(0).kind());
    assertEquals(List.of(Note.Mark.SUCCESS), read().get(0).marks());
    assertEquals("x".repeat(Limits.NOTE_TEXT_MAX - 1), read().get(1).text());
  }

  @Test
  void markedAndSeparateTextsAreOneText_I20() {
    var _ =
        doc.transact(_ -> {
          XmlElement note = doc.xmlFragment("question/a").appendElement("note");
          note.setAttribute("id", ONE);
          note.setAttribute("confidentiality", "core");
          XmlText first = note.appendText();
          first.append("Elke ", Map.of());
          first.append("avond", Map.of("bold", Map.of()));
          note.appendText().append(" weer.", Map.of());
        });
    assertEquals(List.of("Elke avond weer."), read().stream().map(Note::text).toList());
  }

  @Test
  void questionsThatWereAddedAreKnown_I22() {
    var _ =
        doc.transact(_ -> {
          doc.map("questions")
              .set("added-1", "{\"text\":\" En \\n thuis? \",\"group\":\"g\",\"after\":\"a\"}");
          doc.map("questions").set("added-2", "{");
          doc.map("questions").set("a", "{\"text\":\"In de plaats van een andere\"}");
          doc.map("questions").set("added-3", Map.of("text", "Zonder plaats", "group", 4));
        });
    assertEquals(
        List.of(
            new Added(TALK, "added-1", "En thuis?", "g", "a"),
            new Added(TALK, "added-3", "Zonder plaats", "", "")),
        NoteReader.added(doc, TALK));
  }

  @Test
  void aRootOfAnotherTypeDoesNoHarm_I20() {
    var _ =
        doc.transact(_ -> {
          doc.text("question/a").insert(0, "tekst");
          doc.map("question/b").set("x", 1L);
          doc.array("questions").insert(0, List.of("x"));
        });
    assertEquals(List.of(), read());
    assertTrue(NoteReader.added(doc, TALK).isEmpty());
  }

  private List<Note> read() {
    return NoteReader.notes(doc, TALK);
  }

  private void note(
      String root, String id, String kind, String confidentiality, String marks, String text) {
    var _ =
        doc.transact(_ -> {
          XmlElement note = doc.xmlFragment(root).appendElement("note");
          note.setAttribute("id", id);
          note.setAttribute("kind", kind);
          note.setAttribute("confidentiality", confidentiality);
          if (!marks.isEmpty()) {
            note.setAttribute("marks", marks);
          }
          note.insertText(0, text);
        });
  }
}
