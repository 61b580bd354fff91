import './bell.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Icon } from '../../ui';
import { countUnseen } from '../api';
import { onSeen } from '../changed';

/// How often it looks where nobody tells it, while somebody can see it.
const LOOK_MS = 60_000;

/// The most that it counts to.
const SHOWN_MAX = 99;

export interface BellProps {
  /// The plan that is open, whose channel tells of something new at once.
  planId: string | undefined;
}

/// The way to one's notices, with how many are new.
export function Bell({ planId }: BellProps) {
  const { t } = useTranslation('notices');
  const { pathname } = useLocation();
  const { state, again } = useLoaded('unseen', countUnseen);
  usePlanEvents(planId ?? '', planId !== undefined, ({ kind }) => {
    if (kind === 'notices-changed') {
      again();
    }
  });
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') {
        again();
      }
    };
    const timer = window.setInterval(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    const end = onSeen(again);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      end();
    };
  }, [again]);
  const count = state.kind === 'loaded' ? state.value : 0;
  return (
    <Link
      className="bt-bell"
      to="/meldingen"
      aria-label={count === 0 ? t('bell') : t('bellCount', { count })}
      aria-current={pathname === '/meldingen' ? 'page' : undefined}
    >
      <Icon name="bell" />
      {count === 0 ? null : (
        <span className="bt-bell__count">{count > SHOWN_MAX ? `${SHOWN_MAX}+` : count}</span>
      )}
    </Link>
  );
}
