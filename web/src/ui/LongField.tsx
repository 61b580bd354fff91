import { type Ref, useId } from 'react';

export interface LongFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /// In UTF-16 units.
  maxLength: number;
  rows?: number;
  description?: string;
  /// What is wrong with the value; empty while nothing is.
  error?: string;
  /// One line that may be shown on several: Enter does nothing.
  oneLine?: boolean;
  /// Names the field for who looks it up to give it the focus.
  place?: string;
  ref?: Ref<HTMLTextAreaElement>;
}

/// Some lines of plain text, as high as what is in it. What is written is Dutch, whatever language
/// the page speaks.
export function LongField(props: LongFieldProps) {
  const id = useId();
  const { description = '', error = '', oneLine = false } = props;
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
        className="utrecht-textarea bt-field__area"
        lang="nl"
        rows={props.rows ?? (oneLine ? 1 : 4)}
        maxLength={props.maxLength}
        value={props.value}
        data-place={props.place}
        aria-invalid={error === '' ? undefined : true}
        aria-describedby={described.length === 0 ? undefined : described.join(' ')}
        onKeyDown={(event) => {
          if (oneLine && event.key === 'Enter' && !event.nativeEvent.isComposing) {
            event.preventDefault();
          }
        }}
        onChange={({ target }) =>
          props.onChange(oneLine ? target.value.replace(/\s*[\r\n]+\s*/g, ' ') : target.value)
        }
      />
    </div>
  );
}
