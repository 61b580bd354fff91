package nl.beleidstafel.prose;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A format of a run of text, exactly as it is stored.
///
/// @param key the name of the mark; a mark that may lie over others of its name has `--` and a hash
///   behind it, as y-prosemirror writes it
/// @param value the mark's attributes, an object; an older editor may have stored `true`
public record Mark(String key, @Nullable Object value) {
  private static final Pattern OVERLAPPING = Pattern.compile("(.*)--[a-zA-Z0-9+/=]{8}");

  /// The marks of the editor's schema.
  public enum Kind {
    BOLD("bold"),
    ITALIC("italic"),
    UNDERLINE("underline"),
    STRIKE("strike"),
    SUPERSCRIPT("superscript"),
    SUBSCRIPT("subscript"),
    LINK("link"),

    /// A mark that this version does not know.
    UNKNOWN("");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  /// A mark without attributes, not {@link Kind#LINK} or {@link Kind#UNKNOWN}.
  public static Mark of(Kind kind) {
    return new Mark(kind.word, Map.of());
  }

  public static Mark link(String href) {
    return new Mark(Kind.LINK.word, Map.of("href", href));
  }

  static List<Mark> sorted(List<Mark> marks) {
    return marks.stream().sorted(Comparator.comparing(Mark::key)).toList();
  }

  public String name() {
    Matcher overlapping = OVERLAPPING.matcher(key);
    return overlapping.matches() ? overlapping.group(1) : key;
  }

  public Kind kind() {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.UNKNOWN && kind.word.equals(name())) {
        return kind;
      }
    }
    return Kind.UNKNOWN;
  }

  /// Where a link leads, as somebody wrote it: it may hold any scheme. Null for other marks.
  public @Nullable String href() {
    return kind() == Kind.LINK && value instanceof Map<?, ?> attributes
        ? attributes.get("href") instanceof String href ? href : null
        : null;
  }
}
