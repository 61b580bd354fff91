import { useEffect, useState } from 'react';
import type { PresenceUser } from '../collab';
import { forgetTalks } from '../talk';

/// Starts the one connection for live texts when a plan is opened, and keeps it while the same
/// member goes from page to page. True once documents can be opened. When `expired` ends, because
/// the same member signed in again, the open documents ask to be let in again.
export function useLiveText(user: PresenceUser, expired: boolean): boolean {
  const { memberId } = user;
  const [ready, setReady] = useState<string>();
  const [lapsed, setLapsed] = useState(false);
  useEffect(() => {
    let wanted = true;
    void import('../collab').then(({ currentConnection, startConnection }) => {
      if (wanted) {
        if (currentConnection()?.memberId !== memberId) {
          startConnection({ memberId });
        }
        setReady(memberId);
      }
    });
    return () => {
      wanted = false;
    };
  }, [memberId]);
  useEffect(() => {
    if (expired) {
      setLapsed(true);
    } else if (lapsed) {
      setLapsed(false);
      void import('../collab').then(({ currentConnection }) => currentConnection()?.renew());
    }
  }, [expired, lapsed]);
  return ready === memberId;
}

/// What signing out would delete: words in this browser that never reached the server.
export async function unsavedWords(memberId: string): Promise<readonly string[]> {
  const { unsavedLocalCopies } = await import('../collab');
  return (await unsavedLocalCopies(memberId)).map((kept) => kept.text);
}

/// Ends the connection and deletes this member's local copies.
export async function forgetLiveText(memberId: string): Promise<void> {
  const { forgetLocalCopies, stopConnection } = await import('../collab');
  stopConnection();
  forgetTalks(memberId);
  await forgetLocalCopies(memberId);
}
