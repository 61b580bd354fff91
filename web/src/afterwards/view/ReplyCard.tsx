import { Heading } from '../../ui';
import type { Summary } from '../model';
import { useAfterwardsWords } from '../words';

/// What whoever was spoken with said of the summary.
export function ReplyCard({ summary }: { summary: Summary }) {
  const { t, date } = useAfterwardsWords();
  const { answer, sentAt } = summary;
  if (answer === undefined) {
    return sentAt === undefined ? null : <p>{t('answer.none')}</p>;
  }
  const wrong = answer.corrections.flatMap((text, at) =>
    text === '' ? [] : [{ number: at + 1, text }],
  );
  return (
    <div className="bt-afterwards__reply">
      <Heading level={3} size={4}>
        {t('answer.title')}
      </Heading>
      <p className="bt-afterwards__strong">
        {answer.agrees ? t('answer.agrees') : t('answer.differs')}
      </p>
      <p className="bt-afterwards__sub">{t('answer.at', { date: date(answer.at) })}</p>
      {sentAt === undefined ? <p>{t('answer.former')}</p> : null}
      {wrong.length === 0 && answer.remark === '' ? null : (
        <dl className="bt-afterwards__corrections">
          {wrong.map(({ number, text }) => (
            <div key={number}>
              <dt>{t('answer.paragraph', { number })}</dt>
              <dd lang="nl">{text}</dd>
            </div>
          ))}
          {answer.remark === '' ? null : (
            <div>
              <dt>{t('answer.remark')}</dt>
              <dd lang="nl">{answer.remark}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  );
}
