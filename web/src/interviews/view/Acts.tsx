import { useEffect, useRef, useState } from 'react';
import { useSending } from '../../api';
import { Button } from '../../ui';
import { moveInterview } from '../api';
import type { InterviewState, WholeInterview } from '../model';
import { useInterviewsWords } from '../words';
import { Failure } from './Failure';

type Step = Exclude<InterviewState, 'erased'>;

/// The ways from a state, the usual one first.
function waysOf({ state, core }: WholeInterview): readonly Step[] {
  switch (state) {
    case 'planned':
      return core ? ['running', 'cancelled'] : ['running'];
    case 'running':
      return ['closed'];
    case 'closed':
      return core ? ['running'] : [];
    case 'cancelled':
      return core ? ['planned'] : [];
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
  const said = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with the state it was for.
  useEffect(() => {
    if (back?.from === interview.state) {
      (said.current?.querySelector('button') ?? said.current)?.focus();
    }
  }, [back, interview.state]);
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
        {waysOf(interview).map((to) => (
          <Button key={to} busy={busy} onClick={() => void move(to, false)}>
            {t(`act.${interview.state === 'closed' ? 'reopen' : to}`)}
          </Button>
        ))}
      </div>
      <div className="bt-interviews__said" role="status" tabIndex={-1} ref={said}>
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
