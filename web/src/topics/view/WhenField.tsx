import { Checkbox } from '../../ui';
import type { Condition, Kind } from '../model';
import { useTopicsWords } from '../words';
import { When } from './ListText';

interface WhenFieldProps {
  when: Condition;
  kinds: readonly Kind[];
  onChange: (when: Condition) => void;
}

/// When a group or question is shown; folded, because most always are.
export function WhenField({ when, kinds, onChange }: WhenFieldProps) {
  const { t } = useTopicsWords();
  const isAlways = when.partnerKinds.length === 0 && !when.experiment;
  const pick = (id: string, on: boolean) => {
    const others = when.partnerKinds.filter((each) => each !== id);
    onChange({ ...when, partnerKinds: on ? [...others, id] : others });
  };
  return (
    <>
      <details className="bt-topics__details">
        <summary>
          {t('edit.when')}
          {': '}
          {t(isAlways ? 'edit.always' : 'edit.sometimes')}
        </summary>
        <p className="bt-field__description">{t('edit.whenHint')}</p>
        <fieldset className="bt-radios">
          <legend className="bt-radios__legend">{t('edit.kinds')}</legend>
          <div className="bt-topics__kinds">
            {kinds.map(({ id, label }) => (
              <Checkbox
                key={id}
                label={label}
                checked={when.partnerKinds.includes(id)}
                onChange={(on) => pick(id, on)}
              />
            ))}
          </div>
        </fieldset>
        <Checkbox
          label={t('edit.experiment')}
          checked={when.experiment}
          onChange={(experiment) => onChange({ ...when, experiment })}
        />
      </details>
      {isAlways ? null : <When when={when} kinds={kinds} />}
    </>
  );
}
