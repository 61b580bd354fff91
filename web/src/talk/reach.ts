import * as Y from 'yjs';
import { eachNote } from './document';

/// What is not for use stays so, whoever cuts it in two, joins it or copies it at the same moment
/// without having heard of it. A note knows which notes its words come from (`of`). A root map has
/// an entry for each note that is not for use: the ids of the notes with words of it that were
/// there when that was said. Another one with words of it is not for use either.
const root = 'closed';

const unusable = 'unusable';

/// The ids in an attribute or an entry.
export function idsIn(value: unknown): string[] {
  return typeof value === 'string' ? value.split(' ').filter((id) => id !== '') : [];
}

function idOf(note: Y.XmlElement): string {
  return note.getAttribute('id') ?? '';
}

/// Whether somebody said of this note, or of one that its words come from, that it is not for use.
function isClosed(closed: Y.Map<unknown>, note: Y.XmlElement): boolean {
  const id = idOf(note);
  return (
    closed.has(id) ||
    idsIn(note.getAttribute('of')).some(
      (origin) => closed.has(origin) && !idsIn(closed.get(origin)).includes(id),
    )
  );
}

/// Writes down what was said here of a note.
function say(doc: Y.Doc, note: Y.XmlElement): void {
  const closed = doc.getMap(root);
  const id = idOf(note);
  if (note.getAttribute('confidentiality') === unusable) {
    const parts: string[] = [];
    eachNote(doc, (each) => {
      if (idsIn(each.getAttribute('of')).includes(id)) {
        parts.push(idOf(each));
      }
    });
    if (!closed.has(id)) {
      closed.set(id, parts.join(' '));
    }
    return;
  }
  closed.delete(id);
  for (const origin of idsIn(note.getAttribute('of'))) {
    const parts = idsIn(closed.get(origin));
    if (closed.has(origin) && !parts.includes(id)) {
      closed.set(origin, [...parts, id].join(' '));
    }
  }
}

function saidIn(tr: Y.Transaction): Y.XmlElement[] {
  const notes: Y.XmlElement[] = [];
  for (const [type, keys] of tr.changed) {
    const is = type instanceof Y.XmlElement && type.nodeName === 'note';
    if (is && keys.has('confidentiality') && type._item?.deleted !== true) {
      notes.push(type);
    }
  }
  return notes;
}

const origin = { kind: 'reach' } as const;

/// Keeps that true in a document that is open here, until the returned function is called.
///
/// @param mayWrite whether what others did can be put right from here
export function keepReach(doc: Y.Doc, mayWrite: () => boolean): () => void {
  const mend = () => {
    if (!mayWrite()) {
      return;
    }
    const closed = doc.getMap(root);
    const wrong: Y.XmlElement[] = [];
    eachNote(doc, (note) => {
      if (note.getAttribute('confidentiality') !== unusable && isClosed(closed, note)) {
        wrong.push(note);
      }
    });
    if (wrong.length > 0) {
      doc.transact(() => {
        for (const note of wrong) {
          note.setAttribute('confidentiality', unusable);
        }
      }, origin);
    }
  };
  const after = (tr: Y.Transaction) => {
    if (!tr.local) {
      mend();
      return;
    }
    const notes = saidIn(tr);
    if (notes.length > 0) {
      doc.transact(() => {
        for (const note of notes) {
          say(doc, note);
        }
      }, origin);
    }
  };
  doc.on('afterTransaction', after);
  mend();
  return () => doc.off('afterTransaction', after);
}
