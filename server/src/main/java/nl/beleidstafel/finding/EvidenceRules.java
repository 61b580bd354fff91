package nl.beleidstafel.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.prose.Node;
import nl.beleidstafel.prose.Run;
import nl.beleidstafel.prose.Shape;
import nl.beleidstafel.talks.Interviews;
import nl.beleidstafel.talks.Note;

/// How much of what stands behind a claim is for whom. Pure. Rules V1 to V4 of `docs/spec.md`.
final class EvidenceRules {
  private EvidenceRules() {}

  /// What is there now of the interviews of a plan, whoever asks.
  record Ground(Map<UUID, Note> notes, Map<InterviewId, Interviews.Header> interviews) {
    Ground {
      notes = Map.copyOf(notes);
      interviews = Map.copyOf(interviews);
    }

    static Ground of(List<Note> notes, Set<Interviews.Header> headers) {
      Map<UUID, Note> byId = new HashMap<>();
      notes.forEach(note -> byId.put(note.id(), note));
      Map<InterviewId, Interviews.Header> interviews = new HashMap<>();
      headers.forEach(header -> interviews.put(header.interview(), header));
      return new Ground(byId, interviews);
    }
  }

  /// What stands behind findings taken together. A note behind two of them counts once.
  static Support support(Collection<Finding> findings, Ground ground) {
    Set<UUID> cited = new HashSet<>();
    int withdrawn = 0;
    for (Finding finding : findings) {
      cited.addAll(finding.notes());
      withdrawn += finding.withdrawn();
    }
    int there = 0;
    Set<String> organisations = new HashSet<>();
    for (UUID id : cited) {
      Note note = ground.notes().get(id);
      if (note != null) {
        there++;
        Interviews.Header header = ground.interviews().get(note.interview());
        organisations.add(header == null ? note.interview().toString() : header.organisation());
      }
    }
    return new Support(organisations.size(), there, withdrawn + cited.size() - there);
  }

  /// How deep somebody sees.
  enum Depth {
    /// How many organisations and notes there are, as whoever reads the section.
    COUNT,
    /// What was found, and open notes without who said them.
    FINDING
  }

  /// The notes behind findings as somebody may see them.
  ///
  /// @param own those of interviews that they may open
  /// @param open others that are open, to be shown without the interview they are of
  record Seen(List<Note> own, List<Note> open) {}

  /// @param opens interviews that they may open
  static Seen seen(
      Collection<Finding> findings, Ground ground, Depth depth, Set<InterviewId> opens) {
    List<Note> own = new ArrayList<>();
    List<Note> open = new ArrayList<>();
    Set<UUID> cited = new HashSet<>();
    findings.forEach(finding -> cited.addAll(finding.notes()));
    for (UUID id : cited) {
      Note note = ground.notes().get(id);
      if (note == null) {
        continue;
      }
      if (opens.contains(note.interview())) {
        own.add(note);
      } else if (depth == Depth.FINDING && note.confidentiality() == Note.Confidentiality.OPEN) {
        open.add(note);
      }
    }
    // By what is shown of them, so that their order tells nothing else.
    open.sort((a, b) -> a.text().compareTo(b.text()));
    own.sort((a, b) -> {
      int interviews = a.interview().toString().compareTo(b.interview().toString());
      int questions = interviews == 0 ? a.question().compareTo(b.question()) : interviews;
      return questions == 0 ? Integer.compare(a.position(), b.position()) : questions;
    });
    return new Seen(own, open);
  }

  /// Whether a section, by its key, should rest on what interviews taught: where people, groups and
  /// settings are described.
  static boolean isExpected(String key) {
    return Set.of("3.9", "3.10", "3.11").contains(key);
  }

  /// A claim in a text that evidence stands behind.
  ///
  /// @param evidence as the text has it, which may be the id of nothing
  /// @param words those of its block
  record Claim(String evidence, String words) {}

  /// The claims of a text, in order. What is there for the writers only, and examples that were
  /// dropped, hold none.
  static List<Claim> claims(List<Node> text) {
    List<Claim> claims = new ArrayList<>();
    text.forEach(node -> claims(node, claims));
    return claims;
  }

  private static void claims(Node node, List<Claim> claims) {
    if (!(node instanceof Node.Element element)) {
      return;
    }
    switch (element.shape()) {
      case Shape.Help _, Shape.Questions _ -> {}
      case Shape.Example(var _, Shape.Decision decision) when decision == Shape.Decision.DROP -> {}
      case Shape.Paragraph _, Shape.Heading _ -> {
        List<String> ids = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        inside(element, ids, words);
        ids.forEach(id -> claims.add(new Claim(id, words.toString().strip())));
      }
      case Shape _ -> element.children().forEach(child -> claims(child, claims));
    }
  }

  private static void inside(Node.Element block, List<String> ids, StringBuilder words) {
    for (Node child : block.children()) {
      switch (child) {
        case Node.Element element when element.shape() instanceof Shape.Evidence(String id) -> {
          if (id != null) {
            ids.add(id);
          }
        }
        case Node.Element element -> inside(element, ids, words);
        case Node.Words text ->
            text.runs()
                .forEach(
                    run -> words.append(run instanceof Run.Text(String chars, var _) ? chars : ""));
        case Node.Foreign _ -> {}
      }
    }
  }
}
