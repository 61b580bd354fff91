import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { everybodyLeaves, type Person, person, xmlOf } from '../testing/people';

afterEach(everybodyLeaves);

function seeded(client: number, build: (fragment: Y.XmlFragment) => void): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  build(doc.getXmlFragment('default'));
  return doc;
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, text === '' ? [] : [new Y.XmlText(text)]);
  return element;
}

function copyOf(doc: Y.Doc, client: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = client;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function meet(a: Person, b: Person): void {
  const [fromA, fromB] = [Y.encodeStateAsUpdate(a.doc), Y.encodeStateAsUpdate(b.doc)];
  Y.applyUpdate(a.doc, fromB);
  Y.applyUpdate(b.doc, fromA);
}

describe('one editor', () => {
  test('shows what is in the fragment and writes what is typed', () => {
    const one = person(
      'one',
      seeded(1, (f) => f.insert(0, [paragraph('Hallo')])),
    );
    expect(one.editor.getText()).toBe('Hallo');
    one.editor.commands.insertContentAt(6, ' wereld');
    expect(xmlOf(one.doc)).toBe('<paragraph>Hallo wereld</paragraph>');
  });

  test('writes marks and only attributes that differ from their default', () => {
    const one = person(
      'one',
      seeded(1, (f) => f.insert(0, [paragraph('Hallo wereld')])),
    );
    one.editor.chain().setTextSelection({ from: 1, to: 6 }).toggleBold().run();
    expect(xmlOf(one.doc)).toBe('<paragraph><bold>Hallo</bold> wereld</paragraph>');
    one.editor.commands.setNode('heading', { level: 3 });
    expect(xmlOf(one.doc)).toBe('<heading level="3"><bold>Hallo</bold> wereld</heading>');
    expect(one.editor.getHTML()).toContain('<h3>');
    one.editor.chain().setTextSelection({ from: 1, to: 6 }).unsetBold().run();
    expect(xmlOf(one.doc)).toBe('<heading level="3">Hallo wereld</heading>');
  });

  test('keeps the attributes of a newer editor', () => {
    const doc = seeded(1, (f) => {
      const element = paragraph('Hallo');
      element.setAttribute('future', 'yes');
      f.insert(0, [element]);
    });
    const one = person('one', doc);
    one.editor.commands.insertContentAt(6, '!');
    expect(xmlOf(doc)).toBe('<paragraph future="yes">Hallo!</paragraph>');
  });
});

describe('the caret', () => {
  test('stays where the browser has put it, also before it has said so', () => {
    const here = seeded(1, (f) => f.insert(0, [paragraph('Eerst'), paragraph('Tweede')]));
    const there = copyOf(here, 2);
    const one = person('one', here);
    document.body.append(one.editor.view.dom);
    one.editor.commands.setTextSelection(1);
    one.editor.view.focus();
    expect(one.editor.view.hasFocus()).toBe(true);
    const second = one.editor.view.dom.querySelectorAll('p')[1]?.firstChild;
    document.getSelection()?.collapse(second ?? null, 3);
    there.getXmlFragment('default').insert(0, [paragraph('Van een ander')]);
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    one.editor.view.dispatch(one.editor.state.tr.insertText('!'));
    expect(one.editor.getText({ blockSeparator: '/' })).toBe('Van een ander/Eerst/Twe!ede');
  });
});

describe('unknown content', () => {
  test('an unknown node loses no text and makes the editor read-only', () => {
    const doc = seeded(1, (f) => {
      const future = new Y.XmlElement('timeline');
      future.insert(0, [paragraph('Van later')]);
      f.insert(0, [paragraph('Nu'), future]);
    });
    const before = xmlOf(doc);
    const one = person('one', doc);
    expect(one.unknown).toEqual(['timeline']);
    expect(one.editor.getText()).toContain('Van later');
    expect(one.editor.view.editable).toBe(false);
    one.editor.commands.insertContentAt(1, 'x');
    expect(xmlOf(doc)).toBe(before);
  });

  test('an unknown mark loses no text', () => {
    const doc = seeded(1, (f) => {
      const element = paragraph('Hallo wereld');
      f.insert(0, [element]);
      (element.get(0) as Y.XmlText).format(0, 5, { sparkle: { size: 2 } });
    });
    const before = xmlOf(doc);
    const one = person('one', doc);
    expect(one.unknown).toEqual(['sparkle']);
    expect(one.editor.getText()).toBe('Hallo wereld');
    expect(xmlOf(doc)).toBe(before);
  });

  test('an unknown node that arrives later freezes, and its going frees again', () => {
    const one = person(
      'one',
      seeded(1, (f) => f.insert(0, [paragraph('Nu')])),
    );
    const other = copyOf(one.doc, 2);
    other.getXmlFragment('default').insert(1, [new Y.XmlElement('timeline')]);
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other));
    expect(one.unknown).toEqual(['timeline']);
    expect(one.editor.view.editable).toBe(false);
    other.getXmlFragment('default').delete(1, 1);
    Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other));
    expect(one.unknown).toEqual([]);
    one.editor.commands.insertContentAt(3, '!');
    expect(xmlOf(one.doc)).toBe('<paragraph>Nu!</paragraph>');
  });

  test('a known node in an impossible place is not deleted either', () => {
    const doc = seeded(1, (f) => f.insert(0, [new Y.XmlElement('tableRow'), paragraph('Nu')]));
    const before = xmlOf(doc);
    const one = person('one', doc);
    expect(one.unknown.length).toBe(1);
    expect(xmlOf(doc)).toBe(before);
  });
});

