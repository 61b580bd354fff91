import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui';
import { type DetailStepProps, Known } from './ContentsStep';
import type { Choice } from './model';

/// Which settings and groups the plan is about: they are filled in in its text.
export function SituationStep({ draft, change, detail }: DetailStepProps) {
  const { t } = useTranslation('plan');
  return (
    <>
      <p>{t('newPlan.situationLead')}</p>
      <Known loaded={detail}>
        {({ settings, groups }) => (
          <div className="bt-wizard__choices">
            <Choices
              legend={t('newPlan.settings')}
              choices={settings}
              chosen={draft.settings}
              onChange={(chosen) => change({ settings: chosen })}
            />
            <Choices
              legend={t('newPlan.groups')}
              choices={groups}
              chosen={draft.groups}
              onChange={(chosen) => change({ groups: chosen })}
            />
          </div>
        )}
      </Known>
    </>
  );
}

interface ChoicesProps {
  legend: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

function Choices({ legend, choices, chosen, onChange }: ChoicesProps) {
  return choices.length === 0 ? null : (
    <fieldset className="bt-radios">
      <legend className="bt-radios__legend">{legend}</legend>
      <div className="bt-radios__choices">
        {choices.map(({ id, label }) => (
          <Checkbox
            key={id}
            label={label}
            checked={chosen.includes(id)}
            onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((each) => each !== id))}
          />
        ))}
      </div>
    </fieldset>
  );
}
