import { Heading } from '../../ui';
import type { Condition, Kind, Question, TopicList } from '../model';
import { useTopicsWords } from '../words';

/// What a list says, on the screen and on paper.
export function ListText({ list }: { list: TopicList }) {
  const { t } = useTopicsWords();
  const { content, kinds } = list;
  let before = 0;
  return (
    <div className="bt-topics__sheet">
      <section className="bt-topics__goal">
        <Heading level={2} size={4}>
          {t('list.goal')}
        </Heading>
        <p className="bt-topics__lines" lang="nl">
          {content.goal}
        </p>
      </section>
      {list.advice.length === 0 ? null : (
        <details className="bt-topics__details bt-topics__advice">
          <summary>{t('list.advice')}</summary>
          <ul lang="nl">
            {list.advice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {content.groups.length === 0 ? <p>{t('list.empty')}</p> : null}
      {content.groups.map((group) => {
        const start = before + 1;
        before += group.questions.length;
        return (
          <section key={group.id} className="bt-topics__group">
            <Heading level={2} size={3}>
              {group.title}
            </Heading>
            <When when={group.when} kinds={kinds} />
            <ol start={start} lang="nl">
              {group.questions.map((question) => (
                <OneQuestion key={question.id} question={question} kinds={kinds} />
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}

function OneQuestion({ question, kinds }: { question: Question; kinds: readonly Kind[] }) {
  return (
    <li className="bt-topics__question">
      <p className="bt-topics__questionText">{question.text}</p>
      <When when={question.when} kinds={kinds} />
      {question.probes.length === 0 ? null : (
        <ul className="bt-topics__probes">
          {question.probes.map((probe) => (
            <li key={probe}>{probe}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/// When something is shown, in words; nothing where it always is.
export function When({ when, kinds }: { when: Condition; kinds: readonly Kind[] }) {
  const { t, language } = useTopicsWords();
  const labels = when.partnerKinds.map((id) => kinds.find((kind) => kind.id === id)?.label ?? id);
  const list = new Intl.ListFormat(language, { type: 'disjunction' });
  return (
    <>
      {labels.length === 0 ? null : (
        <p className="bt-topics__when">{t('list.only', { kinds: list.format(labels) })}</p>
      )}
      {when.experiment ? <p className="bt-topics__when">{t('list.experiment')}</p> : null}
    </>
  );
}
