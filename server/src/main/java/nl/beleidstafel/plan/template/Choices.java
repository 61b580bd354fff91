package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a municipality chose from registers before its plan is made. Immutable.
///
/// @param byView by the id of a register's view
public record Choices(Map<String, Chosen> byView) {
  public static final Choices NONE = new Choices(Map.of());

  /// What was chosen of one view.
  ///
  /// @param all the labels of the view
  /// @param labels the chosen ones of them
  record Chosen(Set<String> all, Set<String> labels) {
    /// Leaves out of a list what was not chosen, and the dots that stand for more.
    List<List<Block>> of(List<List<Block>> items) {
      List<List<Block>> kept = new ArrayList<>();
      for (List<Block> item : items) {
        String words = words(item);
        boolean offered = words != null && (all.contains(words) || words.equals("…"));
        if (!offered || labels.contains(words)) {
          kept.add(item);
        }
      }
      return kept;
    }

    private static @Nullable String words(List<Block> item) {
      return item.size() == 1
              && item.getFirst() instanceof Block.Paragraph(var content)
              && content.size() == 1
              && content.getFirst() instanceof Inline.Words(var text)
          ? text
          : null;
    }
  }

  public Choices {
    byView = Map.copyOf(byView);
  }

  @Nullable Chosen of(@Nullable String view) {
    return view == null ? null : byView.get(view);
  }
}
