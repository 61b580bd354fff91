import { useTranslation } from 'react-i18next';
import type { Loaded } from '../../api';
import { Checkbox } from '../../ui';
import { Known } from './ContentsStep';
import type { PlanPartner } from './model';
import type { StepProps } from './NameStep';

export interface PartnersStepProps extends StepProps {
  partners: Loaded<readonly PlanPartner[]>;
}

/// Who takes part, with the roles that such a partner usually has.
export function PartnersStep({ draft, change, partners }: PartnersStepProps) {
  const { t } = useTranslation('plan');
  const turn = (id: string, on: boolean) => {
    const rest = draft.without.filter((each) => each !== id);
    change({ without: on ? rest : [...rest, id] });
  };
  return (
    <Known loaded={partners}>
      {(all) =>
        all.length === 0 ? (
          <p>{t('newPlan.noPartners')}</p>
        ) : (
          <>
            <p>{t('newPlan.partnersLead')}</p>
            <fieldset className="bt-radios">
              <legend className="bt-radios__legend">{t('newPlan.partners')}</legend>
              <div className="bt-radios__choices">
                {all.map(({ id, name, kindLabel }) => (
                  <Checkbox
                    key={id}
                    label={name}
                    description={kindLabel}
                    checked={!draft.without.includes(id)}
                    onChange={(on) => turn(id, on)}
                  />
                ))}
              </div>
            </fieldset>
          </>
        )
      }
    </Known>
  );
}
