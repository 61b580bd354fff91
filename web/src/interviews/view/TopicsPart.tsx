import { Heading } from '../../ui';
import { fitting, type WholeInterview } from '../model';
import { useInterviewsWords } from '../words';

/// What the talk is led along: what is for this partner, folded until it is asked for.
export function TopicsPart({ interview }: { interview: WholeInterview }) {
  const { t } = useInterviewsWords();
  const groups = fitting(interview.topics, interview);
  const count = groups.reduce((sum, { questions }) => sum + questions.length, 0);
  return (
    <section className="bt-interviews__part">
      <Heading level={2} size={3}>
        {t('topics.title')}
      </Heading>
      <p>{interview.topics.goal}</p>
      <details className="bt-interviews__topics">
        <summary>{t('topics.count', { count })}</summary>
        {groups.map((group) => (
          <div key={group.id} className="bt-interviews__group">
            <Heading level={3} size={4}>
              {group.title}
            </Heading>
            <ol>
              {group.questions.map((question) => (
                <li key={question.id}>
                  {question.text}
                  {question.probes.length === 0 ? null : (
                    <ul>
                      {question.probes.map((probe) => (
                        <li key={probe}>{probe}</li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ol>
          </div>
        ))}
      </details>
    </section>
  );
}
