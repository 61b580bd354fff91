import { useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui';
import { clockText, type QuestionTimes } from '../clock';
import type { Talk } from '../model';

interface ClockProps {
  talk: Talk;
  question: string;
  times: QuestionTimes;
  /// Absent where the talk cannot begin here.
  onBegin: (() => void) | undefined;
  busy: boolean;
}

/// How long the talk lasts, and how long this question was open.
export function Clock({ talk, question, times, onBegin, busy }: ClockProps) {
  const { t } = useTranslation('talk');
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  const now = Date.now();
  return (
    <div className="bt-talk__clock">
      {talk.startedAt === undefined ? (
        onBegin === undefined ? null : (
          <Button kind="primary" busy={busy} onClick={onBegin}>
            {t('clock.begin')}
          </Button>
        )
      ) : (
        <span className="bt-talk__time">
          {t('clock.talk')} <b>{clockText((talk.closedAt ?? now) - talk.startedAt)}</b>
        </span>
      )}
      {talk.closedAt === undefined ? (
        <span className="bt-talk__time">
          {t('clock.question')} <b>{clockText(times.of(question, now))}</b>
        </span>
      ) : null}
    </div>
  );
}
