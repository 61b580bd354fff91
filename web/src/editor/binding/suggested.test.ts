import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Fork, type OpenDocument } from '../../collab';
import { everybodyLeaves, person, randomOf, xmlOf } from '../testing/people';
import { fitsIn, ownTouches, touchesOf } from './suggested';

afterEach(everybodyLeaves);

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, text === '' ? [] : [new Y.XmlText(text)]);
  return element;
}

function liveOf(...texts: string[]): OpenDocument {
  const doc = new Y.Doc({ gc: false });
  doc.getXmlFragment('default').insert(0, texts.map(paragraph));
  return { documentId: 'd', schema: 1, incarnation: 0, doc } as unknown as OpenDocument;
}

/// What somebody wrote on a fork.
function proposed(live: OpenDocument, edit: (editor: ReturnType<typeof person>) => void) {
  const fork = new Fork(live);
  const writer = person('writer', fork.doc);
  edit(writer);
  const update = fork.own ?? new Uint8Array();
  return { fork, writer, update };
}

test('a fork follows the live text and tells only what is its own', () => {
  const live = liveOf('Wij beginnen bij preventie.');
  const { fork, update } = proposed(live, ({ editor }) =>
    editor.commands.insertContentAt(1, 'Ja. '),
  );
  live.doc.getXmlFragment('default').insert(1, [paragraph('Daarna zorg.')]);
  expect(xmlOf(fork.doc)).toContain('Daarna zorg.');
  expect(xmlOf(live.doc)).not.toContain('Ja.');
  Y.applyUpdate(live.doc, update);
  expect(xmlOf(live.doc)).toBe(xmlOf(fork.doc));
  const again = new Fork(liveOf(), update);
  expect(again.own).toBeDefined();
});

test('what goes and what comes is found where it is, also after others wrote', () => {
  const live = liveOf('Eerst.', 'Wij beginnen bij preventie.');
  const { update, fork, writer } = proposed(live, ({ editor }) => {
    editor.commands.insertContentAt({ from: 13, to: 21 }, 'starten');
  });
  const own = ownTouches(writer.editor.state, live.doc);
  expect(own.map(({ kind }) => kind).sort()).toEqual(['added', 'struck']);
  fork.close();
  const reader = person('reader', live.doc);
  reader.editor.commands.insertContentAt(1, 'Allereerst: ');
  const touches = touchesOf(reader.editor.state, update);
  const struck = touches.filter(({ kind }) => kind === 'struck');
  const added = touches.filter(({ kind }) => kind === 'added');
  const words = struck
    .map(({ from, to }) => reader.editor.state.doc.textBetween(from, to))
    .join('');
  expect(struck.map(({ text }) => text)).toEqual([words]);
  expect(added.map(({ text }) => text)).toHaveLength(1);
  expect(added.every(({ from, to }) => from === to)).toBe(true);
  expect(reader.editor.getText()).toContain('Wij beginnen bij');
});

test('two who type over the same words keep each their words together', () => {
  for (let round = 0; round < 10; round++) {
    const live = liveOf('Wij beginnen bij preventie.');
    const updates = ['alle scholen', 'middelbare school'].map((words) =>
      proposed(live, ({ editor }) => {
        editor.commands.setTextSelection({ from: 5, to: 13 });
        for (const letter of words) {
          const { from, to } = editor.state.selection;
          editor.view.dispatch(editor.state.tr.insertText(letter, from, to));
        }
      }),
    );
    for (const { update } of updates) {
      Y.applyUpdate(live.doc, update);
    }
    expect(xmlOf(live.doc)).toMatch(
      /Wij (alle scholenmiddelbare school|middelbare schoolalle scholen) bij preventie\./,
    );
    everybodyLeaves();
  }
});

test('a block that comes is one touch; one whose place is gone is none', () => {
  const live = liveOf('Een.', 'Twee.');
  const { update } = proposed(live, ({ editor }) => {
    editor.commands.insertContentAt(editor.state.doc.content.size, '<p>Drie.</p>');
  });
  const { update: inside } = proposed(live, ({ editor }) => {
    editor.commands.insertContentAt(7, 'Niet ');
  });
  const reader = person('reader', live.doc);
  expect(touchesOf(reader.editor.state, update)).toEqual([
    { kind: 'added', from: 13, to: 13, text: 'Drie.', node: true },
  ]);
  live.doc.getXmlFragment('default').delete(1, 1);
  expect(touchesOf(reader.editor.state, inside)).toEqual([]);
});

test('what no editor could hold does not fit', () => {
  const live = liveOf('Een.');
  const reader = person('reader', live.doc);
  const fork = new Fork(live);
  fork.doc.getXmlFragment('default').insert(0, [new Y.XmlElement('tableRow')]);
  expect(fitsIn(reader.editor.state, fork.own ?? new Uint8Array())).toBe(false);
  const fine = new Fork(live);
  fine.append(['Twee.']);
  expect(fitsIn(reader.editor.state, fine.own ?? new Uint8Array())).toBe(true);
});

/// Struck words, cut out, and added ones, put in, give the text as it is once accepted.
test('touches say the whole change, on random edits', () => {
  for (let seed = 1; seed <= 150; seed++) {
    const random = randomOf(seed);
    const live = liveOf('abcdefghijklmnop', 'qrstuvwxyz');
    const { update } = proposed(live, ({ editor }) => {
      for (let i = 0; i < 4; i++) {
        const at = 1 + Math.floor(random() * 14);
        editor.commands.insertContentAt({ from: at, to: at + Math.floor(random() * 3) }, `${i}!`);
      }
    });
    const reader = person('reader', live.doc);
    for (let i = 0; i < 3; i++) {
      reader.editor.commands.insertContentAt(1 + Math.floor(random() * 14), '_');
    }
    const before = reader.editor.state.doc;
    const touches = touchesOf(reader.editor.state, update).toReversed();
    let text = before.firstChild?.textContent ?? '';
    for (const touch of touches) {
      const from = touch.from - 1;
      text =
        touch.kind === 'added'
          ? text.slice(0, from) + touch.text + text.slice(from)
          : text.slice(0, from) + text.slice(touch.to - 1);
    }
    Y.applyUpdate(live.doc, update);
    expect(text, `seed ${seed}`).toBe(reader.editor.state.doc.firstChild?.textContent);
    everybodyLeaves();
  }
});
