export interface CheckboxProps {
  label: string;
  description?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/// Yes or no, with what it means beside it.
export function Checkbox({ label, description, checked, onChange }: CheckboxProps) {
  return (
    <label className="bt-radio">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="bt-radio__text">
        <span className="bt-radio__label">{label}</span>
        {description ? <span className="bt-radio__description">{description}</span> : null}
      </span>
    </label>
  );
}
