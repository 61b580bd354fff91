/// How many of how many, as a bar beside the words that say it.
export function Progress({
  answered,
  asked,
  text,
}: {
  answered: number;
  asked: number;
  text: string;
}) {
  return (
    <span className="bt-asks__progress">
      <progress
        className="bt-asks__bar"
        max={Math.max(asked, 1)}
        value={answered}
        aria-hidden="true"
      />
      {text}
    </span>
  );
}
