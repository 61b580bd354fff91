import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLoaded, useSending } from '../../api';
import {
  Alert,
  Button,
  Form,
  Heading,
  RadioGroup,
  Skeleton,
  TextField,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import { createPlan, fetchTemplates } from '../api';
import { pathOf, type Template } from '../model';
import { failureText } from './failure';

const TITLE_LENGTH_MAX = 200;

/// Makes a plan from a model plan.
export function NewPlanPage() {
  const { t } = useTranslation('plan');
  const { state, again } = useLoaded('templates', fetchTemplates);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('newPlan.pageTitle'));
  return (
    <div className="bt-page bt-page--narrow">
      <Heading level={1} size={2} ref={heading}>
        {t('newPlan.title')}
      </Heading>
      <p className="bt-lead">{t('newPlan.lead')}</p>
      {state.kind === 'loading' ? <Skeleton label={t('newPlan.loading')} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('newPlan.templatesFailed')} urgent>
          <p>{failureText(t, state.error)}</p>
          <Button onClick={again}>{t('failure.again')}</Button>
        </Alert>
      ) : null}
      {state.kind === 'loaded' ? <NewPlanForm templates={state.value} /> : null}
    </div>
  );
}

function NewPlanForm({ templates }: { templates: readonly Template[] }) {
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [template, setTemplate] = useState(templates[0]?.id ?? '');
  const [missing, setMissing] = useState(false);
  const { busy, failure, send } = useSending();
  const field = useRef<HTMLInputElement>(null);

  const submit = async () => {
    if (title.trim() === '') {
      setMissing(true);
      field.current?.focus();
      return;
    }
    setMissing(false);
    await send(async () => {
      const plan = await createPlan(title.trim(), template);
      await navigate(pathOf(plan.id));
    });
  };
  if (templates.length === 0) {
    return <Alert kind="warning">{t('newPlan.noTemplates')}</Alert>;
  }
  return (
    <Form busy={busy} onSubmit={submit} card>
      {failure ? (
        <Alert kind="error" title={t('newPlan.failed')} urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      <TextField
        ref={field}
        label={t('newPlan.name')}
        description={t('newPlan.nameHint')}
        value={title}
        maxLength={TITLE_LENGTH_MAX}
        onChange={setTitle}
        error={missing ? t('newPlan.nameMissing') : ''}
      />
      <RadioGroup
        legend={t('newPlan.template')}
        value={template}
        onChange={setTemplate}
        choices={templates.map((each) => ({
          value: each.id,
          label: each.title,
          description: each.description,
        }))}
      />
      <Finish busy={busy} />
    </Form>
  );
}

function Finish({ busy }: { busy: boolean }) {
  const { t } = useTranslation('plan');
  // What is long says so, and only then.
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(busy), busy ? 300 : 0);
    return () => window.clearTimeout(timer);
  }, [busy]);
  return (
    <div className="bt-form__acts">
      <Button kind="primary" type="submit" busy={busy}>
        {busy && late ? t('newPlan.busy') : t('newPlan.submit')}
      </Button>
      <Link className="nl-link bt-link" to="/plannen">
        {t('newPlan.cancel')}
      </Link>
    </div>
  );
}
