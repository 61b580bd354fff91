import { Fragment, type Node as PmNode } from '@tiptap/pm/model';
import { type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { Choice } from './model';
import type { TextPlace } from './places';

/// Everything here makes one transaction, so that one undo takes it back.

/// The words of a filled fill-in stay as plain text; the place itself goes.
export function resolve(state: EditorState, { node, position, unit }: TextPlace): Transaction {
  const counted = node.isInline && unit !== '' ? state.schema.text(`\u00a0${unit}`) : undefined;
  const content =
    counted === undefined ? node.content : node.content.append(Fragment.from(counted));
  const tr = state.tr.replaceWith(position, position + node.nodeSize, content);
  const end = Math.min(position + content.size, tr.doc.content.size);
  return tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView();
}

/// Puts these words into a fill-in, in the place of what was there.
export function setWords(state: EditorState, { node, position }: TextPlace, words: string) {
  const text = words === '' ? Fragment.empty : Fragment.from(state.schema.text(words));
  const content = node.inlineContent ? text : state.schema.node('paragraph', null, text);
  return state.tr.replaceWith(position + 1, position + node.nodeSize - 1, content);
}

export function decide(state: EditorState, place: TextPlace, decision: string): Transaction {
  return state.tr.setNodeAttribute(place.position, 'decision', decision);
}

/// Puts the caret into it.
export function goTo(state: EditorState, { position }: TextPlace): Transaction {
  const inside = state.doc.resolve(position + 1);
  const selection = inside.parent.inlineContent
    ? TextSelection.create(state.doc, position + 1)
    : Selection.near(inside, 1);
  return state.tr.setSelection(selection).scrollIntoView();
}

function plain(words: string): string {
  return words
    .trim()
    .toLowerCase()
    .replace(/[.;,]+$/, '');
}

/// The choice that goes by these words; case and a mark at the end do not count.
export function choiceOf(choices: readonly Choice[], words: string): Choice | undefined {
  const wanted = plain(words);
  return choices.find(
    ({ label, names }) => plain(label) === wanted || names.some((name) => plain(name) === wanted),
  );
}

/// The parts of a list within a sentence: "a, b en c".
function partsOf(words: string): readonly string[] {
  return words
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !stillToCome(part));
}

function stillToCome(words: string): boolean {
  return /^[\s…,.]*$/.test(words);
}

function listIn(node: PmNode): { list: PmNode; offset: number } | undefined {
  let found: { list: PmNode; offset: number } | undefined;
  node.forEach((child, offset) => {
    if (child.type.name === 'bulletList' || child.type.name === 'orderedList') {
      found ??= { list: child, offset };
    }
  });
  return found;
}

/// Parts of a sentence that are choices, whatever "en" stands between the last two.
function chosenIn(words: string, choices: readonly Choice[]): ReadonlySet<string> {
  const wanted = ` ${plain(words)}`;
  const found = choices
    .toSorted((one, other) => other.label.length - one.label.length)
    .filter(({ label }) => wanted.includes(plain(label)));
  return new Set(found.map(({ id }) => id));
}

/// What of a register is chosen in a fill-in. An open one holds offers, and nothing is chosen yet.
export function chosenOf(place: TextPlace, choices: readonly Choice[]): ReadonlySet<string> {
  if (place.open) {
    return new Set();
  }
  if (place.node.isInline) {
    return chosenIn(place.node.textContent, choices);
  }
  const chosen = new Set<string>();
  listIn(place.node)?.list.forEach((item) => {
    const choice = choiceOf(choices, item.textContent);
    if (choice !== undefined) {
      chosen.add(choice.id);
    }
  });
  return chosen;
}

function sentence(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} en ${last}`;
}

/// Chooses one of a register, or takes it back; words of one's own stay. The first choice in an
/// open place takes what was only offered away.
export function choose(
  state: EditorState,
  place: TextPlace,
  choices: readonly Choice[],
  id: string,
  chosen: boolean,
): Transaction {
  const now = new Set(chosenOf(place, choices));
  if (chosen) {
    now.add(id);
  } else {
    now.delete(id);
  }
  return place.node.isInline
    ? chooseInline(state, place, choices, now)
    : chooseItems(state, place, choices, now);
}

function chooseInline(
  state: EditorState,
  place: TextPlace,
  choices: readonly Choice[],
  chosen: ReadonlySet<string>,
): Transaction {
  let rest = place.node.textContent;
  for (const { label } of choices.toSorted((one, other) => other.label.length - one.label.length)) {
    rest = rest.replace(label, ',');
  }
  const own = partsOf(rest.replace(/(^|,)\s*en\b/g, ',').replace(/\ben\s*(,|$)/g, ','));
  const labels = choices.filter((each) => chosen.has(each.id)).map(({ label }) => label);
  return setWords(state, place, sentence([...labels, ...own]));
}

/// Takes items out and puts items in one by one, so that what others write in the rest stays.
function chooseItems(
  state: EditorState,
  { node, position }: TextPlace,
  choices: readonly Choice[],
  chosen: ReadonlySet<string>,
): Transaction {
  const { tr, schema } = state;
  const item = (label: string) =>
    schema.node('listItem', null, schema.node('paragraph', null, schema.text(label)));
  const there = listIn(node);
  if (there === undefined) {
    const items = choices.filter((each) => chosen.has(each.id)).map(({ label }) => item(label));
    return items.length === 0
      ? tr
      : tr.insert(position + node.nodeSize - 1, schema.node('bulletList', null, items));
  }
  const start = position + there.offset + 2;
  const kept = new Set<string>();
  const gone: { from: number; to: number }[] = [];
  there.list.forEach((each, offset) => {
    const choice = choiceOf(choices, each.textContent);
    if (choice === undefined ? stillToCome(each.textContent) : !chosen.has(choice.id)) {
      gone.push({ from: start + offset, to: start + offset + each.nodeSize });
    } else if (choice !== undefined) {
      kept.add(choice.id);
    }
  });
  for (const { from, to } of gone.reverse()) {
    tr.delete(from, to);
  }
  const fresh = choices.filter((each) => chosen.has(each.id) && !kept.has(each.id));
  for (const choice of fresh) {
    const at = placeFor(tr.doc, position + there.offset + 1, choices, choice);
    tr.insert(at, item(choice.label));
  }
  // An attribute is set in any case, so that the place counts as worked on.
  return tr.setNodeAttribute(
    position,
    'state',
    chosen.size > 0 || kept.size > 0 ? 'filled' : 'open',
  );
}

/// Before the first item that comes later in the register; else at the end of the choices.
function placeFor(doc: PmNode, listAt: number, choices: readonly Choice[], choice: Choice): number {
  const list = doc.nodeAt(listAt);
  const order = choices.indexOf(choice);
  let at = listAt + 1;
  let found = false;
  list?.forEach((each, offset) => {
    const other = choiceOf(choices, each.textContent);
    if (!found && other !== undefined && choices.indexOf(other) < order) {
      at = listAt + 1 + offset + each.nodeSize;
    } else if (other !== undefined) {
      found = true;
    }
  });
  return at;
}
