// Random edits of a document with roots t (text), m (map), a (array) and x (XML fragment).
import * as Y from 'yjs';

const WORDS = ['a', 'beleid', ' ', 'é', 'wijk ', '\n', 'x', '“ja”', 'school', '1', '你好'];
const EMOJI = ['😀', 'a😀b', '👩‍👧'];
const NAMES = ['paragraph', 'heading', 'listItem', 'table', 'fillIn'];
const KEYS = ['k', 'level', 'id', '7'];
const FORMATS = [
  { bold: {} },
  { bold: null },
  { italic: true },
  { italic: null },
  { link: { href: 'https://voorbeeld.test/"q"' } },
  { link: null, bold: {} },
];

/** What an edit of a text does in a script that leans to something: cases of `editText`. */
const TEXT_EDITS = {
  even: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  insert: [0, 1, 2, 3, 0, 1, 2, 4, 6],
  delete: [0, 4, 5, 4, 5, 4, 6],
  format: [0, 4, 6, 7, 8, 6, 7, 8],
};

const word = (r, mix) => r.pick(mix.emoji ? EMOJI.concat(WORDS) : WORDS);

const value = (r, depth = 0) => {
  switch (r.below(depth < 2 ? 11 : 8)) {
    case 0: return r.below(1000) - 500;
    case 1: return r.next() * 1e6;
    case 2: return word(r, {});
    case 3: return r.chance(0.5);
    case 4: return null;
    case 5: return 2 ** (r.below(60));
    case 6: return -0.5 * r.below(9);
    case 7: return 1e300 * r.next();
    case 8: return [value(r, depth + 1), value(r, depth + 1)];
    case 9: return { p: value(r, depth + 1), 3: value(r, depth + 1) };
    default: return {};
  }
};

const newType = (r) =>
  r.pick([
    () => new Y.Map(),
    () => new Y.Array(),
    () => new Y.Text(r.chance(0.5) ? 'nieuw' : undefined),
    () => new Y.XmlElement(r.pick(NAMES)),
    () => new Y.XmlText('tekst'),
    () => new Y.XmlFragment(),
  ])();

/** Tells which indices fall inside a surrogate pair: Yjs itself diverges when an edit does. */
const insidePair = (text) => {
  const shown = (op) => (typeof op.insert === 'string' ? op.insert : '.');
  const chars = text.toDelta().map(shown).join('');
  return (index) => /[\udc00-\udfff]/.test(chars[index] ?? '');
};

const editText = (text, r, mix) => {
  const length = text.length;
  const inside = insidePair(text);
  const anywhere = (n) => {
    const index = r.below(n);
    return inside(index) ? index - 1 : index;
  };
  const until = (index) => (inside(index) ? index + 1 : index);
  const index = anywhere(length + 1);
  const edits = TEXT_EDITS[mix.lean ?? 'even'].filter((edit) => mix.format || edit < 6);
  switch (r.pick(edits)) {
    case 0:
    case 1:
    case 2:
    case 3:
      if (mix.format && r.chance(0.3)) text.insert(index, word(r, mix), { ...r.pick(FORMATS) });
      else text.insert(index, word(r, mix));
      break;
    case 4:
    case 5:
      if (length > 0) {
        const from = anywhere(length);
        text.delete(from, until(Math.min(length, from + 1 + r.below(3))) - from);
      }
      break;
    case 6:
    case 7:
    case 8:
      if (length > 0) {
        const from = anywhere(length);
        const to = until(from + 1 + r.below(length - from));
        text.format(from, to - from, { ...r.pick(FORMATS) });
      }
      break;
    default:
      if (r.chance(0.5)) text.insertEmbed(index, { image: word(r, {}) });
      else text.insertEmbed(index, newType(r));
  }
  if (mix.format && r.chance(0.05)) text.setAttribute?.(r.pick(KEYS), value(r));
};

const editMap = (map, r) => {
  const key = r.pick(KEYS);
  switch (r.below(6)) {
    case 0:
      map.delete(key);
      break;
    case 1:
      map.set(key, newType(r));
      break;
    case 2:
      map.set(key, new Uint8Array([r.below(256), 0]));
      break;
    default:
      map.set(key, value(r));
  }
};

const editArray = (array, r) => {
  const index = r.below(array.length + 1);
  switch (r.below(7)) {
    case 0:
    case 1:
      if (array.length > 0) array.delete(r.below(array.length), 1);
      break;
    case 2:
      array.insert(index, [newType(r)]);
      break;
    case 3:
      array.insert(index, [value(r), new Uint8Array([1, 2, 3]), value(r)]);
      break;
    case 4:
      if (r.chance(0.1)) array.insert(index, [new Y.Doc({ guid: `guid-${r.below(1e6)}` })]);
      break;
    default:
      array.insert(index, [value(r), value(r), value(r)].slice(r.below(3)));
  }
};

const editXml = (xml, r) => {
  const index = r.below(xml.length + 1);
  switch (r.below(8)) {
    case 0:
      if (xml.length > 0) xml.delete(r.below(xml.length), 1);
      break;
    case 1:
    case 2:
      xml.insert(index, [new Y.XmlText(r.pick(WORDS))]);
      break;
    case 3:
      if (xml.setAttribute) xml.setAttribute(r.pick(KEYS), r.chance(0.7) ? word(r, {}) : value(r));
      break;
    case 4:
      if (xml.removeAttribute) xml.removeAttribute(r.pick(KEYS));
      break;
    default: {
      const element = new Y.XmlElement(r.pick(NAMES));
      if (r.chance(0.5)) element.insert(0, [new Y.XmlText(r.pick(WORDS))]);
      xml.insert(index, [element]);
    }
  }
};

/** The type itself, or something nested in it. */
const somewhereIn = (type, r) => {
  let here = type;
  while (r.chance(0.75)) {
    let inner = [];
    if (here instanceof Y.Map) inner = [...here.values()];
    else if (here instanceof Y.Array || here instanceof Y.XmlFragment) inner = here.toArray();
    inner = inner.filter((child) => child instanceof Y.AbstractType);
    if (inner.length === 0) break;
    here = r.pick(inner);
  }
  return here;
};

const editType = (type, r, mix) => {
  if (type instanceof Y.XmlFragment) editXml(type, r);
  else if (type instanceof Y.Text) editText(type, r, mix);
  else if (type instanceof Y.Map) editMap(type, r);
  else editArray(type, r);
};

/** Edits up to `count` times, now and then several edits in one transaction. */
export const editAtRandom = (doc, r, count, mix) => {
  const one = () => {
    const root = r.pick(mix.roots);
    const types = { t: doc.getText('t'), m: doc.getMap('m'), a: doc.getArray('a') };
    editType(somewhereIn(types[root] ?? doc.getXmlFragment(root), r), r, mix);
  };
  for (let i = 0; i < count; i++) {
    if (r.chance(0.2)) doc.transact(() => { one(); one(); one(); });
    else one();
  }
};
