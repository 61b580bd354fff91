package nl.beleidstafel.demonstration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the demonstration's people do, in their order. Who does it is the part of their address
/// before the @; where, the key of a section. Immutable.
record Script(
    List<Role> roles,
    List<Filling> fillings,
    Interviews interviews,
    List<Talk> talks,
    List<Proposal> proposals,
    List<Ask> asks,
    List<State> states,
    List<SignOff> signOffs,
    String version) {
  Script {
    roles = List.copyOf(roles);
    fillings = List.copyOf(fillings);
    talks = List.copyOf(talks);
    proposals = List.copyOf(proposals);
    asks = List.copyOf(asks);
    states = List.copyOf(states);
    signOffs = List.copyOf(signOffs);
  }

  /// The coordinator gives somebody's organisation a role where it has none.
  record Role(String by, String role, List<String> sections) {
    Role {
      sections = List.copyOf(sections);
    }
  }

  /// Somebody fills in a place.
  ///
  /// @param inside the label of the place that holds it; null where any does
  /// @param keep the label of a place within it that stays; null where there is none
  record Filling(
      String section,
      String label,
      String by,
      Content content,
      @Nullable String inside,
      @Nullable String keep) {}

  /// What stands in a place.
  sealed interface Content {
    record Words(String text) implements Content {}

    record Blocks(List<Part> parts) implements Content {
      public Blocks {
        parts = List.copyOf(parts);
      }
    }

    /// Of the list in the place, these stay.
    record Chosen(List<String> labels) implements Content {
      public Chosen {
        labels = List.copyOf(labels);
      }
    }
  }

  /// One block of a place.
  sealed interface Part {
    record Text(String text) implements Part {}

    record Items(List<String> items) implements Part {
      public Items {
        items = List.copyOf(items);
      }
    }

    /// @param rows the heads of the columns first
    record Table(List<List<String>> rows) implements Part {
      public Table {
        rows = List.copyOf(rows);
      }
    }
  }

  /// Somebody begins a thread on words of the text, and others answer.
  record Talk(
      String section, String by, String quote, String text, List<Reply> replies, boolean resolved) {
    Talk {
      replies = List.copyOf(replies);
    }
  }

  record Reply(String by, String text) {}

  /// Somebody proposes other words.
  ///
  /// @param accept who accepts it; null where nobody does
  /// @param decline why the coordinator declines it; null where nobody does
  record Proposal(
      String section,
      String by,
      String words,
      String instead,
      String reason,
      @Nullable String accept,
      @Nullable String decline) {}

  /// The coordinator asks partners about sections.
  ///
  /// @param dueInDays from today
  record Ask(
      String title,
      String text,
      List<String> sections,
      List<String> partners,
      int dueInDays,
      boolean closed,
      List<Reaction> reactions) {
    Ask {
      sections = List.copyOf(sections);
      partners = List.copyOf(partners);
      reactions = List.copyOf(reactions);
    }
  }

  record Reaction(String by, String section, String answer, @Nullable String text) {}

  /// The coordinator sets a section's state.
  record State(String section, String status) {}

  record SignOff(String by, String section) {}
}
