import { useId } from 'react';

export interface RadioChoice<Value extends string> {
  value: Value;
  label: string;
  description?: string;
  /// The language of the label, where it is not the page's.
  lang?: string;
}

export interface RadioGroupProps<Value extends string> {
  legend: string;
  choices: readonly RadioChoice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  /// `line` puts short choices beside each other.
  layout?: 'stack' | 'line';
}

/// One out of a few, all visible.
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const name = useId();
  return (
    <fieldset className={`bt-radios bt-radios--${props.layout ?? 'stack'}`}>
      <legend className="bt-radios__legend">{props.legend}</legend>
      <div className="bt-radios__choices">
        {props.choices.map((choice) => (
          <label key={choice.value} className="bt-radio" lang={choice.lang}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span className="bt-radio__text">
              <span className="bt-radio__label">{choice.label}</span>
              {choice.description ? (
                <span className="bt-radio__description">{choice.description}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
