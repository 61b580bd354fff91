package nl.beleidstafel.plan.template;

import java.util.List;
import java.util.Map;

/// One unit of the model plan with text of its own; it becomes one document. Immutable.
///
/// @param key unique in its template and stable: the number, or a word where there is none
/// @param number `1`, `3.4`, `B1`, or empty
/// @param title in Dutch, without the number
/// @param level 0 front matter, 1 part, 2 numbered section, 3 annex
/// @param blocks the text, never empty
/// @param fillIns the fill-ins that stand inside running text, by key
public record TemplateSection(
    String key,
    String number,
    String title,
    int level,
    List<Block> blocks,
    Map<String, FillIn> fillIns) {

  public static final int FRONT = 0;
  public static final int PART = 1;
  public static final int SECTION = 2;
  public static final int ANNEX = 3;

  public TemplateSection {
    blocks = List.copyOf(blocks);
    fillIns = Map.copyOf(fillIns);
  }
}
