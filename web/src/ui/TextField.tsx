import '@utrecht/form-field-css/dist/index.css';
import '@utrecht/form-label-css/dist/index.css';
import '@utrecht/textbox-css/dist/index.css';
import { type Ref, useId } from 'react';

export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'password' | 'date' | 'time';
  autoComplete?: string;
  description?: string;
  /// What is wrong with the value; empty while nothing is.
  error?: string;
  maxLength?: number;
  ref?: Ref<HTMLInputElement>;
}

/// One line of text with its label, what it is for and what is wrong with it.
export function TextField(props: TextFieldProps) {
  const id = useId();
  const error = props.error ?? '';
  const described = [
    props.description ? `${id}-description` : '',
    error === '' ? '' : `${id}-error`,
  ].filter((each) => each !== '');
  return (
    <div
      className={`utrecht-form-field bt-field ${error === '' ? '' : 'utrecht-form-field--invalid'}`}
    >
      <label className="utrecht-form-label bt-field__label" htmlFor={id}>
        {props.label}
      </label>
      {props.description ? (
        <p className="bt-field__description" id={`${id}-description`}>
          {props.description}
        </p>
      ) : null}
      {error === '' ? null : (
        <p className="bt-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input
        ref={props.ref}
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        type={props.type ?? 'text'}
        value={props.value}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete ?? 'off'}
        autoCapitalize={props.type === 'email' ? 'none' : undefined}
        spellCheck={props.type === undefined || props.type === 'text'}
        aria-invalid={error === '' ? undefined : true}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
