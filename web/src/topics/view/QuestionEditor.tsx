import { LongField } from '../../ui';
import type { Content, Kind, Question } from '../model';
import { useTopicsWords } from '../words';
import { type EditorActs, MoveActs, moveKeys } from './Moves';
import { WhenField } from './WhenField';

interface QuestionEditorProps {
  content: Content;
  groupId: string;
  question: Question;
  number: number;
  kinds: readonly Kind[];
  error: string;
  acts: EditorActs;
  /// What gets the focus once it is removed.
  next: string;
}

export function QuestionEditor(props: QuestionEditorProps) {
  const { content, groupId, question, number, kinds, error, acts, next } = props;
  const { t } = useTopicsWords();
  const move = moveKeys(question.id, acts);
  return (
    <li className="bt-topics__editQuestion">
      <div className="bt-topics__editHead">
        <span className="bt-topics__number">{t('edit.question', { number })}</span>
        <MoveActs
          id={question.id}
          content={content}
          acts={acts}
          next={next}
          names={{
            up: t('edit.questionUp', { number }),
            down: t('edit.questionDown', { number }),
            remove: t('edit.questionRemove', { number }),
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside */}
      <div
        className="bt-topics__fields"
        onKeyDown={(event) => {
          if (event.ctrlKey && event.key === 'Enter') {
            event.preventDefault();
            acts.add(groupId, question.id);
          } else {
            move(event);
          }
        }}
      >
        <LongField
          label={t('edit.text')}
          value={question.text}
          maxLength={500}
          oneLine
          place={question.id}
          error={error}
          onChange={(text) => acts.edit({ kind: 'question-text', question: question.id, text })}
        />
        <LongField
          label={t('edit.probes')}
          description={t('edit.probesHint')}
          value={question.probes.join('\n')}
          rows={2}
          maxLength={6000}
          place={`probes-${question.id}`}
          onChange={(text) =>
            acts.edit({
              kind: 'probes',
              question: question.id,
              probes: text === '' ? [] : text.split('\n'),
            })
          }
        />
        <WhenField
          when={question.when}
          kinds={kinds}
          onChange={(when) => acts.edit({ kind: 'when', of: question.id, when })}
        />
      </div>
    </li>
  );
}
