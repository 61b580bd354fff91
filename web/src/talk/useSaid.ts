import { useCallback, useEffect, useRef, useState } from 'react';

const saidForMs = 6000;

/// A sentence that goes by itself.
export function useSaid() {
  const [said, setSaid] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const say = useCallback((text: string) => {
    clearTimeout(timer.current);
    setSaid(text);
    timer.current = setTimeout(() => setSaid(''), saidForMs);
  }, []);
  return { said, say };
}
