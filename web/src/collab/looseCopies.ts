import type { OpenDocument } from './document';
import { readKept } from './keptWords';
import type { LocalStore } from './localStore';

const patience = 15_000;

/// Asks the server about the copies in this browser that belong to no section of a plan, such as
/// notes of interviews: nobody may ever open them again here. What was erased, or may not be seen
/// any more, goes; what waits is sent. So does it about documents of which only words that were put
/// aside are left here. One after another.
export async function lookAtLooseCopies(
  store: LocalStore,
  memberId: string,
  open: (documentId: string) => OpenDocument,
  isOver: () => boolean,
): Promise<void> {
  const records = await store.records();
  const known = new Set(records.map(({ documentId }) => documentId));
  const loose = records.filter(({ plan }) => plan === null).map(({ documentId }) => documentId);
  const aside = readKept(memberId).map(({ documentId }) => documentId);
  for (const documentId of new Set([...loose, ...aside.filter((id) => !known.has(id))])) {
    if (isOver()) {
      return;
    }
    const document = open(documentId);
    await untilSettled(document);
    document.close();
  }
}

function untilSettled(document: OpenDocument): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.denied !== undefined || document.saveState.kind === 'saved') {
        end();
      }
    };
    const stop = document.onChange(look);
    const timer = setTimeout(() => end(), patience);
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    look();
  });
}
