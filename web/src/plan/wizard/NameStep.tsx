import { useTranslation } from 'react-i18next';
import { RadioGroup, TextField } from '../../ui';
import type { Template } from '../model';
import type { Draft, Mistake } from './draft';

const TITLE_LENGTH_MAX = 200;

/// What each step is given.
export interface StepProps {
  draft: Draft;
  change: (over: Partial<Draft>) => void;
  mistakes: readonly Mistake[];
}

export interface NameStepProps extends StepProps {
  municipality: string;
  templates: readonly Template[];
}

/// What the plan is called, and for which years.
export function NameStep({ draft, change, mistakes, municipality, templates }: NameStepProps) {
  const { t } = useTranslation('plan');
  const years = mistakes.includes('years') ? t('newPlan.yearsWrong') : '';
  return (
    <>
      <p>{t('newPlan.lead')}</p>
      <p>{t('newPlan.municipality', { name: municipality })}</p>
      <TextField
        label={t('newPlan.name')}
        description={t('newPlan.nameHint')}
        value={draft.title}
        maxLength={TITLE_LENGTH_MAX}
        onChange={(title) => change({ title })}
        error={mistakes.includes('title') ? t('newPlan.nameMissing') : ''}
      />
      <div className="bt-wizard__years">
        <TextField
          label={t('newPlan.from')}
          value={draft.from}
          maxLength={4}
          onChange={(from) => change({ from })}
          error={years}
        />
        <TextField
          label={t('newPlan.to')}
          value={draft.to}
          maxLength={4}
          onChange={(to) => change({ to })}
        />
      </div>
      <RadioGroup
        legend={t('newPlan.template')}
        value={draft.template}
        onChange={(template) => change({ template, off: {}, settings: [], groups: [] })}
        choices={templates.map((each) => ({
          value: each.id,
          label: each.title,
          description: each.description,
        }))}
      />
    </>
  );
}
