import { PlanPage, type PlanPageProps } from '../../plan/sheet';
import { useSheetExtras } from '../useSheetExtras';

/// A plan with all that the slices add to its sheets. Comes with the editor, so only when somebody
/// opens a plan.
export function LivePlan(props: Omit<PlanPageProps, 'useExtras'>) {
  return <PlanPage {...props} useExtras={useSheetExtras} />;
}
