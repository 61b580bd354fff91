import './notices.css';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useLoaded } from '../../api';
import { Alert, Button, Checkbox, Form, Heading, Select, Skeleton, TextField } from '../../ui';
import { fetchPreferences, savePreferences } from '../api';
import { kinds, type Preferences, type Way, ways } from '../model';
import { kindKeys, wayKeys } from '../words';

/// How one wants to hear of things: a part of the account page.
export function NoticePreferences() {
  const { t } = useTranslation('notices');
  const id = useId();
  const { hash } = useLocation();
  const { state, again } = useLoaded('preferences', fetchPreferences);
  const part = useRef<HTMLElement>(null);
  const loaded = state.kind === 'loaded';
  useEffect(() => {
    if (loaded && hash === '#meldingen') {
      part.current?.scrollIntoView();
    }
  }, [loaded, hash]);
  return (
    <section
      className="bt-form--card bt-account-part"
      id="meldingen"
      aria-labelledby={id}
      ref={part}
    >
      <Heading level={2} size={4} id={id}>
        {t('choose.title')}
      </Heading>
      {state.kind === 'loading' ? <Skeleton label={t('loading')} lines={4} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('failed')}>
          <Button kind="secondary" onClick={again}>
            {t('retry')}
          </Button>
        </Alert>
      ) : null}
      {state.kind === 'loaded' ? <Choices start={state.value} /> : null}
    </section>
  );
}

type Outcome = 'none' | 'busy' | 'saved' | 'failed';

function Choices({ start }: { start: Preferences }) {
  const { t } = useTranslation('notices');
  const [chosen, setChosen] = useState(start);
  const [outcome, setOutcome] = useState<Outcome>('none');
  const change = (part: Partial<Preferences>) => {
    setChosen({ ...chosen, ...part });
    setOutcome('none');
  };
  const submit = async () => {
    setOutcome('busy');
    await savePreferences(chosen).then(
      (saved) => {
        setChosen(saved);
        setOutcome('saved');
      },
      () => setOutcome('failed'),
    );
  };
  const choices = ways.map((way) => ({ value: way, label: t(`choose.ways.${wayKeys[way]}`) }));
  return (
    <Form busy={outcome === 'busy'} onSubmit={submit}>
      <p>{t('choose.lead')}</p>
      <div className="bt-preferences">
        {kinds.map((kind) => (
          <Select
            key={kind}
            label={t(`choose.kinds.${kindKeys[kind]}`)}
            value={chosen.ways[kind]}
            choices={choices}
            onChange={(way) => change({ ways: { ...chosen.ways, [kind]: way as Way } })}
          />
        ))}
      </div>
      <div className="bt-preferences__times">
        {(['digestAt', 'quietFrom', 'quietTo'] as const).map((name) => (
          <TextField
            key={name}
            type="time"
            label={t(`choose.${name}`)}
            value={chosen[name]}
            onChange={(time) => change({ [name]: time })}
          />
        ))}
      </div>
      <p>{t('choose.quietHelp')}</p>
      <Checkbox
        label={t('choose.weekends')}
        checked={chosen.weekends}
        onChange={(weekends) => change({ weekends })}
      />
      <div role="status">
        {outcome === 'saved' ? <Alert kind="ok">{t('choose.saved')}</Alert> : null}
        {outcome === 'failed' ? <Alert kind="error">{t('choose.notSaved')}</Alert> : null}
      </div>
      <Button kind="primary" type="submit" busy={outcome === 'busy'}>
        {t('choose.save')}
      </Button>
    </Form>
  );
}
