import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { type Place, placeAfter } from '../gridKeys';

/// The attributes by which a place in the grid is found.
export function placeAttributes(row: number, column: number) {
  return { 'data-row': row, 'data-column': column, tabIndex: -1 };
}

export function placeOf(element: Element | null): Place | undefined {
  const cell = element?.closest<HTMLElement>('[data-row]');
  return cell
    ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
    : undefined;
}

function cellAt(grid: HTMLElement | null, { row, column }: Place): HTMLElement | undefined {
  const selector = `[data-row="${row}"][data-column="${column}"]`;
  return grid?.querySelector<HTMLElement>(selector) ?? undefined;
}

/// Walking through a grid with the keyboard: one place is reached with Tab, the arrows go on from
/// there. The place is kept on the elements themselves, so that no key makes React draw a thousand
/// cells. `last` is the last row and column.
export function useGrid(last: Place): {
  grid: RefObject<HTMLTableElement | null>;
  onKeyDown: (event: KeyboardEvent) => boolean;
  onFocus: (target: Element) => void;
  goTo: (place: Place) => void;
} {
  const grid = useRef<HTMLTableElement>(null);
  const here = useRef<Place>({ row: 0, column: 0 });
  const bounds = useRef(last);
  bounds.current = last;
  const mark = useCallback((place: Place) => {
    cellAt(grid.current, here.current)?.setAttribute('tabindex', '-1');
    here.current = place;
    cellAt(grid.current, place)?.setAttribute('tabindex', '0');
  }, []);
  useLayoutEffect(() => {
    // Rows and columns come and go while others work.
    const { row, column } = here.current;
    mark({ row: Math.min(row, last.row), column: Math.min(column, last.column) });
  }, [last.row, last.column, mark]);
  const goTo = useCallback((place: Place) => cellAt(grid.current, place)?.focus(), []);
  const onFocus = useCallback(
    (target: Element) => {
      const place = placeOf(target);
      if (place !== undefined) {
        mark(place);
      }
    },
    [mark],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent): boolean => {
      const ctrl = event.ctrlKey || event.metaKey;
      const next = event.altKey
        ? undefined
        : placeAfter(event.key, ctrl, here.current, bounds.current);
      if (next !== undefined) {
        event.preventDefault();
        goTo(next);
      }
      return next !== undefined;
    },
    [goTo],
  );
  return { grid, onKeyDown, onFocus, goTo };
}
