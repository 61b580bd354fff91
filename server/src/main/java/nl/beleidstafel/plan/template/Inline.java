package nl.beleidstafel.plan.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A piece of running text. Immutable.
public sealed interface Inline {

  /// Plain words.
  record Words(String text) implements Inline {}

  record Bold(List<Inline> content) implements Inline {
    public Bold {
      content = List.copyOf(content);
    }
  }

  record Italic(List<Inline> content) implements Inline {
    public Italic {
      content = List.copyOf(content);
    }
  }

  /// Words that lead to a page on the web.
  record Link(String href, List<Inline> content) implements Inline {
    public Link {
      content = List.copyOf(content);
    }
  }

  /// A note, numbered by whoever shows it.
  record Footnote(List<Inline> content) implements Inline {
    public Footnote {
      content = List.copyOf(content);
    }
  }

  /// Leads to the section with this key; shows its number and title where there is no text.
  record CrossReference(String target, @Nullable String text) implements Inline {}

  /// The place of the fill-in with this key.
  record Place(String fillIn) implements Inline {}
}
