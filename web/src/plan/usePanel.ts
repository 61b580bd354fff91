import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router';

const parameter = 'paneel';

/// Which panel is open beside the sheet. It stays open from section to section; an address may ask
/// for one.
export function usePanel(): [string | undefined, (id: string | undefined) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get(parameter) ?? undefined;
  const [panel, setPanel] = useState(asked);
  const [before, setBefore] = useState(asked);
  if (asked !== before) {
    setBefore(asked);
    if (asked !== undefined) {
      setPanel(asked);
    }
  }
  const open = useCallback(
    (id: string | undefined) => {
      setPanel(id);
      if (asked !== undefined) {
        const rest = new URLSearchParams(search);
        rest.delete(parameter);
        setSearch(rest, { replace: true });
      }
    },
    [asked, search, setSearch],
  );
  return [panel, open];
}
