import * as Y from 'yjs';
import { blockOf, eachBlock, eachTextOf, isAlive, isContainer, wordsOf } from './blockText';

/// Words that went away with the element around them although nobody deleted them: somebody
/// rebuilt or removed that element (a heading toggled, paragraphs joined, a row deleted) before
/// these words had reached him. Yjs deletes them with their parent; only the raw update tells them
/// apart from words deleted on purpose, because its delete set does not name them.
export interface LostWords {
  text: string;
  /// Up to `contextLengthMax` characters of the same block that stood before and behind it.
  left: string;
  right: string;
  /// The root that they stood under: a section has one, a talk has one for each question.
  root: Y.XmlFragment;
  /// Where a block with these words fits if the place itself is gone.
  place: Place;
  /// What a note said about itself, where they stood in one; absent for a paragraph.
  note: ReadonlyMap<string, string> | undefined;
  author: number;
  /// False when the words came after their parent had been deleted here.
  wereHere: boolean;
  /// The dead elements in and around the block of the words.
  removed: readonly Y.Item[];
}

/// Behind `after` (or first, when null) in `parent`, which is alive.
export interface Place {
  parent: Y.XmlFragment;
  after: Y.Item | null;
}

export const contextLengthMax = 40;
const probeLength = 8;

/// Ids by client, as a delete set lists them.
export type Named = ReadonlyMap<number, readonly { clock: number; len: number }[]>;

/// The ids that an update deletes by name.
export function namedDeletes(update: Uint8Array): Named {
  return Y.decodeUpdate(update).ds.clients;
}

function isNamed(named: Named, client: number, clock: number): boolean {
  return (named.get(client) ?? []).some(({ clock: c, len }) => clock >= c && clock < c + len);
}

interface Piece {
  text: string;
  lost: boolean;
  author: number;
  wereHere: boolean;
}

/// One block in the state before the transaction, cut where "lost" or the author changes. In a
/// block that was dead already everything counts as context.
function piecesOf(block: Y.XmlFragment, tr: Y.Transaction, named: Named): Piece[] {
  const item = block._item;
  const dead = item?.deleted === true && !Y.isDeleted(tr.deleteSet, item.id);
  const pieces: Piece[] = [];
  eachTextOf(block, (text) => {
    for (let item = text._start; item !== null; item = item.right) {
      const now = item.deleted && Y.isDeleted(tr.deleteSet, item.id);
      const wereHere = item.id.clock < (tr.beforeState.get(item.id.client) ?? 0);
      const stands = !item.deleted && wereHere;
      if (item.content instanceof Y.ContentString && (stands || now || dead)) {
        addPieces(pieces, item, item.content.str, now, wereHere, named);
      }
    }
  });
  return pieces;
}

function addPieces(
  pieces: Piece[],
  item: Y.Item,
  words: string,
  now: boolean,
  wereHere: boolean,
  named: Named,
): void {
  const author = item.id.client;
  for (let offset = 0; offset < words.length; offset++) {
    const lost = now && !isNamed(named, author, item.id.clock + offset);
    const last = pieces.at(-1);
    if (last?.lost === lost && last.author === author && last.wereHere === wereHere) {
      last.text += words.charAt(offset);
    } else {
      pieces.push({ text: words.charAt(offset), lost, author, wereHere });
    }
  }
}

/// The nearest living place for a paragraph, going up from a block that is gone.
function placeOf(block: Y.XmlFragment): Place | undefined {
  let child = block._item;
  while (child !== null) {
    const parent: unknown = child.parent;
    if (!(parent instanceof Y.XmlFragment)) {
      return undefined;
    }
    if ((parent._item === null || !parent._item.deleted) && isContainer(parent)) {
      let after = child;
      while (after.deleted && after.left !== null) {
        after = after.left;
      }
      return { parent, after: after.deleted ? null : after };
    }
    child = parent._item;
  }
  return undefined;
}

