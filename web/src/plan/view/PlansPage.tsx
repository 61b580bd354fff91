import '../plan.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { Alert, Button, Heading, Icon, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchPlans } from '../api';
import { type PlanList, pathOf } from '../model';
import { failureText } from './failure';

/// All plans of the municipality, and the way to a new one.
export function PlansPage() {
  const { t } = useTranslation('plan');
  const { state, again } = useLoaded('plans', fetchPlans);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('plans.pageTitle'));
  return (
    <div className="bt-page">
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('plans.title')}
        </Heading>
        {state.kind === 'loaded' && state.value.mayMake && state.value.plans.length > 0 ? (
          <NewPlanLink kind="secondary" />
        ) : null}
      </div>
      {state.kind === 'loading' ? <Skeleton label={t('plans.loading')} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('plans.failed')} urgent>
          <p>{failureText(t, state.error)}</p>
          <Button onClick={again}>{t('failure.again')}</Button>
        </Alert>
      ) : null}
      {state.kind === 'loaded' ? <Plans {...state.value} /> : null}
    </div>
  );
}

function Plans({ plans, mayMake }: PlanList) {
  const { t } = useTranslation('plan');
  if (plans.length === 0) {
    return (
      <section className="bt-empty">
        <Heading level={2} size={4}>
          {t('plans.emptyTitle')}
        </Heading>
        <p>{t(mayMake ? 'plans.empty' : 'plans.emptyPartner')}</p>
        {mayMake ? <NewPlanLink kind="primary" /> : null}
      </section>
    );
  }
  return (
    <ul className="bt-cards">
      {plans.map((plan) => (
        <li key={plan.id}>
          <Link className="bt-card" to={pathOf(plan.id)}>
            <span className="bt-card__title">{plan.title}</span>
            <span className="bt-card__act">
              {t('plans.open')}
              <Icon name="forward" />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function NewPlanLink({ kind }: { kind: 'primary' | 'secondary' }) {
  const { t } = useTranslation('plan');
  return (
    <Link className={`nl-button nl-button--${kind} bt-button`} to="/plannen/nieuw">
      <span className="nl-button__icon-start">
        <Icon name="plus" />
      </span>
      <span className="nl-button__label">{t('plans.new')}</span>
    </Link>
  );
}
