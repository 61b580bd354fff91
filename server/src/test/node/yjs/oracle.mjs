// Real Yjs as the judge of ours: one long-lived process, one JSON command a line on standard input,
// one JSON answer a line on standard output. Documents live under numbers that the caller chooses.
import { Console } from 'node:console';
import { createInterface } from 'node:readline';
import * as Y from 'yjs';
import { anchorAtRandom, begin, wordsOf } from './anchors.mjs';
import { editAtRandom } from './edits.mjs';
import { random } from './random.mjs';

globalThis.console = new Console(process.stderr); // standard output is for answers
const docs = new Map();
const toHex = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
const fromHex = (hex) => new Uint8Array(Buffer.from(hex, 'hex'));

const open = ({ doc, client, gc }) => {
  const y = new Y.Doc({ gc });
  y.clientID = client;
  for (const [type, name] of [['Text', 't'], ['Map', 'm'], ['Array', 'a'], ['XmlFragment', 'x']]) {
    y[`get${type}`](name);
  }
  const entry = { y, written: [] };
  y.on('update', (update, _origin, _doc, transaction) => {
    if (transaction.local) entry.written.push(toHex(update));
  });
  docs.set(doc, entry);
  return entry;
};

/** What was written since the last answer: edits, or the format marks that Yjs cleans up. */
const takeWritten = (entry) => entry.written.splice(0);

const state = ({ y }) => {
  const snapshot = Y.snapshot(y);
  return {
    content: JSON.stringify({
      t: y.getText('t').toDelta(),
      m: y.getMap('m').toJSON(),
      a: y.getArray('a').toJSON(),
      x: y.getXmlFragment('x').toString(),
    }),
    snapshot: toHex(Y.encodeSnapshot(snapshot)),
    pending: y.store.pendingStructs !== null || y.store.pendingDs !== null,
  };
};

const commands = {
  open: (command) => ({ ...state(open(command)) }),
  edit: ({ doc, seed, count, mix }) => {
    const entry = docs.get(doc);
    editAtRandom(entry.y, random(seed), count, mix);
    return { written: takeWritten(entry), ...state(entry) };
  },
  apply: ({ doc, update }) => {
    const entry = docs.get(doc);
    Y.applyUpdate(entry.y, fromHex(update));
    return { written: takeWritten(entry), ...state(entry) };
  },
  applyV2: ({ doc, update }) => {
    const entry = docs.get(doc);
    Y.applyUpdateV2(entry.y, fromHex(update));
    return { written: takeWritten(entry), ...state(entry) };
  },
  vector: ({ doc }) => ({ vector: toHex(Y.encodeStateVector(docs.get(doc).y)) }),
  encode: ({ doc, vector }) => {
    const { y } = docs.get(doc);
    const have = vector === undefined ? undefined : fromHex(vector);
    return {
      v1: toHex(Y.encodeStateAsUpdate(y, have)),
      v2: toHex(Y.encodeStateAsUpdateV2(y, have)),
    };
  },
  merge: ({ updates }) => ({ merged: toHex(Y.mergeUpdates(updates.map(fromHex))) }),
  diff: ({ update, vector }) => ({ diff: toHex(Y.diffUpdate(fromHex(update), fromHex(vector))) }),
  position: ({ doc, index, assoc }) => ({
    position: toHex(
      Y.encodeRelativePosition(
        Y.createRelativePositionFromTypeIndex(docs.get(doc).y.getText('t'), index, assoc),
      ),
    ),
  }),
  resolve: ({ doc, position }) => {
    const { y } = docs.get(doc);
    const found = Y.createAbsolutePositionFromRelativePosition(
      Y.decodeRelativePosition(fromHex(position)),
      y,
    );
    return { index: found === null ? -1 : found.index };
  },
  begin: ({ doc }) => {
    const entry = docs.get(doc);
    begin(entry.y);
    return { written: takeWritten(entry), ...state(entry) };
  },
  anchor: ({ doc, seed }) => {
    const anchor = anchorAtRandom(docs.get(doc).y, random(seed));
    return { from: toHex(anchor.from), to: toHex(anchor.to) };
  },
  words: ({ doc, from, to }) => ({ words: wordsOf(docs.get(doc).y, fromHex(from), fromHex(to)) }),
  close: () => {
    docs.clear();
    return {};
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const command = JSON.parse(line);
    answer = commands[command.op](command);
  } catch (error) {
    answer = { error: String(error.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
