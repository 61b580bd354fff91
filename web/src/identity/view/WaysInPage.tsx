import '../identity.css';
import '../ways.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asApiError, useLoaded } from '../../api';
import {
  Alert,
  Button,
  Heading,
  RadioGroup,
  Skeleton,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import {
  type Colleague,
  changeRequired,
  fetchColleagues,
  fetchRequired,
  resetFactors,
} from '../waysIn';
import { Confirm } from './Confirm';
import { failureText } from './failure';
import { ProvidersSection } from './ProvidersSection';

/// How members of the municipality sign in: for its administrators.
export function WaysInPage({ onSignInAgain }: { onSignInAgain: () => void }) {
  const { t } = useTranslation('identity');
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<{ text: string; stale: boolean }>();
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('ways.manage.pageTitle'));
  const act: Act = async (deed, what) => {
    setProblem(undefined);
    setSaid('');
    try {
      await deed();
      setSaid(what);
      return true;
    } catch (cause) {
      const error = asApiError(cause);
      setProblem({ text: failureText(t, error), stale: error.type === 'sign-in-again' });
      return false;
    }
  };
  return (
    <div className="bt-page bt-page--narrow">
      <Heading level={1} size={2} ref={heading}>
        {t('ways.manage.title')}
      </Heading>
      <p className="bt-lead">{t('ways.manage.lead')}</p>
      <p role="status" className="bt-said">
        {said}
      </p>
      {problem === undefined ? null : (
        <Alert kind="error" title={t('ways.security.failed')} urgent>
          <p>{problem.text}</p>
          {problem.stale ? (
            <Button onClick={onSignInAgain}>{t('ways.security.again')}</Button>
          ) : null}
        </Alert>
      )}
      <RequiredSection act={act} />
      <ColleaguesSection act={act} />
      <ProvidersSection act={act} />
    </div>
  );
}

/// Does something and says how it went; true where it was done.
export type Act = (deed: () => Promise<unknown>, said: string) => Promise<boolean>;

function RequiredSection({ act }: { act: Act }) {
  const { t } = useTranslation('identity');
  const { state, again } = useLoaded('required', fetchRequired);
  const [wanted, setWanted] = useState<'free' | 'must'>();
  if (state.kind !== 'loaded') {
    return <Loading failed={state.kind === 'failed' ? failureText(t, state.error) : ''} />;
  }
  const value = wanted ?? (state.value ? 'must' : 'free');
  return (
    <section className="bt-way" aria-labelledby="bt-required-title">
      <Heading level={2} size={3} id="bt-required-title">
        {t('ways.manage.requiredTitle')}
      </Heading>
      <RadioGroup
        legend={t('ways.manage.required')}
        value={value}
        onChange={setWanted}
        choices={[
          {
            value: 'free',
            label: t('ways.manage.free'),
            description: t('ways.manage.freeHint'),
          },
          {
            value: 'must',
            label: t('ways.manage.must'),
            description: t('ways.manage.mustHint'),
          },
        ]}
      />
      <div>
        <Button
          onClick={() =>
            void act(() => changeRequired(value === 'must'), t('ways.manage.saved')).then(again)
          }
        >
          {t('ways.manage.save')}
        </Button>
      </div>
    </section>
  );
}

function Loading({ failed }: { failed: string }) {
  const { t } = useTranslation('identity');
  return failed === '' ? (
    <Skeleton label={t('ways.security.loading')} />
  ) : (
    <Alert kind="error" title={t('ways.security.loadFailed')} urgent>
      <p>{failed}</p>
    </Alert>
  );
}

function ColleaguesSection({ act }: { act: Act }) {
  const { t } = useTranslation('identity');
  const { state, again } = useLoaded('colleagues', fetchColleagues);
  const [chosen, setChosen] = useState<Colleague>();
  if (state.kind !== 'loaded') {
    return <Loading failed={state.kind === 'failed' ? failureText(t, state.error) : ''} />;
  }
  const shown = state.value.filter((each) => each.secondFactor);
  const reset = async (colleague: Colleague) => {
    await act(
      () => resetFactors(colleague.id),
      t('ways.manage.resetDone', { name: colleague.name }),
    );
    setChosen(undefined);
    again();
  };
  return (
    <section className="bt-way" aria-labelledby="bt-colleagues-title">
      <Heading level={2} size={3} id="bt-colleagues-title">
        {t('ways.manage.colleaguesTitle')}
      </Heading>
      <p>{t('ways.manage.colleaguesLead')}</p>
      {shown.length === 0 ? <p>{t('ways.manage.nobody')}</p> : null}
      <ul className="bt-rows">
        {shown.map((colleague) => (
          <li key={colleague.id} className="bt-way__row">
            <span className="bt-way__what">
              <strong>{colleague.name}</strong>
              <span>{`${colleague.partner}, ${colleague.email}`}</span>
            </span>
            <Button icon="close" iconOnly onClick={() => setChosen(colleague)}>
              {t('ways.manage.reset', { name: colleague.name })}
            </Button>
          </li>
        ))}
      </ul>
      {chosen ? (
        <Confirm
          title={t('ways.manage.resetTitle')}
          act={t('ways.manage.resetShort')}
          busy={false}
          onConfirm={() => void reset(chosen)}
          onClose={() => setChosen(undefined)}
        >
          {t('ways.manage.resetText', { name: chosen.name })}
        </Confirm>
      ) : null}
    </section>
  );
}
