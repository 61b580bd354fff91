import type { SheetContext, SheetExtra } from '../editor';

/// All that the slices add to the sheet of a section, in the order in which it stands there.
export function useSheetExtras(_context: SheetContext): readonly SheetExtra[] {
  return none;
}

const none: readonly SheetExtra[] = [];
