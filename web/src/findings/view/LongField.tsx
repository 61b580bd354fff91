import { type Ref, useId } from 'react';

export interface LongFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  description?: string;
  /// What is wrong with the value; empty while nothing is.
  error?: string;
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
}

/// Some lines of plain text. What is written is Dutch, whatever language the page speaks.
export function LongField(props: LongFieldProps) {
  const id = useId();
  const { description = '', error = '' } = props;
  const described = [
    description === '' ? '' : `${id}-description`,
    error === '' ? '' : `${id}-error`,
  ].filter((each) => each !== '');
  return (
    <div className="utrecht-form-field bt-field bt-field--long">
      <label className="utrecht-form-label bt-field__label" htmlFor={id}>
        {props.label}
      </label>
      {description === '' ? null : (
        <p className="bt-field__description" id={`${id}-description`}>
          {description}
        </p>
      )}
      {error === '' ? null : (
        <p className="bt-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <textarea
        ref={props.ref}
        id={id}
        className="utrecht-textarea bt-findings__field"
        lang="nl"
        rows={props.rows ?? 4}
        maxLength={2000}
        value={props.value}
        aria-invalid={error === '' ? undefined : true}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
