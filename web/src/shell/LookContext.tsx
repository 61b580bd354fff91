import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { applyLook, followDevice, type Look, storedLook } from '../ui';

interface LookContextValue {
  look: Look;
  change: (look: Look) => void;
}

const LookContext = createContext<LookContextValue | undefined>(undefined);

/// Holds the look of the page and keeps the page to it.
export function LookProvider({ children }: { children: ReactNode }) {
  const [look, setLook] = useState(storedLook);
  useEffect(() => {
    applyLook(look);
    return followDevice(() => look);
  }, [look]);
  const value = useMemo(() => ({ look, change: setLook }), [look]);
  return <LookContext value={value}>{children}</LookContext>;
}

export function useLook(): LookContextValue {
  const value = useContext(LookContext);
  if (value === undefined) {
    throw new Error('useLook outside of LookProvider');
  }
  return value;
}