describe('two editors', () => {
  test('typing at once in one empty paragraph keeps both and stays typeable', () => {
    const first = seeded(1, (f) => f.insert(0, [paragraph('')]));
    const [a, b] = [person('a', first), person('b', copyOf(first, 2))];
    a.editor.commands.insertContentAt(1, 'Amsterdam ');
    b.editor.commands.insertContentAt(1, 'Breda ');
    meet(a, b);
    meet(a, b);
    expect(a.editor.getText()).toContain('Amsterdam');
    expect(a.editor.getText()).toContain('Breda');
    a.editor.commands.insertContentAt(4, 'X');
    b.editor.commands.insertContentAt(12, 'Y');
    meet(a, b);
    expect(xmlOf(a.doc)).toBe(xmlOf(b.doc));
    expect(a.editor.getText().length).toBe('Amsterdam Breda XY'.length);
    expect(a.editor.getText()).toBe(b.editor.getText());
  });

  test('two faces put over one face at once leave two whole faces', () => {
    const first = seeded(1, (f) => f.insert(0, [paragraph('a😀b')]));
    const [a, b] = [person('a', first), person('b', copyOf(first, 2))];
    a.editor.commands.insertContentAt({ from: 2, to: 4 }, '😁');
    b.editor.commands.insertContentAt({ from: 2, to: 4 }, '😂');
    meet(a, b);
    expect(['a😁😂b', 'a😂😁b']).toContain(a.editor.getText());
    expect(b.editor.getText()).toBe(a.editor.getText());
    expect(xmlOf(a.doc)).not.toContain('\ufffd');
  });

  test('the caret stays with its word when others change the text before and after it', () => {
    const first = seeded(1, (f) => f.insert(0, [paragraph('een twee drie'), paragraph('vier')]));
    const [a, b] = [person('a', first), person('b', copyOf(first, 2))];
    a.editor.commands.setTextSelection(5);
    b.editor.commands.insertContentAt(1, 'nul ');
    b.editor.commands.insertContentAt(18, '!');
    b.editor.commands.insertContentAt(0, '<p>kop</p>');
    meet(a, b);
    const { $from } = a.editor.state.selection;
    expect($from.parent.textContent.slice($from.parentOffset)).toMatch(/^twee/);
  });
});

describe('undo', () => {
  test('takes back own words only', () => {
    const first = seeded(1, (f) => f.insert(0, [paragraph('')]));
    const [a, b] = [person('a', first), person('b', copyOf(first, 2))];
    a.editor.commands.insertContentAt(1, 'van a ');
    meet(a, b);
    b.editor.commands.insertContentAt(1, 'van b ');
    meet(a, b);
    a.editor.commands.undo();
    meet(a, b);
    expect(b.editor.getText()).toBe('van b ');
    a.editor.commands.redo();
    expect(a.editor.getText()).toContain('van a');
  });

  test('leaves a list in which somebody else wrote', () => {
    const first = seeded(1, (f) => f.insert(0, [paragraph('tekst')]));
    const [a, b] = [person('a', first), person('b', copyOf(first, 2))];
    a.editor.commands.insertContentAt(7, '<ul><li><p>punt</p></li></ul>');
    meet(a, b);
    b.editor.commands.insertContentAt(b.editor.state.doc.content.size - 3, ' van b');
    meet(a, b);
    a.editor.commands.undo();
    meet(a, b);
    expect(b.editor.getText()).toContain('van b');
    expect(xmlOf(a.doc)).toBe(xmlOf(b.doc));
  });
});
