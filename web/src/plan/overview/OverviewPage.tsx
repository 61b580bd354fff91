import '../plan.css';
import './overview.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoaded } from '../../api';
import { type PlanEvent, usePlanEvents } from '../../collab';
import { Alert, Button, Heading, Skeleton, useFocusOnArrival, useTitle, useWide } from '../../ui';
import { fetchOverview } from '../api';
import type { Plan } from '../model';
import { failureText } from '../view/failure';
import { Filters } from './Filters';
import { columnsOf, filterOf, isShown, type Overview } from './model';
import { OverviewList } from './OverviewList';
import { OverviewTable } from './OverviewTable';

export interface OverviewPageProps {
  plan: Plan;
  /// True once the plan can be followed live.
  connected: boolean;
  /// Roles in the words of the page; empty while they are not known.
  rolesInWords: (roles: readonly string[]) => string;
}

/// What leaves every number as it is.
const tellsNothing: ReadonlySet<PlanEvent['kind']> = new Set([
  'notices-changed',
  'interviews-changed',
]);

/// How far a plan is, section by section, on one page.
export function OverviewPage({ plan, connected, rolesInWords }: OverviewPageProps) {
  const { t } = useTranslation('plan');
  const { state, again } = useLoaded(plan.id, fetchOverview);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('overview.tab', { plan: plan.title }));
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (!tellsNothing.has(kind)) {
      again();
    }
  });
  return (
    <div className="bt-page bt-overview">
      <p className="bt-overview__plan">{plan.title}</p>
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('overview.title')}
        </Heading>
        <Button kind="subtle" icon="print" onClick={() => window.print()}>
          {t('overview.print')}
        </Button>
      </div>
      {state.kind === 'loading' ? <Skeleton label={t('overview.loading')} lines={10} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('overview.failed')} urgent>
          <p>{failureText(t, state.error)}</p>
          <Button onClick={again}>{t('failure.again')}</Button>
        </Alert>
      ) : null}
      {state.kind === 'loaded' ? (
        <Loaded plan={plan} overview={state.value} rolesInWords={rolesInWords} />
      ) : null}
    </div>
  );
}

interface LoadedProps extends Pick<OverviewPageProps, 'plan' | 'rolesInWords'> {
  overview: Overview;
}

function Loaded({ plan, overview, rolesInWords }: LoadedProps) {
  const { t } = useTranslation('plan');
  const [search] = useSearchParams();
  const wide = useWide();
  const filter = filterOf(search);
  const sections = overview.sections.filter((section) => isShown(section, filter));
  const props = { planId: plan.id, columns: columnsOf(overview), sections, rolesInWords };
  return (
    <>
      <Filters overview={overview} filter={filter} />
      <p className="bt-hidden" role="status">
        {t('overview.shown', { count: sections.length })}
      </p>
      {sections.length === 0 ? (
        <div className="bt-empty">
          <p>{t('overview.none')}</p>
          <Link className="nl-link bt-link" to="?">
            {t('overview.all')}
          </Link>
        </div>
      ) : wide ? (
        <OverviewTable {...props} />
      ) : (
        <OverviewList {...props} />
      )}
    </>
  );
}
