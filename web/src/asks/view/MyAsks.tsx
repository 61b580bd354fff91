import '../asks.css';
import { useLoaded } from '../../api';
import { Heading } from '../../ui';
import { fetchMyAsks } from '../api';
import { useAsksWords } from '../words';
import { AskCard } from './AskCard';
import { Failure } from './Failure';

/// What my organisation is asked now, by date: nothing at all where that is nothing.
export function MyAsks() {
  const { t } = useAsksWords();
  const { state, again } = useLoaded('mine', fetchMyAsks);
  if (state.kind === 'failed') {
    return <Failure error={state.error} title={t('mine.failed')} again={again} />;
  }
  if (state.kind === 'loading' || state.value.items.length === 0) {
    return null;
  }
  return (
    <section className="bt-asks__mine">
      <Heading level={2} size={3}>
        {t('mine.title')}
      </Heading>
      <ul className="bt-asks__list">
        {state.value.items.map((ask) => (
          <li key={ask.id}>
            <AskCard ask={ask} withPlan />
          </li>
        ))}
      </ul>
    </section>
  );
}
