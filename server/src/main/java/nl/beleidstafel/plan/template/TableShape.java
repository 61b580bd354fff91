package nl.beleidstafel.plan.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks that the cells of a table, with all they span, fill a rectangle.
final class TableShape {
  private TableShape() {}

  /// What is wrong, or nothing.
  static Optional<String> check(List<Block.Row> rows) {
    int width = -1;
    List<Integer> fromAbove = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      int columns = fromAbove.isEmpty() ? 0 : fromAbove.removeFirst();
      for (Block.Cell cell : rows.get(i).cells()) {
        columns += cell.across();
        for (int below = 0; below < cell.down() - 1; below++) {
          if (below == fromAbove.size()) {
            fromAbove.add(0);
          }
          fromAbove.set(below, fromAbove.get(below) + cell.across());
        }
      }
      if (width >= 0 && columns != width) {
        return Optional.of(
            "row %d is %d columns wide and the rows above it are %d"
                .formatted(i + 1, columns, width));
      }
      width = columns;
    }
    return fromAbove.isEmpty()
        ? Optional.empty()
        : Optional.of("a cell spans more rows than the table has");
  }
}
