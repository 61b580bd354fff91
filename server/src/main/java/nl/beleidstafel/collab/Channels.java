package nl.beleidstafel.collab;

import java.util.Set;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import nl.beleidstafel.base.SectionId;
import org.jspecify.annotations.Nullable;

/// Tells those who have a plan open that something about it changed. Any thread; nothing waits, and
/// nothing is kept: who is not there now asks for the plan anew when coming.
public interface Channels {
  /// What a plan's channel speaks of.
  enum Event {
    /// The outline, a visibility or a status: ask for the plan again.
    PLAN_CHANGED("plan-changed"),
    /// The roles: ask for them again.
    ROLES_CHANGED("roles-changed"),
    /// Threads of a section.
    DISCUSSION_CHANGED("discussion-changed"),
    /// Suggestions in a section.
    SUGGESTIONS_CHANGED("suggestions-changed"),
    /// Fill-ins of a section: what is open, who fills it and by when.
    FILL_INS_CHANGED("fill-ins-changed"),
    /// Asks, answers and sign-offs.
    ASKS_CHANGED("asks-changed"),
    /// State and versions of a section.
    HISTORY_CHANGED("history-changed"),
    /// Notes of an interview.
    NOTES_CHANGED("notes-changed"),
    /// Figures of the plan.
    FIGURES_CHANGED("figures-changed"),
    /// Findings, themes, codes, and what stands behind claims.
    FINDINGS_CHANGED("findings-changed"),
    /// What members are told.
    NOTICES_CHANGED("notices-changed"),
    /// Interviews of the plan, or who may open them; told to those who may.
    INTERVIEWS_CHANGED("interviews-changed");

    private final String word;

    Event(String word) {
      this.word = word;
    }

    /// As clients read it.
    public String word() {
      return word;
    }
  }

  /// Tells the members of these partners, and nobody else, not even that there was something.
  ///
  /// @param section which one it is about; null for the plan as a whole. Only ever named to
  ///   partners that may read it
  /// @param version rises with each telling of its kind, or 0 where nobody counts
  void tell(
      PlanId plan, Event event, @Nullable SectionId section, long version, Set<PartnerId> partners);

  /// As above, for the plan as a whole.
  default void tell(PlanId plan, Event event, long version, Set<PartnerId> partners) {
    tell(plan, event, null, version, partners);
  }
}
