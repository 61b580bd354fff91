import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { statuses } from '../model';
import { StatusSign } from '../view/StatusSign';
import { columnsOf, type Filter, isShown, type Overview, openOf, searchOf, totalOf } from './model';

export interface FiltersProps {
  overview: Overview;
  filter: Filter;
}

/// The numbers of the whole plan. Each leads to the sections that it counts.
export function Filters({ overview, filter }: FiltersProps) {
  const { t } = useTranslation('plan');
  const { sections } = overview;
  const count = (wanted: Filter) => sections.filter((each) => isShown(each, wanted)).length;
  const only = (show: Filter['show']): Filter => ({ show, status: undefined });
  return (
    <div className="bt-overview__filters">
      <Filled overview={overview} />
      <nav aria-label={t('overview.show')}>
        <ul className="bt-chips">
          {(['all', 'mine', 'changed'] as const).map((show) => (
            <Chip
              key={show}
              to={only(show)}
              here={filter.show === show && filter.status === undefined}
              count={count(only(show))}
            >
              {t(`overview.filter.${show}`)}
            </Chip>
          ))}
          {columnsOf(overview).map(({ name }) => (
            <Chip
              key={name}
              to={only(name)}
              here={filter.show === name && filter.status === undefined}
              count={sections.reduce((sum, each) => sum + openOf(each, name), 0)}
            >
              {t(`overview.filter.${name}`)}
            </Chip>
          ))}
        </ul>
      </nav>
      <nav aria-label={t('overview.byStatus')}>
        <ul className="bt-chips">
          {statuses.map((status) => (
            <Chip
              key={status}
              to={{ show: filter.show, status: filter.status === status ? undefined : status }}
              here={filter.status === status}
              count={count({ show: filter.show, status })}
            >
              <StatusSign status={status} />
            </Chip>
          ))}
        </ul>
      </nav>
    </div>
  );
}

interface ChipProps {
  to: Filter;
  here: boolean;
  count: number;
  children: ReactNode;
}

function Chip({ to, here, count, children }: ChipProps) {
  return (
    <li>
      <Link
        className="bt-chip"
        to={searchOf(to) || '?'}
        replace
        aria-current={here ? 'true' : undefined}
      >
        {children}
        <span className="bt-chip__count">{count}</span>
      </Link>
    </li>
  );
}

/// How many places of the plan are filled in.
function Filled({ overview }: { overview: Overview }) {
  const { t } = useTranslation('plan');
  const total = totalOf(overview, 'fillin', 'total');
  if (total === 0) {
    return null;
  }
  const filled = total - totalOf(overview, 'fillin', 'open');
  return (
    <p className="bt-meter">
      <span id="bt-meter-words">{t('overview.filled', { filled, total })}</span>
      <progress
        className="bt-meter__bar"
        max={total}
        value={filled}
        aria-labelledby="bt-meter-words"
      />
    </p>
  );
}
