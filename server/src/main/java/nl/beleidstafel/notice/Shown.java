package nl.beleidstafel.notice;

import nl.beleidstafel.sections.Place;
import org.jspecify.annotations.Nullable;

/// A notice with what its reader may know of where it is about.
///
/// @param place null where it concerns the plan as a whole
record Shown(Told told, String planTitle, @Nullable Place place) {
  /// Where in the app it leads.
  String path() {
    String plan = "/plannen/" + told.plan();
    String section = place == null ? plan : plan + "/" + place.key().replace('.', '-');
    return switch (told.kind()) {
      case MENTION, REPLY, COMMENT -> section + "?paneel=opmerkingen";
      case SUGGESTION, SUGGESTION_DECIDED -> section + "?paneel=voorstellen";
      case SIGN_OFF_STALE -> section + "?paneel=akkoord";
      case ASK, ASK_REMINDER, ANSWER ->
          told.subject() == null ? plan : plan + "/uitvragen/" + told.subject();
      case INTERVIEW_PLANNED, INTERVIEW_CHANGED ->
          told.subject() == null ? plan : plan + "/interviews/" + told.subject();
      case SUMMARY_ANSWERED ->
          told.subject() == null ? plan : plan + "/interviews/" + told.subject() + "/daarna";
      case FILL_IN_ASKED, FILL_IN_DUE, STATUS -> section;
      case VERSION -> place == null ? plan + "/versies" : section;
    };
  }
}
