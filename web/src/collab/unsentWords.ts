import * as Y from 'yjs';
import { eachBlock, eachTextOf } from './blockText';

/// A text is one root; the notes of an interview have a root for each question.
function rootsWithWords(doc: Y.Doc): readonly string[] {
  return [...doc.share.keys()].filter((name) => name === 'default' || name.startsWith('question/'));
}

/// The words of a document that the server has not confirmed, one line per block. `confirmed` is
/// an encoded state vector; null means that nothing was. `takenClock` is how much of the document's
/// own client was confirmed since.
export function unsentWords(doc: Y.Doc, confirmed: Uint8Array | null, takenClock = 0): string {
  const known = confirmed === null ? new Map<number, number>() : Y.decodeStateVector(confirmed);
  known.set(doc.clientID, Math.max(takenClock, known.get(doc.clientID) ?? 0));
  const lines: string[] = [];
  const collect = (block: Y.XmlFragment) => {
    let line = '';
    eachTextOf(block, (text) => {
      for (let item = text._start; item !== null; item = item.right) {
        if (!item.deleted && item.content instanceof Y.ContentString) {
          const from = Math.max(0, (known.get(item.id.client) ?? 0) - item.id.clock);
          line += item.content.str.slice(from);
        }
      }
    });
    if (line.trim() !== '') {
      lines.push(line);
    }
  };
  for (const root of rootsWithWords(doc)) {
    eachBlock(doc.getXmlFragment(root), collect);
  }
  return lines.join('\n');
}
