/// A cell's place in the grid, counted from the first row and column that can be reached.
export interface Place {
  row: number;
  column: number;
}

/// How far Page Up and Page Down go.
const PAGE = 8;

/// Where a key leads in a grid; nowhere for other keys.
/// Source: WAI-ARIA Authoring Practices, grid pattern.
export function placeAfter(
  key: string,
  ctrl: boolean,
  from: Place,
  last: Place,
): Place | undefined {
  const within = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(row, last.row)),
    column: Math.max(0, Math.min(column, last.column)),
  });
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return within(ctrl ? 0 : row - 1, column);
    case 'ArrowDown':
      return within(ctrl ? last.row : row + 1, column);
    case 'ArrowLeft':
      return within(row, ctrl ? 0 : column - 1);
    case 'ArrowRight':
      return within(row, ctrl ? last.column : column + 1);
    case 'Home':
      return within(ctrl ? 0 : row, 0);
    case 'End':
      return within(ctrl ? last.row : row, last.column);
    case 'PageUp':
      return within(row - PAGE, column);
    case 'PageDown':
      return within(row + PAGE, column);
    default:
      return undefined;
  }
}
