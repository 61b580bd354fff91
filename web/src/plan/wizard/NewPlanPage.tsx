import './wizard.css';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useLoaded, useSending } from '../../api';
import { Alert, Button, Form, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { createPlan, fetchPlanPartners, fetchTemplate, fetchTemplates } from '../api';
import { pathOf, rolesPathOf, type Template } from '../model';
import { failureText } from '../view/failure';
import { ContentsStep } from './ContentsStep';
import { type Draft, forgetDraft, keepDraft, keptDraft, type Mistake, mistakesOf } from './draft';
import { Finish } from './Finish';
import { NameStep } from './NameStep';
import { PartnersStep } from './PartnersStep';
import { SituationStep } from './SituationStep';
import { Steps } from './Steps';
import { type StepName, stepNames, stepOf } from './stepNames';

export interface NewPlanPageProps {
  memberId: string;
  municipality: string;
}

/// Makes a plan from a model plan, in a few steps; what one skips is as the model plan has it.
export function NewPlanPage(props: NewPlanPageProps) {
  const { t } = useTranslation('plan');
  const { state, again } = useLoaded('templates', fetchTemplates);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('newPlan.pageTitle'));
  return (
    <div className="bt-page bt-wizard">
      <Heading level={1} size={2} ref={heading}>
        {t('newPlan.title')}
      </Heading>
      {state.kind === 'loading' ? <Skeleton label={t('newPlan.loading')} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('newPlan.templatesFailed')} urgent>
          <p>{failureText(t, state.error)}</p>
          <Button onClick={again}>{t('failure.again')}</Button>
        </Alert>
      ) : null}
      {state.kind === 'loaded' && state.value.length === 0 ? (
        <Alert kind="warning">{t('newPlan.noTemplates')}</Alert>
      ) : null}
      {state.kind === 'loaded' && state.value.length > 0 ? (
        <Wizard {...props} templates={state.value} />
      ) : null}
    </div>
  );
}

interface WizardProps extends NewPlanPageProps {
  templates: readonly Template[];
}

/// The step in which a mistake can be mended.
const stepOfMistake: Readonly<Record<Mistake, StepName>> = {
  title: 'name',
  years: 'name',
  off: 'contents',
};

function Wizard({ memberId, municipality, templates }: WizardProps) {
  const { t } = useTranslation('plan');
  const navigate = useNavigate();
  const [draft, change] = useDraft(memberId, templates);
  const [step, goTo] = useStep();
  const { state: detail } = useLoaded(draft.template, fetchTemplate);
  const { state: partners } = useLoaded('partners', fetchPlanPartners);
  const [mistakes, setMistakes] = useState<readonly Mistake[]>([]);
  const { busy, failure, send } = useSending();
  const form = useRef<HTMLDivElement>(null);
  const sections = detail.kind === 'loaded' ? detail.value.sections : [];

  /// Goes on where nothing of these steps is wrong; else to what is.
  const check = (steps: readonly StepName[]): boolean => {
    const found = mistakesOf(draft, draft.scope === 'part' ? sections : []);
    const here = found.filter((each) => steps.includes(stepOfMistake[each]));
    setMistakes(here);
    const [first] = here;
    if (first !== undefined && stepOfMistake[first] !== step) {
      goTo(stepOfMistake[first]);
    }
    return first === undefined;
  };
  useMistakeFocus(mistakes, form);
  const next = stepNames[stepNames.indexOf(step) + 1];
  const onNext = async () => {
    if (next !== undefined && check([step])) {
      goTo(next);
    }
  };
  const onFinish = async () => {
    if (check(stepNames)) {
      await send(async () => {
        const plan = await createPlan(draft);
        forgetDraft();
        await navigate(step === 'partners' ? rolesPathOf(plan.id) : pathOf(plan.id));
      });
    }
  };
  const parts = { draft, change, mistakes };
  return (
    <>
      <Steps current={step} onGo={goTo} />
      <div ref={form}>
        <Form busy={busy} onSubmit={next === undefined ? onFinish : onNext} card>
          <StepHeading step={step} />
          {failure ? (
            <Alert kind="error" title={t('newPlan.failed')} urgent>
              <p>{failureText(t, failure)}</p>
            </Alert>
          ) : null}
          {step === 'name' ? (
            <NameStep {...parts} municipality={municipality} templates={templates} />
          ) : null}
          {step === 'contents' ? <ContentsStep {...parts} detail={detail} /> : null}
          {step === 'situation' ? <SituationStep {...parts} detail={detail} /> : null}
          {step === 'partners' ? <PartnersStep {...parts} partners={partners} /> : null}
          <Finish busy={busy} last={next === undefined} onFinish={() => void onFinish()} />
        </Form>
      </div>
      <p>
        <Link className="nl-link bt-link" to="/plannen">
          {t('newPlan.cancel')}
        </Link>
      </p>
    </>
  );
}

/// The draft, kept in this browser while it is made.
function useDraft(
  memberId: string,
  templates: readonly Template[],
): [Draft, (over: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => {
    const kept = keptDraft(memberId);
    const known = templates.some(({ id }) => id === kept.template);
    return known ? kept : { ...kept, template: templates[0]?.id ?? '' };
  });
  const change = useCallback(
    (over: Partial<Draft>) =>
      setDraft((before) => {
        const after = { ...before, ...over };
        keepDraft(memberId, after);
        return after;
      }),
    [memberId],
  );
  return [draft, change];
}

/// The step of the address, so that the browser goes back and forth between them.
function useStep(): [StepName, (step: StepName) => void] {
  const [search, setSearch] = useSearchParams();
  return [
    stepOf(search.get('stap')),
    (step) => setSearch(step === 'name' ? {} : { stap: String(stepNames.indexOf(step) + 1) }),
  ];
}

/// The focus goes to the first field that is wrong.
function useMistakeFocus(
  mistakes: readonly Mistake[],
  form: RefObject<HTMLDivElement | null>,
): void {
  useEffect(() => {
    if (mistakes.length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [mistakes, form]);
}

/// Takes the focus when one comes from another step.
function StepHeading({ step }: { step: StepName }) {
  const { t } = useTranslation('plan');
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current !== step) {
      before.current = step;
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }, [step]);
  return (
    <Heading level={2} size={3} ref={heading}>
      {t(`newPlan.steps.${step}`)}
    </Heading>
  );
}
