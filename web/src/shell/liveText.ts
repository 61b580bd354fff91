import { useEffect, useState } from 'react';

/// Starts the one connection for live texts when a plan is opened, and keeps it while the same
/// member goes from page to page. True once documents can be opened. `onClosed` hears that the
/// server has closed it because the session ended; `expired` says so until there is one again.
export function useLiveText(memberId: string, expired: boolean, onClosed: () => void): boolean {
  const [ready, setReady] = useState<string>();
  useEffect(() => {
    let wanted = true;
    let stop = () => {};
    void import('../collab').then(({ currentConnection, startConnection }) => {
      if (!wanted) {
        return;
      }
      const present = currentConnection();
      const connection = present?.memberId === memberId ? present : startConnection({ memberId });
      stop = connection.onStatus((status) => {
        if (status === 'closed') {
          onClosed();
        }
      });
      setReady(memberId);
    });
    return () => {
      wanted = false;
      stop();
    };
  }, [memberId, onClosed]);
  useEffect(() => {
    if (!expired && ready !== undefined) {
      // After signing in again the same documents go on where they were.
      void import('../collab').then(({ currentConnection }) => {
        const connection = currentConnection();
        if (connection?.status === 'closed') {
          connection.retry();
        }
      });
    }
  }, [expired, ready]);
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
  await forgetLocalCopies(memberId);
}
