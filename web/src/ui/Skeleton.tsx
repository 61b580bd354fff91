import { useEffect, useState } from 'react';

/// Lines where a text will be. It appears after 300 ms only: what comes sooner needs no herald.
/// `data-waits` tells the first text (`src/first`) that it may stay.
export function Skeleton({ label, lines = 4 }: { label: string; lines?: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(true), 300);
    return () => window.clearTimeout(timer);
  }, []);
  if (!late) {
    return <span hidden data-waits="" />;
  }
  return (
    <div className="bt-skeleton" role="status" data-waits="">
      <span className="bt-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} className="bt-skeleton__line" />
      ))}
    </div>
  );
}
