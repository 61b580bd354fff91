package nl.beleidstafel.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.finding.EvidenceRules.Claim;
import nl.beleidstafel.finding.EvidenceRules.Depth;
import nl.beleidstafel.finding.EvidenceRules.Ground;
import nl.beleidstafel.finding.EvidenceRules.Seen;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Shape;
import nl.beleidstafel.talks.Added;
import nl.beleidstafel.talks.Condition;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;
import nl.beleidstafel.talks.Note.Confidentiality;
import nl.beleidstafel.talks.Question;
import nl.beleidstafel.talks.TopicGroup;
import nl.beleidstafel.talks.TopicList;
import nl.beleidstafel.testkit.Seeds;
import org.junit.jupiter.api.Test;

/// What stands behind a claim, and how deep one sees.
final class EvidenceRulesTest {
  private static final PlanId PLAN = new PlanId(new UUID(0, 1));

  /// Whatever there is: nobody sees a note of an interview that they may not open, but what is open
  /// and to be shown; numbers are those of what is there.
  @Test
  void nothingAboveItsConfidentialityLeavesAnInterview_V2() {
    Seeds.each(
        300,
        random -> {
          List<InterviewId> interviews = new ArrayList<>();
          Set<Interviews.Header> headers = new HashSet<>();
          for (int i = 0; i < 1 + random.nextInt(5); i++) {
            InterviewId id = new InterviewId(new UUID(1, i));
            interviews.add(id);
            headers.add(new Interviews.Header(id, "Organisatie " + random.nextInt(3), "schools"));
          }
          List<Note> notes = new ArrayList<>();
          for (int i = 0; i < random.nextInt(30); i++) {
            notes.add(
                note(
                    interviews.get(random.nextInt(interviews.size())),
                    i,
                    random.nextBoolean() ? Confidentiality.OPEN : Confidentiality.CORE));
          }
          List<Finding> findings = new ArrayList<>();
          Set<UUID> cited = new HashSet<>();
          for (int f = 0; f < random.nextInt(4); f++) {
            Set<UUID> rests = new HashSet<>();
            for (int i = 0; i < random.nextInt(12); i++) {
              // Some are gone.
              rests.add(new UUID(2, random.nextInt(40)));
            }
            cited.addAll(rests);
            findings.add(finding(f, rests));
          }
          Set<InterviewId> opens = new HashSet<>();
          interviews.stream().filter(_ -> random.nextInt(3) == 0).forEach(opens::add);
          Depth depth = random.nextBoolean() ? Depth.FINDING : Depth.COUNT;
          Ground ground = Ground.of(notes, headers);
          Seen seen = EvidenceRules.seen(findings, ground, depth, opens);
          assertTrue(seen.own().stream().allMatch(note -> opens.contains(note.interview())));
          assertTrue(
              seen.open().stream()
                  .allMatch(note ->
                      depth == Depth.FINDING && note.confidentiality() == Confidentiality.OPEN));
          assertTrue(seen.open().stream().noneMatch(note -> opens.contains(note.interview())));
          Support support = EvidenceRules.support(findings, ground);
          List<Note> there = notes.stream().filter(note -> cited.contains(note.id())).toList();
          assertEquals(there.size(), support.notes());
          assertEquals(cited.size() - there.size(), support.withdrawn());
          assertTrue(seen.own().size() + seen.open().size() <= support.notes());
          assertEquals(there.isEmpty(), support.gone());
        });
  }

  @Test
  void twoInterviewsOfOneOrganisationAreOneOrganisation_V3() {
    InterviewId first = new InterviewId(new UUID(1, 1));
    InterviewId second = new InterviewId(new UUID(1, 2));
    Ground ground =
        Ground.of(
            List.of(note(first, 1, Confidentiality.CORE), note(second, 2, Confidentiality.CORE)),
            Set.of(
                new Interviews.Header(first, "De Regenboog", "schools"),
                new Interviews.Header(second, "De Regenboog", "schools")));
    Set<UUID> both = Set.of(new UUID(2, 1), new UUID(2, 2));
    // Behind two findings each counts once.
    Support support = EvidenceRules.support(List.of(finding(1, both), finding(2, both)), ground);
    assertEquals(new Support(1, 2, 0), support);
  }

  @Test
  void claimsAreReadWhereTheyCount_V4() {
    Node chip = Node.Element.of(new Shape.Evidence("a"), List.of());
    List<Node> words = List.of(Node.Words.of("Zo is het. "), chip);
    Node paragraph = Node.Element.of(new Shape.Paragraph(), words);
    List<Node> text =
        List.of(
            Node.Element.of(
                new Shape.BulletList(),
                List.of(Node.Element.of(new Shape.ListItem(), List.of(paragraph)))),
            Node.Element.of(new Shape.Help("h", "", false), List.of(paragraph)),
            Node.Element.of(new Shape.Example("e", Shape.Decision.DROP), List.of(paragraph)),
            Node.Element.of(new Shape.Example("e", Shape.Decision.KEEP), List.of(paragraph)),
            Node.Element.of(
                new Shape.Paragraph(),
                List.of(Node.Element.of(new Shape.Evidence(null), List.of()))));
    Claim claim = new Claim("a", "Zo is het.");
    assertEquals(List.of(claim, claim), EvidenceRules.claims(text));
  }

  @Test
  void questionsOfSeveralListsAreOneList_V7() {
    TopicList first = list("Oud", group("g", question("a", "Een"), question("b", "Twee")));
    TopicList second =
        list("Nieuw", group("h", question("c", "Drie")), group("g", question("b", "Anders")));
    InterviewId talk = new InterviewId(new UUID(1, 1));
    List<Added> added =
        List.of(
            new Added(talk, "added-1", "Erbij", "g", "a"),
            new Added(talk, "added-2", "Los", "", ""));
    List<TopicGroup> joined = MatrixRules.joined(List.of(first, second), added);
    assertEquals(List.of("g", "h"), joined.stream().map(TopicGroup::id).toList());
    assertEquals(
        List.of("Een", "Twee", "Erbij"),
        joined.getFirst().questions().stream().map(Question::text).toList());
    assertEquals(List.of(), MatrixRules.joined(List.of(), added));
  }

  private static TopicList list(String title, TopicGroup... groups) {
    return new TopicList(title, "", List.of(groups));
  }

  private static TopicGroup group(String id, Question... questions) {
    return new TopicGroup(id, id, Condition.NONE, List.of(questions));
  }

  private static Question question(String id, String text) {
    return new Question(id, text, List.of(), Condition.NONE);
  }

  private static Note note(InterviewId interview, int id, Confidentiality confidentiality) {
    return new Note(
        interview,
        new UUID(2, id),
        "who",
        id,
        Note.Kind.QUOTE,
        confidentiality,
        List.of(),
        "Woorden " + id);
  }

  private static Finding finding(int id, Set<UUID> notes) {
    return new Finding(
        new UUID(3, id), PLAN, 1, "Zo is het", null, notes, 0, new MemberId(new UUID(4, 1)), 0);
  }
}
