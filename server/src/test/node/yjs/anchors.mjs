// Anchors in the text of a section, made and read as a browser's Yjs does it, and read in another
// way than ours: over one line of all characters.
import * as Y from 'yjs';

const ROOT = 'default';

/** Three blocks to hang on; one lies deep, as in a table. */
export const begin = (doc) => {
  const root = doc.getXmlFragment(ROOT);
  doc.transact(() => {
    for (const words of ['De jongeren in de wijk', 'en hun ouders', 'praten erover op school']) {
      const block = new Y.XmlElement('paragraph');
      block.insert(0, [new Y.XmlText(words)]);
      root.insert(root.length, [block]);
    }
    const cell = new Y.XmlElement('tableCell');
    cell.insert(0, [new Y.XmlText('een cel')]);
    const row = new Y.XmlElement('tableRow');
    row.insert(0, [cell]);
    const table = new Y.XmlElement('table');
    table.insert(0, [row]);
    root.insert(2, [table]);
  });
};

/** All characters in reading order, each with where it stands; blocks end with a space. */
const lineOf = (doc) => {
  const line = [];
  const read = (fragment) => {
    for (const child of fragment.toArray()) {
      if (child instanceof Y.XmlText) {
        let index = 0;
        for (const { insert } of child.toDelta()) {
          for (const char of typeof insert === 'string' ? insert.split('') : ['\ufffc']) {
            line.push({ type: child, index, char });
            index += 1;
          }
        }
        line.push({ type: child, index, char: '' });
      } else {
        read(child);
        line.push({ type: null, index: 0, char: ' ' });
      }
    }
  };
  read(doc.getXmlFragment(ROOT));
  return line;
};

export const anchorAtRandom = (doc, r) => {
  const chars = lineOf(doc).filter(({ type, char }) => type !== null && char !== '');
  const first = r.below(chars.length);
  const last = Math.min(chars.length - 1, first + r.below(12));
  const place = ({ type, index }, further, side) =>
    Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index + further, side));
  return { from: place(chars[first], 0, 0), to: place(chars[last], 1, -1) };
};

export const wordsOf = (doc, from, to) => {
  const line = lineOf(doc);
  const [begins, ends] = [from, to].map((encoded) => {
    const place = Y.decodeRelativePosition(encoded);
    const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
    return found === null
      ? -1
      : line.findIndex(({ type, index }) => type === found.type && index === found.index);
  });
  return begins < 0 || ends < begins
    ? ''
    : line.slice(begins, ends).map(({ char }) => char).join('').replace(/\s+/g, ' ').trim();
};
