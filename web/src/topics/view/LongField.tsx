import { useId } from 'react';

export interface LongFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  rows?: number;
  description?: string;
  /// What is wrong with the value; empty while nothing is.
  error?: string;
  /// One line that may be shown on several: Enter does nothing.
  oneLine?: boolean;
  /// Names the field for who looks it up to give it the focus.
  place?: string;
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
    <div className="utrecht-form-field bt-field bt-topics__field">
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
        id={id}
        className="utrecht-textarea bt-topics__area"
        lang="nl"
        rows={props.rows ?? 1}
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
        onChange={(event) =>
          props.onChange(
            oneLine ? event.target.value.replace(/\s*[\r\n]+\s*/g, ' ') : event.target.value,
          )
        }
      />
    </div>
  );
}
