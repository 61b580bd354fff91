// Interviews written by several people with real Yjs, for a test of the server. Reads {"seeds": n}
// and answers with an update of each and with what may leave it: [question, id, kind,
// confidentiality, marks, text]. Run in the folder of the web app.

import { runnerImport } from 'vite';
import * as Y from 'yjs';

const load = async (path) => (await runnerImport(path)).module;
const { addQuestion, notesOf, setState } = await load('./src/talk/document.ts');
const { randomOf } = await load('./src/talk/testing/random.ts');

const questions = ['wat-ziet-u', 'bij-wie', 'general', 'added-1'];
const kinds = ['quote', 'paraphrase', 'observation'];
const reaches = ['open', 'core', 'unusable'];
const marks = [null, 'signal', 'group action', 'bottleneck success setting substance'];

const pick = (list, random) => list[Math.floor(random() * list.length)];

const uuid = (random) => {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};

const write = (doc, ledger, random, step) => {
  const question = pick(questions, random);
  const fragment = notesOf(doc, question);
  const [id, kind, reach, mark] = [
    uuid(random),
    pick(kinds, random),
    pick(reaches, random),
    pick(marks, random),
  ];
  const note = new Y.XmlElement('note');
  note.setAttribute('id', id);
  note.setAttribute('kind', kind);
  note.setAttribute('confidentiality', reach);
  if (mark !== null) {
    note.setAttribute('marks', mark);
  }
  const text = new Y.XmlText(`Woord ${step} é 😀`);
  note.insert(0, [text]);
  fragment.insert(Math.floor(random() * (fragment.length + 1)), [note]);
  if (random() < 0.3) {
    text.format(0, 5, { bold: {} });
  }
  ledger.set(id, { question, kind, reach, marks: mark ?? '', text: `Woord ${step} é 😀` });
};

const change = (doc, ledger, random) => {
  const fragment = notesOf(doc, pick(questions, random));
  const note =
    fragment.length === 0 ? undefined : fragment.get(Math.floor(random() * fragment.length));
  const known = ledger.get(note?.getAttribute('id'));
  if (known === undefined || known.changed) {
    return;
  }
  // By one person only: what two set at once is Yjs's to decide.
  known.changed = true;
  if (random() < 0.3) {
    known.gone = true;
    fragment.delete(fragment.toArray().indexOf(note), 1);
  } else if (random() < 0.5) {
    known.reach = pick(reaches, random);
    note.setAttribute('confidentiality', known.reach);
  } else {
    known.text += ' en meer';
    note.get(0).insert(note.get(0).length, ' en meer');
  }
};

const meet = (one, other) => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
};

const interview = (seed) => {
  const random = randomOf(seed);
  const docs = [0, 1, 2].map((index) => {
    const doc = new Y.Doc();
    doc.clientID = seed * 10 + index;
    return doc;
  });
  const ledger = new Map();
  for (let step = 0; step < 60; step++) {
    const doc = pick(docs, random);
    const chance = random();
    if (chance < 0.5) {
      write(doc, ledger, random, step);
    } else if (chance < 0.7) {
      change(doc, ledger, random);
    } else if (chance < 0.75) {
      addQuestion(doc, `${step}`, { text: `Vraag ${step}`, group: 'g', after: 'bij-wie' });
    } else if (chance < 0.85) {
      setState(doc, pick(questions, random), {
        kind: pick(['covered', 'skipped', 'open'], random),
      });
    } else {
      meet(doc, pick(docs, random));
    }
  }
  for (const one of docs) {
    for (const other of docs) {
      meet(one, other);
    }
  }
  const leaving = [...ledger]
    .filter(([, note]) => !note.gone && note.reach !== 'unusable')
    .map(([id, note]) => [note.question, id, note.kind, note.reach, note.marks, note.text]);
  return {
    update: Buffer.from(Y.encodeStateAsUpdate(pick(docs, random))).toString('base64'),
    notes: leaving,
  };
};

let input = '';
for await (const chunk of process.stdin) {
  input += chunk;
}
const { seeds } = JSON.parse(input);
const answer = Array.from({ length: seeds }, (_, index) => interview(index + 1));
process.stdout.write(JSON.stringify(answer), () => process.exit(0));
