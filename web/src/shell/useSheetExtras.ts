import { useAsksExtra } from '../asks/sheet';
import { useDiscussion } from '../discussion/sheet';
import type { SheetContext, SheetExtra } from '../editor';
import { useHistoryExtra } from '../history/sheet';

/// All that the slices add to the sheet of a section, in the order in which it stands there. Each
/// is a hook of its own, so none is ever left out.
export function useSheetExtras(context: SheetContext): readonly SheetExtra[] {
  return [useHistoryExtra(context), useDiscussion(context), useAsksExtra(context)];
}
