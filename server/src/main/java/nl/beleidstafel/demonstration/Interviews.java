package nl.beleidstafel.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom the demonstration's people speak with, what they write down, and what they make of it.
/// Immutable.
///
/// @param list the id of the list of topics that they speak along
record Interviews(
    String list,
    List<Figure> figures,
    List<Talk> talks,
    List<Theme> themes,
    List<Finding> findings) {
  /// None.
  static final Interviews NONE = new Interviews("", List.of(), List.of(), List.of(), List.of());

  Interviews {
    figures = List.copyOf(figures);
    talks = List.copyOf(talks);
    themes = List.copyOf(themes);
    findings = List.copyOf(findings);
  }

  /// A figure to have at hand in the talks.
  ///
  /// @param section where it belongs, by number
  record Figure(
      String label,
      String value,
      String unit,
      String source,
      int year,
      String section,
      String question) {}

  /// One interview. It is planned where it is still to come, and closed where it was.
  ///
  /// @param partner whose organisation it is with; null for one that is not at the table
  /// @param organisation and `partnerKind`: the one that is not; null with a partner
  /// @param days from today
  record Talk(
      @Nullable String partner,
      @Nullable String organisation,
      @Nullable String partnerKind,
      String function,
      String place,
      int days,
      List<String> interviewers,
      List<String> noteTakers,
      List<Note> notes) {
    Talk {
      interviewers = List.copyOf(interviewers);
      noteTakers = List.copyOf(noteTakers);
      notes = List.copyOf(notes);
    }
  }

  /// @param id names it in the script alone
  record Note(
      String id,
      String question,
      String by,
      String kind,
      String confidentiality,
      List<String> marks,
      String text) {
    Note {
      marks = List.copyOf(marks);
    }
  }

  record Theme(String title, String description) {}

  /// @param theme the title of one; null for none
  record Finding(@Nullable String theme, String text, List<String> notes, List<Cited> cited) {
    Finding {
      notes = List.copyOf(notes);
      cited = List.copyOf(cited);
    }
  }

  /// Where a finding stands behind the words of a section.
  record Cited(String section, String behind) {}
}