/// The root that a block stands under, dead or alive.
function rootOf(block: Y.XmlFragment): Y.XmlFragment | undefined {
  let type: unknown = block;
  while (type instanceof Y.XmlFragment && type._item !== null) {
    type = type._item.parent;
  }
  return type instanceof Y.XmlFragment ? type : undefined;
}

/// What a note said about itself: Yjs keeps what an element had while its document is open.
function noteOf(block: Y.XmlFragment): ReadonlyMap<string, string> | undefined {
  if (!(block instanceof Y.XmlElement) || block.nodeName !== 'note') {
    return undefined;
  }
  const said = new Map<string, string>();
  for (const [name, item] of block._map) {
    const [value]: unknown[] = item.content.getContent();
    if (typeof value === 'string') {
      said.set(name, value);
    }
  }
  return said;
}

/// The dead elements in and around a block: its dead texts, and all above them.
function deadAround(block: Y.XmlFragment): Y.Item[] {
  const dead = new Set<Y.Item>();
  eachTextOf(block, (text) => {
    for (let item = text._item; item !== null; ) {
      if (item.deleted) {
        dead.add(item);
      }
      const parent: unknown = item.parent;
      item = parent instanceof Y.XmlFragment ? parent._item : null;
    }
  });
  return [...dead];
}

/// What a transaction made by an update took away without naming it. Call while the transaction's
/// `afterTransaction` runs: later Yjs may have dropped the text.
export function lostWords(tr: Y.Transaction, named: Named, fragment: Y.XmlFragment): LostWords[] {
  const blocks = new Set<Y.XmlFragment>();
  Y.iterateDeletedStructs(tr, tr.deleteSet, (struct) => {
    if (
      struct instanceof Y.Item &&
      struct.content instanceof Y.ContentString &&
      struct.parent instanceof Y.XmlText &&
      struct.parent._item?.deleted === true
    ) {
      const block = blockOf(struct.parent);
      if (block !== undefined) {
        blocks.add(block);
      }
    }
  });
  return [...blocks].flatMap((block) => lostIn(block, tr, named, fragment));
}

function lostIn(
  block: Y.XmlFragment,
  tr: Y.Transaction,
  named: Named,
  fragment: Y.XmlFragment,
): LostWords[] {
  const pieces = piecesOf(block, tr, named);
  const root = rootOf(block) ?? fragment;
  const place = placeOf(block) ?? { parent: root, after: null };
  const removed = deadAround(block);
  const join = (some: readonly Piece[]) => some.map((one) => one.text).join('');
  return pieces.flatMap((piece, index) => {
    if (!piece.lost) {
      return [];
    }
    const words: LostWords = {
      text: piece.text,
      left: join(pieces.slice(0, index)).slice(-contextLengthMax),
      right: join(pieces.slice(index + 1).filter((one) => !one.lost)).slice(0, contextLengthMax),
      root,
      place,
      note: noteOf(block),
      author: piece.author,
      wereHere: piece.wereHere,
      removed,
    };
    return movedAlong(words, join(pieces), tr) ? [] : words;
  });
}

/// True when the same words in the same surroundings occur as often as before: then the one who
/// rebuilt the block did have them, in a copy of his own.
function movedAlong(words: LostWords, whole: string, tr: Y.Transaction): boolean {
  const right = whole.slice(whole.indexOf(words.left + words.text) + words.left.length);
  const probe = words.left.slice(-probeLength) + right.slice(0, words.text.length + probeLength);
  const wasAlive = (item: Y.Item) =>
    item.id.clock < (tr.beforeState.get(item.id.client) ?? 0) &&
    (!item.deleted || Y.isDeleted(tr.deleteSet, item.id));
  let [before, after] = [words.wereHere ? 0 : 1, 0];
  eachBlock(words.root, (block) => {
    before += occurrences(wordsOf(block, wasAlive), probe);
    after += occurrences(wordsOf(block, isAlive), probe);
  });
  return after > 0 && after >= before;
}

function occurrences(text: string, probe: string): number {
  return probe === '' ? 0 : text.split(probe).length - 1;
}
