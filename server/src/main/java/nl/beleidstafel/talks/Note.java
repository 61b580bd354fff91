package nl.beleidstafel.talks;

import java.util.List;
import java.util.UUID;
import nl.beleidstafel.base.InterviewId;

/// Something that was written down in an interview and that may leave its document. What is not for
/// use is never one.
///
/// @param question the id of the question it hangs on; `general` for none
/// @param position in its question, from 0
/// @param marks words of {@link Note.Mark}, in that order
/// @param text plain
public record Note(
    InterviewId interview,
    UUID id,
    String question,
    int position,
    Kind kind,
    Confidentiality confidentiality,
    List<Mark> marks,
    String text) {
  public Note {
    marks = List.copyOf(marks);
  }

  /// Whose words they are.
  public enum Kind {
    QUOTE,
    PARAPHRASE,
    OBSERVATION
  }

  /// How far it may go: to the partners of the plan, or to its core team.
  public enum Confidentiality {
    OPEN,
    CORE
  }

  /// What it is about, at a glance.
  public enum Mark {
    SIGNAL,
    BOTTLENECK,
    SUCCESS,
    GROUP,
    SETTING,
    SUBSTANCE,
    ACTION
  }
}
