import { type Ref, useId } from 'react';

export interface LongTextProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  lengthMax: number;
  rows?: number;
  description?: string;
  error?: string;
  ref?: Ref<HTMLTextAreaElement>;
}

/// Some paragraphs of plain text. What is written is Dutch, whatever language the page speaks.
export function LongText(props: LongTextProps) {
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
        className="utrecht-textarea bt-afterwards__field"
        lang="nl"
        rows={props.rows ?? 4}
        maxLength={props.lengthMax}
        value={props.value}
        aria-invalid={error === '' ? undefined : true}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
