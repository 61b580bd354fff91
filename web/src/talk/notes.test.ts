import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Rescue } from '../collab/rescue';
import { countNotes, notesOf } from './document';
import { followFocus, takeCaret } from './followFocus';
import { everybodyLeaves, meet, notes, paste, press, shown, textsOf, type } from './testing/people';

afterEach(everybodyLeaves);

test('whoever types into an empty question makes a note', () => {
  const doc = new Y.Doc();
  const editor = notes(doc, 'a');
  type(editor, 'Elke avond.');
  expect(shown(editor)).toEqual([
    { text: 'Elke avond.', kind: 'paraphrase', reach: 'core', marks: null },
  ]);
  const note = notesOf(doc, 'a').get(0) as Y.XmlElement;
  expect(note.getAttribute('id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(note.getAttribute('kind')).toBe('paraphrase');
  expect(note.getAttribute('confidentiality')).toBe('core');
  expect(doc.getXmlFragment('default').length).toBe(0);
});

test('Enter makes a new note of the same kind, without the marks', () => {
  const editor = notes(new Y.Doc(), 'a');
  type(editor, 'Een');
  editor.commands.setKind('quote');
  editor.commands.toggleNoteMark('signal');
  expect(press(editor, 'Enter')).toBe(true);
  type(editor, 'Twee');
  expect(shown(editor)).toEqual([
    { text: 'Een', kind: 'quote', reach: 'core', marks: 'signal' },
    { text: 'Twee', kind: 'quote', reach: 'core', marks: null },
  ]);
});

test('Enter in an empty note makes no heap of empty ones', () => {
  const editor = notes(new Y.Doc(), 'a');
  type(editor, 'Een');
  press(editor, 'Enter');
  press(editor, 'Enter');
  press(editor, 'Enter');
  expect(shown(editor)).toHaveLength(2);
});

test('a new note never goes further than the one before it, nor further than usual', () => {
  const editor = notes(new Y.Doc(), 'a');
  type(editor, 'Onder ons');
  editor.commands.setConfidentiality('unusable');
  press(editor, 'Enter');
  type(editor, 'Nog steeds');
  expect(shown(editor)[1]?.reach).toBe('unusable');
  editor.commands.setConfidentiality('open');
  press(editor, 'Enter');
  type(editor, 'Weer gewoon');
  expect(shown(editor)[2]?.reach).toBe('core');
});

test('Enter inside a note cuts it in two that are the same in all but their ids', () => {
  const doc = new Y.Doc();
  const editor = notes(doc, 'a');
  type(editor, 'Een twee');
  editor.commands.setConfidentiality('unusable');
  editor.commands.toggleNoteMark('group');
  editor.commands.setTextSelection(5);
  press(editor, 'Enter');
  expect(shown(editor)).toEqual([
    { text: 'Een ', kind: 'paraphrase', reach: 'unusable', marks: 'group' },
    { text: 'twee', kind: 'paraphrase', reach: 'unusable', marks: 'group' },
  ]);
  const ids = notesOf(doc, 'a')
    .toArray()
    .map((note) => (note as Y.XmlElement).getAttribute('id'));
  expect(new Set(ids).size).toBe(2);
});

test('Enter at the start of a note leaves its words the note they were', () => {
  const doc = new Y.Doc();
  const editor = notes(doc, 'a');
  type(editor, 'Woorden');
  const id = (notesOf(doc, 'a').get(0) as Y.XmlElement).getAttribute('id');
  editor.commands.setTextSelection(1);
  press(editor, 'Enter');
  expect(textsOf(doc, 'a')).toEqual(['', 'Woorden']);
  expect((notesOf(doc, 'a').get(1) as Y.XmlElement).getAttribute('id')).toBe(id);
  expect((notesOf(doc, 'a').get(0) as Y.XmlElement).getAttribute('id')).not.toBe(id);
});

test('marks are words in one order, and go again', () => {
  const editor = notes(new Y.Doc(), 'a');
  type(editor, 'Een');
  editor.commands.toggleNoteMark('action');
  editor.commands.toggleNoteMark('signal');
  expect(shown(editor)[0]?.marks).toBe('signal action');
  editor.commands.toggleNoteMark('signal');
  editor.commands.toggleNoteMark('action');
  expect(shown(editor)[0]?.marks).toBe(null);
});

test('what is set counts for every note of the selection', () => {
  const editor = notes(new Y.Doc(), 'a');
  type(editor, 'Een');
  press(editor, 'Enter');
  type(editor, 'Twee');
  editor.commands.selectAll();
  editor.commands.setConfidentiality('open');
  expect(shown(editor).map(({ reach }) => reach)).toEqual(['open', 'open']);
});

test('empty notes of whoever leaves go, those of others stay', () => {
  const here = new Y.Doc();
  const editor = notes(here, 'a');
  type(editor, 'Een');
  press(editor, 'Enter');
  editor.commands.dropEmptyNotes();
  expect(textsOf(here, 'a')).toEqual(['Een']);
  const other = new Y.XmlElement('note');
  notesOf(here, 'a').push([other]);
  editor.commands.dropEmptyNotes();
  expect(textsOf(here, 'a')).toEqual(['Een', '']);
  expect(countNotes(notesOf(here, 'a'))).toBe(1);
});

test('two who begin in one empty question both keep their words', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  type(notes(one, 'a'), 'Van de een');
  type(notes(other, 'a'), 'Van de ander');
  meet(one, other);
  expect(textsOf(one, 'a').sort()).toEqual(['Van de ander', 'Van de een']);
  expect(textsOf(other, 'a')).toEqual(textsOf(one, 'a'));
});

test('what somebody else made is left as it is', () => {
  const doc = new Y.Doc();
  const editor = notes(doc, 'a');
  const strange = new Y.XmlElement('note');
  strange.setAttribute('id', 'x');
  strange.insert(0, [new Y.XmlText('Zonder woord over vertrouwelijkheid')]);
  notesOf(doc, 'a').push([strange]);
  editor.commands.setTextSelection(1);
  type(editor, '!');
  expect(strange.getAttribute('confidentiality')).toBe(undefined);
  expect(editor.view.dom.querySelector('[data-reach="unusable"]')).not.toBe(null);
});

test('a note that is changed shows its new words at once', () => {
  const editor = notes(new Y.Doc(), 'a');
  type(editor, 'Een');
  editor.commands.setKind('observation');
  editor.commands.toggleNoteMark('success');
  expect(editor.view.dom.querySelector('.bt-talknote__face')?.textContent).toBe(
    'Eigen waarnemingAlleen kernteamWat werkt',
  );
});

test('pasted lines become notes', () => {
  const editor = notes(new Y.Doc(), 'a');
  editor.commands.placeForNote();
  paste(editor, '<p>Een</p><ul><li>Twee</li><li><p>Drie</p></li></ul>');
  expect(shown(editor).map(({ text }) => text)).toEqual(['Een', 'Twee', 'Drie']);
  expect(shown(editor).map(({ reach }) => reach)).toEqual(['core', 'core', 'core']);
});

test('undo takes back own words only', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  const editor = notes(one, 'a');
  type(editor, 'Mijn');
  meet(one, other);
  const there = notes(other, 'a');
  there.commands.focus('end');
  press(there, 'Enter');
  type(there, 'Jouw');
  meet(one, other);
  editor.commands.undo();
  expect(textsOf(one, 'a').filter((text) => text !== '')).toEqual(['Jouw']);
});

