import type { WholeInterview } from '../model';
import { useInterviewsWords } from '../words';

interface FactsProps {
  interview: WholeInterview;
  /// What its kind of partner is called.
  kind: string;
}

/// What is settled about an interview.
export function Facts({ interview, kind }: FactsProps) {
  const { t, when, names } = useInterviewsWords();
  const { interviewers, noteTakers, list } = interview;
  const facts: readonly { name: string; value: string }[] = [
    { name: t('fact.kind'), value: kind },
    { name: t('fact.function'), value: interview.function },
    { name: t('fact.when'), value: when(interview) },
    { name: t('fact.place'), value: interview.place },
    { name: t('fact.interviewers'), value: names(interviewers) },
    { name: t('fact.noteTakers'), value: names(noteTakers) },
    { name: t('fact.list'), value: t('fact.listOf', { ...list }) },
    { name: t('fact.experiment'), value: interview.experiment ? t('fact.experimentYes') : '' },
    {
      name: t('fact.confidentiality'),
      value: t(`confidentiality.${interview.confidentiality}`),
    },
  ];
  return (
    <dl className="bt-interviews__facts">
      {facts
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
