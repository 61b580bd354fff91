import { Icon, type IconName } from '../../ui';
import type { InterviewState, Progress } from '../model';
import { useInterviewsWords } from '../words';

const icons: Readonly<Record<InterviewState | Progress, IconName>> = {
  planned: 'todo',
  running: 'typing',
  closed: 'agreed',
  cancelled: 'close',
  erased: 'fixed',
  spoken: 'agreed',
  open: 'todo',
};

/// How far an interview is, as a word with its sign.
export function StateSign({ state }: { state: InterviewState }) {
  const { t } = useInterviewsWords();
  return (
    <span className="bt-interviews__sign">
      <Icon name={icons[state]} />
      {t(`state.${state}`)}
    </span>
  );
}

/// Whether anybody of a kind of partner was spoken with.
export function ProgressSign({ progress }: { progress: Progress }) {
  const { t } = useInterviewsWords();
  return (
    <span className={`bt-interviews__sign bt-interviews__sign--${progress}`}>
      <Icon name={progress === 'planned' ? 'draft' : icons[progress]} />
      {t(`progress.${progress}`)}
    </span>
  );
}
