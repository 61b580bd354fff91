import { useTranslation } from 'react-i18next';
import { type StepName, stepNames } from './stepNames';

/// All steps, the present one marked; each can be gone to.
export function Steps({ current, onGo }: { current: StepName; onGo: (step: StepName) => void }) {
  const { t } = useTranslation('plan');
  return (
    <nav aria-label={t('newPlan.stepsLabel')}>
      <ol className="bt-stepper">
        {stepNames.map((step, at) => (
          <li key={step}>
            <button
              type="button"
              className="bt-stepper__step"
              aria-current={step === current ? 'step' : undefined}
              onClick={() => onGo(step)}
            >
              <span className="bt-stepper__number">{at + 1}</span>
              {t(`newPlan.steps.${step}`)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
