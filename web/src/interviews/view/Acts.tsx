import { useState } from 'react';
import { useSending } from '../../api';
import { Button } from '../../ui';
import { moveInterview } from '../api';
import type { InterviewState, WholeInterview } from '../model';
import { useInterviewsWords } from '../words';
import { Failure } from './Failure';

type Step = Exclude<InterviewState, 'erased'>;

/// A way to another state.
interface Way {
  to: Step;
  primary: boolean;
}

/// The ways from a state, the usual one first, and what takes each back.
function waysOf({ state, core }: WholeInterview): readonly Way[] {
  switch (state) {
    case 'planned':
      return core
        ? [
            { to: 'running', primary: true },
            { to: 'cancelled', primary: false },
          ]
        : [{ to: 'running', primary: true }];
    case 'running':
      return [{ to: 'closed', primary: true }];
    case 'closed':
      return core ? [{ to: 'running', primary: false }] : [];
    case 'cancelled':
      return core ? [{ to: 'planned', primary: false }] : [];
    case 'erased':
      return [];
  }
}

interface ActsProps {
  interview: WholeInterview;
  again: () => void;
}

/// Begins and ends a talk; each step says what it did and can be taken back.
export function Acts({ interview, again }: ActsProps) {
  const { t } = useInterviewsWords();
  const { busy, failure, send, settle } = useSending();
  const [back, setBack] = useState<{ to: InterviewState; from: InterviewState }>();
  const move = async (to: InterviewState, undone: boolean) => {
    const from = interview.state;
    const done = await send(async () => {
      await moveInterview(interview, to);
    });
    if (done) {
      settle();
      setBack(undone ? undefined : { to: from, from: to });
      again();
    }
  };
  const mayUndo = interview.core || back?.from === 'running';
  return (
    <div className="bt-interviews__acts">
      <div className="bt-form__acts">
        {waysOf(interview).map(({ to, primary }) => (
          <Button
            key={to}
            kind={primary ? 'primary' : 'secondary'}
            busy={busy}
            onClick={() => void move(to, false)}
          >
            {t(`act.${interview.state === 'closed' ? 'reopen' : to}`)}
          </Button>
        ))}
      </div>
      <div className="bt-interviews__said" role="status">
        {back !== undefined && back.from === interview.state ? (
          <>
            <p>{t(`done.${interview.state}`)}</p>
            {mayUndo ? (
              <Button icon="undo" busy={busy} onClick={() => void move(back.to, true)}>
                {t('undo')}
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
      <Failure error={failure} />
    </div>
  );
}
