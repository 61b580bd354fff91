import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { onSessionEnded } from '../api';
import { fetchSession, type Session } from '../identity';

/// Who sits at this browser. `expired`: the server ended the session while somebody was working;
/// their screen stays as it is until they sign in again. `left`: they went themselves.
export type SessionState =
  | { kind: 'unknown' }
  | { kind: 'unreachable' }
  | { kind: 'signed-out'; left: boolean }
  | { kind: 'signed-in'; session: Session; expired: boolean };

interface SessionContextValue {
  state: SessionState;
  /// Asks the server again; resolves when the state says the answer.
  refresh: () => Promise<void>;
  /// After signing out.
  clear: () => void;
}

const SessionContext = createContext<SessionContextValue | undefined>(undefined);

/// Tells the other windows of this browser that somebody signed in or out.
const CHANNEL = 'beleidstafel.session';

export function SessionProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<SessionState>({ kind: 'unknown' });
  const channel = useRef<BroadcastChannel | undefined>(undefined);

  const ask = useCallback(async () => {
    try {
      const session = await fetchSession();
      setState((before) => after(before, session));
    } catch {
      // Whoever works goes on; the signs on the screen tell that there is no connection.
      setState((before) => (before.kind === 'signed-in' ? before : { kind: 'unreachable' }));
    }
  }, []);

  useEffect(() => {
    onSessionEnded(() => setState((before) => after(before, undefined)));
    void ask();
    const windows = new BroadcastChannel(CHANNEL);
    channel.current = windows;
    windows.addEventListener('message', () => void ask());
    return () => windows.close();
  }, [ask]);

  const value = useMemo<SessionContextValue>(
    () => ({
      state,
      refresh: async () => {
        await ask();
        channel.current?.postMessage('changed');
      },
      clear: () => {
        setState({ kind: 'signed-out', left: true });
        channel.current?.postMessage('changed');
      },
    }),
    [state, ask],
  );
  return <SessionContext value={value}>{children}</SessionContext>;
}

/// What the server's answer makes of what was known. Another member in the same browser is a new
/// start; nobody, after somebody, is an expired session.
export function after(before: SessionState, session: Session | undefined): SessionState {
  if (session !== undefined) {
    return { kind: 'signed-in', session, expired: false };
  }
  return before.kind === 'signed-in'
    ? { kind: 'signed-in', session: before.session, expired: true }
    : before.kind === 'signed-out'
      ? before
      : { kind: 'signed-out', left: false };
}

export function useSession(): SessionContextValue {
  const value = useContext(SessionContext);
  if (value === undefined) {
    throw new Error('useSession outside of SessionProvider');
  }
  return value;
}
