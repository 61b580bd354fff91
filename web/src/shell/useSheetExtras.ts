import { useAsksExtra } from '../asks/sheet';
import { useDiscussion } from '../discussion/sheet';
import type { SheetContext, SheetExtra } from '../editor';
import { useFillIns } from '../fillins/sheet';
import { useFindingsExtra } from '../findings/sheet';
import { useHistoryExtra } from '../history/sheet';
import { pathOf } from '../plan';
import { useSuggestions } from '../suggestions/sheet';

/// All that the slices add to the sheet of a section, in the order in which it stands there. Each
/// is a hook of its own, so none is ever left out.
export function useSheetExtras(context: SheetContext): readonly SheetExtra[] {
  return [
    useFillIns(context, pathOf),
    useHistoryExtra(context),
    useDiscussion(context),
    useSuggestions(context),
    useAsksExtra(context),
    useFindingsExtra(context),
  ];
}
