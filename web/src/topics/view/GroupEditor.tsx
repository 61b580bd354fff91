import { Button, Heading, LongField } from '../../ui';
import type { Content, Group, Kind } from '../model';
import { useTopicsWords } from '../words';
import { type EditorActs, MoveActs, moveKeys } from './Moves';
import { QuestionEditor } from './QuestionEditor';
import { WhenField } from './WhenField';

interface GroupEditorProps {
  content: Content;
  group: Group;
  number: number;
  /// How many questions stand before it.
  before: number;
  kinds: readonly Kind[];
  /// What is wrong, by the id of what it is wrong with.
  wrong: ReadonlyMap<string, string>;
  acts: EditorActs;
  besides: (content: Content, id: string) => string | undefined;
}

export function GroupEditor(props: GroupEditorProps) {
  const { content, group, number, before, kinds, wrong, acts, besides } = props;
  const { t } = useTopicsWords();
  return (
    <section className="bt-topics__editGroup">
      <div className="bt-topics__editHead">
        <Heading level={2} size={4}>
          {t('edit.group', { number })}
        </Heading>
        <MoveActs
          id={group.id}
          content={content}
          acts={acts}
          next={besides(content, group.id)}
          names={{
            up: t('edit.groupUp', { number }),
            down: t('edit.groupDown', { number }),
            remove: t('edit.groupRemove', { number }),
          }}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside */}
      <div className="bt-topics__fields" onKeyDown={moveKeys(group.id, acts)}>
        <LongField
          label={t('edit.groupTitle')}
          value={group.title}
          maxLength={150}
          oneLine
          place={group.id}
          error={wrong.get(group.id) ?? ''}
          onChange={(text) => acts.edit({ kind: 'group-title', group: group.id, text })}
        />
        <WhenField
          when={group.when}
          kinds={kinds}
          onChange={(when) => acts.edit({ kind: 'when', of: group.id, when })}
        />
      </div>
      <ol className="bt-topics__editList">
        {group.questions.map((question, index) => (
          <QuestionEditor
            key={question.id}
            content={content}
            groupId={group.id}
            question={question}
            number={before + index + 1}
            kinds={kinds}
            error={wrong.get(question.id) ?? ''}
            acts={acts}
            next={besides(content, question.id) ?? group.id}
          />
        ))}
      </ol>
      <div>
        <Button icon="plus" kind="subtle" onClick={() => acts.add(group.id)}>
          {t('edit.addQuestion')}
        </Button>
      </div>
    </section>
  );
}