test('notes that become one go no further than the one that went least far', () => {
  const editor = notes(new Y.Doc(), 'a');
  type(editor, 'Gewoon');
  press(editor, 'Enter');
  type(editor, 'Geheim');
  editor.commands.setConfidentiality('unusable');
  editor.commands.setTextSelection(9);
  editor.commands.joinBackward();
  expect(shown(editor)).toEqual([
    { text: 'GewoonGeheim', kind: 'paraphrase', reach: 'unusable', marks: null },
  ]);
  editor.commands.setTextSelection(7);
  press(editor, 'Enter');
  editor.commands.setTextSelection(2);
  editor.commands.setConfidentiality('open');
  editor.commands.setTextSelection({ from: 4, to: 12 });
  editor.commands.deleteSelection();
  expect(shown(editor).map(({ reach }) => reach)).toEqual(['unusable']);
});

test('words typed in a note that another takes away come back under its question', () => {
  const [here, there] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })];
  type(notes(here, 'a'), 'Eerst');
  meet(here, there);
  const soon: (() => void)[] = [];
  const rescue = new Rescue({
    doc: here,
    fragment: here.getXmlFragment('default'),
    isOwn: (client) => client === here.clientID,
    soon: (task) => soon.push(task),
    later: () => {},
    onRescued: () => {},
  });
  const note = notesOf(here, 'a').get(0) as Y.XmlElement;
  note.setAttribute('confidentiality', 'unusable');
  (note.get(0) as Y.XmlText).insert(5, ' en dit nog');
  notesOf(there, 'a').delete(0, 1);
  const update = Y.encodeStateAsUpdate(there, Y.encodeStateVector(here));
  rescue.expect(update, false);
  Y.applyUpdate(here, update, 'network');
  rescue.applied(false);
  for (const task of soon) {
    task();
  }
  expect(textsOf(here, 'a')).toEqual([' en dit nog']);
  const back = notesOf(here, 'a').get(0) as Y.XmlElement;
  expect(back.nodeName).toBe('note');
  expect(back.getAttribute('confidentiality')).toBe('unusable');
  expect(here.getXmlFragment('default').length).toBe(0);
  rescue.destroy();
});

test('an empty note goes when its writer leaves, not when the window loses the focus', async () => {
  const editor = notes(new Y.Doc(), 'a');
  followFocus(editor);
  type(editor, 'Een');
  press(editor, 'Enter');
  const leave = async (windowHasFocus: boolean) => {
    const spy = vi.spyOn(document, 'hasFocus').mockReturnValue(windowHasFocus);
    editor.view.dom.dispatchEvent(new FocusEvent('blur'));
    await new Promise((done) => setTimeout(done, 5));
    spy.mockRestore();
  };
  await leave(false);
  expect(shown(editor)).toHaveLength(2);
  await leave(true);
  expect(shown(editor)).toHaveLength(1);
});

test('what is set without a caret is set on the last note, or on a new one', () => {
  const doc = new Y.Doc();
  const first = notes(doc, 'a');
  type(first, 'Een');
  press(first, 'Enter');
  type(first, 'Twee');
  for (const [question, reaches] of [
    ['a', ['core', 'unusable']],
    ['b', ['unusable']],
  ] as const) {
    const editor = notes(doc, question);
    takeCaret(editor);
    editor.commands.setConfidentiality('unusable');
    expect(shown(editor).map(({ reach }) => reach)).toEqual(reaches);
  }
});
