export interface ChoicesProps<Value extends string> {
  /// What is chosen; shown, or only said.
  legend: string;
  legendShown?: boolean;
  items: readonly { value: Value; label: string }[];
  value: Value;
  onChoose: (value: Value) => void;
}

/// A few round choices beside each other, one of them pressed.
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  return (
    <fieldset className="bt-choices">
      <legend className={props.legendShown ? 'bt-choices__legend' : 'bt-hidden'}>
        {props.legend}
      </legend>
      {props.items.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          className="bt-choices__one"
          aria-pressed={value === props.value}
          onClick={() => props.onChoose(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
