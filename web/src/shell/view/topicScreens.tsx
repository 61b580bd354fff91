import { useCallback } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { pathOf } from '../../plan';
import { FiguresPage, TopicListPage, TopicListsPage } from '../../topics';
import { InPlan, type PlanScreenProps } from './InPlan';

/// The lists that talks can be led along.
export function TopicListsScreen({ session, expired }: PlanScreenProps) {
  return (
    <InPlan session={session} expired={expired}>
      {({ plan }) => <TopicListsPage plan={plan} />}
    </InPlan>
  );
}

/// One of them, as it is or as it was.
export function TopicListScreen({ session, expired }: PlanScreenProps) {
  const { listId = '' } = useParams();
  const [query] = useSearchParams();
  const asked = Number(query.get('versie') ?? '');
  const version = Number.isInteger(asked) && asked > 0 ? asked : undefined;
  return (
    <InPlan session={session} expired={expired}>
      {({ plan }) => <TopicListPage plan={plan} listId={listId} version={version} />}
    </InPlan>
  );
}

/// Figures to have at hand.
export function FiguresScreen({ session, expired }: PlanScreenProps) {
  const { planId = '' } = useParams();
  const sectionPath = useCallback((key: string) => pathOf(planId, key), [planId]);
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected }) => (
        <FiguresPage plan={plan} connected={connected} pathOf={sectionPath} />
      )}
    </InPlan>
  );
}
