/// A short word on a button, whose whole meaning screen readers say.
export function Named({ short, whole }: { short: string; whole: string }) {
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="bt-hidden">{whole}</span>
    </>
  );
}
