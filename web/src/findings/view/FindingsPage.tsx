import '../findings.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchFindings } from '../api';
import { findingsPathOf, type View, views } from '../paths';
import { CodesView } from './CodesView';
import { Failure } from './Failure';
import { ListView } from './ListView';
import { MatrixView } from './MatrixView';
import { ReportView } from './ReportView';

export interface FindingsPlan {
  id: string;
  title: string;
  sections: readonly {
    id: string;
    key: string;
    number: string;
    title: string;
    rights: 'write' | 'comment' | 'read';
  }[];
}

export interface FindingsPageProps {
  plan: FindingsPlan;
  /// True once the plan can be followed live.
  connected: boolean;
  /// The word of the address; the findings themselves where it is none.
  view: string | undefined;
  /// The address of one of the plan's sections.
  pathOf: (key: string) => string;
}

const subjects = new Set(['findings-changed', 'interviews-changed', 'roles-changed', 'joined']);

const matrixClasses = 'bt-page--wide bt-findings--matrix';

/// What interviews taught: findings, the notes behind them, codes, and what is missing.
export function FindingsPage({ plan, connected, view: word, pathOf }: FindingsPageProps) {
  const { t } = useTranslation('findings');
  const view = views.find((each) => each === word);
  const name = t(`view.${nameOf(view)}`);
  const { state, again } = useLoaded(plan.id, fetchFindings);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('page.tab', { view: name, plan: plan.title }));
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (subjects.has(kind)) {
      again();
    }
  });
  const loaded = state.kind === 'loaded' ? state.value : undefined;
  return (
    <div className={`bt-page bt-findings ${view === 'matrix' ? matrixClasses : ''}`}>
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading} key={name}>
          {name}
        </Heading>
      </div>
      <nav className="bt-findings__views" aria-label={t('view.label')}>
        <ul>
          {[undefined, ...views]
            .filter((each) => loaded?.mayWork === true || each === undefined || each === 'verslag')
            .map((each) => (
              <li key={each ?? ''}>
                <Link
                  className="nl-link bt-link"
                  to={findingsPathOf(plan.id, each)}
                  aria-current={each === view ? 'page' : undefined}
                >
                  {t(`view.${nameOf(each)}`)}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
      {state.kind === 'loading' ? <Skeleton label={t('page.loading')} lines={6} /> : null}
      {state.kind === 'failed' ? (
        <Failure error={state.error} title={t('page.failed')} again={again} />
      ) : null}
      {loaded === undefined ? null : view === 'verslag' ? (
        <ReportView plan={plan} findings={loaded} connected={connected} pathOf={pathOf} />
      ) : view === 'matrix' && loaded.mayWork ? (
        <MatrixView plan={plan} findings={loaded} connected={connected} again={again} />
      ) : view === 'codes' && loaded.mayWork ? (
        <CodesView plan={plan} connected={connected} />
      ) : (
        <ListView plan={plan} findings={loaded} again={again} pathOf={pathOf} />
      )}
    </div>
  );
}

function nameOf(view: View | undefined): 'findings' | 'matrix' | 'codes' | 'report' {
  return view === undefined ? 'findings' : view === 'verslag' ? 'report' : view;
}
