import { useEffect, useReducer, useState } from 'react';
import type { OpenDocument } from '../../collab';
import { openDocument } from '../../collab';

/// Opens a document while the component lives and renders anew at each of its changes.
export function useOpenDocument(documentId: string): OpenDocument | undefined {
  const [open, setOpen] = useState<OpenDocument>();
  const [, changed] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const document = openDocument(documentId);
    const end = document.onChange(changed);
    setOpen(document);
    return () => {
      end();
      document.close();
      setOpen(undefined);
    };
  }, [documentId]);
  return open;
}
