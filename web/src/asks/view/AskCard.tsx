import { Link } from 'react-router';
import { Icon } from '../../ui';
import type { AskSummary } from '../model';
import { asksPathOf } from '../paths';
import { useAsksWords } from '../words';
import { Progress } from './Progress';

interface AskCardProps {
  ask: AskSummary;
  /// Says the plan too, where asks of several stand together.
  withPlan?: boolean;
}

/// An ask in a list: what, by when, how far.
export function AskCard({ ask, withPlan = false }: AskCardProps) {
  const { t, day } = useAsksWords();
  const { mine, counts, closedAt } = ask;
  const shown = mine ?? counts;
  return (
    <Link className="bt-asks__card" to={asksPathOf(ask.plan.id, ask.id)}>
      <span className="bt-asks__cardText">
        <span className="bt-card__title">{ask.title}</span>
        {withPlan ? <span className="bt-asks__sub">{ask.plan.title}</span> : null}
        <span className="bt-asks__sub">
          {closedAt !== undefined
            ? t('list.closedAt', { day: day(closedAt) })
            : t(ask.over ? 'list.over' : 'list.due', { day: day(ask.due) })}
        </span>
        {counts.asked === (mine?.asked ?? -1) ? null : counts.asked === 0 ? null : (
          <Progress {...counts} text={t('list.answered', { ...counts })} />
        )}
        {mine === undefined ? null : <Progress {...shown} text={t('list.mine', { ...shown })} />}
      </span>
      <Icon name="forward" />
    </Link>
  );
}
