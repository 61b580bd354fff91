import '@utrecht/form-field-css/dist/index.css';
import '@utrecht/form-label-css/dist/index.css';
import '@utrecht/select-css/dist/index.css';
import { useId } from 'react';

export interface SelectProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  /// What is wrong with the choice; empty while nothing is.
  error?: string;
}

/// One out of many, in the device's own list.
export function Select({ label, value, choices, onChange, error = '' }: SelectProps) {
  const id = useId();
  return (
    <div
      className={`utrecht-form-field bt-field ${error === '' ? '' : 'utrecht-form-field--invalid'}`}
    >
      <label className="utrecht-form-label bt-field__label" htmlFor={id}>
        {label}
      </label>
      {error === '' ? null : (
        <p className="bt-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select"
        value={value}
        aria-invalid={error === '' ? undefined : true}
        aria-describedby={error === '' ? undefined : `${id}-error`}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
