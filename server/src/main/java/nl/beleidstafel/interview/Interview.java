package nl.beleidstafel.interview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.beleidstafel.base.DocumentId;
import nl.beleidstafel.base.InterviewId;
import nl.beleidstafel.base.MemberId;
import nl.beleidstafel.base.PartnerId;
import nl.beleidstafel.base.PlanId;
import org.jspecify.annotations.Nullable;

/// A talk with somebody, without a word of what is said. Instants are milliseconds since 1970.
///
/// @param document null once it was erased
/// @param version rises with each change
/// @param people who leads it and who writes along
/// @param by who planned it
record Interview(
    InterviewId id,
    PlanId plan,
    @Nullable DocumentId document,
    long version,
    Planned planned,
    Kept list,
    Map<MemberId, Part> people,
    State state,
    MemberId by,
    long plannedAtMs,
    @Nullable Long startedAtMs,
    @Nullable Long closedAtMs) {
  Interview {
    people = Map.copyOf(people);
  }

  /// The same in another state, from now on. The clock of a talk that is opened again goes on from
  /// where it began.
  Interview in(State to, long nowMs) {
    Long started =
        switch (to) {
          case RUNNING -> startedAtMs == null ? Long.valueOf(nowMs) : startedAtMs;
          case PLANNED -> null;
          case CLOSED, CANCELLED, ERASED -> startedAtMs;
        };
    return new Interview(
        id,
        plan,
        document,
        version,
        planned,
        list,
        people,
        to,
        by,
        plannedAtMs,
        started,
        to == State.CLOSED ? Long.valueOf(nowMs) : null);
  }

  /// What is settled before the talk.
  ///
  /// @param organisation whom they speak for
  /// @param partner null where they are not at the table
  /// @param partnerKind an id of the register of kinds of partners
  /// @param function what they do there; empty where nobody said
  /// @param place where, or by which call; empty while it is not known
  /// @param atMs null while it is not known
  /// @param experiment whether the experiment with a closed coffeeshop chain runs there
  /// @param figures to have at hand
  /// @param confidentiality what a new note has
  record Planned(
      String organisation,
      @Nullable PartnerId partner,
      String partnerKind,
      String function,
      String place,
      @Nullable Long atMs,
      int minutes,
      boolean experiment,
      List<UUID> figures,
      Confidentiality confidentiality) {
    Planned {
      figures = List.copyOf(figures);
    }

    Planned with(String name, String kind) {
      return new Planned(
          name,
          partner,
          kind,
          function,
          place,
          atMs,
          minutes,
          experiment,
          figures,
          confidentiality);
    }
  }

  /// Which list of topics it is led along, whatever became of that list since.
  record Kept(String list, int version, String title) {}

  /// How far it is.
  enum State {
    PLANNED,
    RUNNING,
    CLOSED,
    CANCELLED,
    ERASED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> of(String word) {
      for (State state : values()) {
        if (state.word().equals(word)) {
          return Optional.of(state);
        }
      }
      return Optional.empty();
    }
  }

  /// What somebody does in it.
  enum Part {
    INTERVIEWER("interviewer"),
    NOTE_TAKER("note-taker");

    private final String word;

    Part(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Part of(String word) {
      return word.equals(NOTE_TAKER.word) ? NOTE_TAKER : INTERVIEWER;
    }
  }

  /// How far a note may go: to the partners, to the core team, nowhere.
  enum Confidentiality {
    OPEN,
    CORE,
    UNUSABLE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Confidentiality> of(String word) {
      for (Confidentiality each : values()) {
        if (each.word().equals(word)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  /// The person, only where that is needed.
  ///
  /// @param email empty where there is none
  record Respondent(String name, String email) {
    static final Respondent NOBODY = new Respondent("", "");
  }
}
