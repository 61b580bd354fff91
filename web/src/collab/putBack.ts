import * as Y from 'yjs';
import { randomId } from '../base/ids';
import { eachBlock, eachTextOf, isAlive, wordsOf } from './blockText';
import { contextLengthMax, type LostWords } from './lostWords';

interface Spot {
  block: Y.XmlFragment;
  index: number;
  fit: number;
}

function isLiving(block: Y.XmlFragment): boolean {
  return block._item === null || !block._item.deleted;
}

function commonEnd(a: string, aEnd: number, b: string): number {
  let count = 0;
  while (count < Math.min(aEnd, b.length) && a[aEnd - 1 - count] === b[b.length - 1 - count]) {
    count++;
  }
  return count;
}

function commonStart(a: string, aStart: number, b: string): number {
  let count = 0;
  while (count < Math.min(a.length - aStart, b.length) && a[aStart + count] === b[count]) {
    count++;
  }
  return count;
}

const wordCharacter = /[\p{L}\p{N}«]/u;

/// True where an insertion would part a surrogate pair, or a word that was whole before.
function cutsWord(living: string, index: number, words: LostWords): boolean {
  const unit = living.charCodeAt(index);
  if (index > 0 && unit >= 0xdc00 && unit <= 0xdfff) {
    return true;
  }
  const [before, after] = [living.charAt(index - 1), living.charAt(index)];
  const inWord = wordCharacter.test(before) && /[\p{L}\p{N}»]/u.test(after);
  const same = words.left.endsWith(before) && words.right.startsWith(after);
  return inWord && !same;
}

/// The place in a living block whose surroundings are those that the lost words had.
function bestSpot(words: LostWords): Spot | undefined {
  const around = words.left.length + words.right.length;
  let best: Spot | undefined;
  if (around === 0) {
    return undefined;
  }
  eachBlock(words.root, (block) => {
    const living = isLiving(block) ? wordsOf(block, isAlive) : '';
    for (let index = 0; index <= living.length; index++) {
      const fit = commonEnd(living, index, words.left) + commonStart(living, index, words.right);
      const enough = fit > 0 && fit >= Math.min(around, contextLengthMax) * 0.6;
      if (enough && fit > (best?.fit ?? 0) && !cutsWord(living, index, words)) {
        best = { block, index, fit };
      }
    }
  });
  return best;
}

function insertInto(spot: Spot, words: string): boolean {
  let rest = spot.index;
  let done = false;
  eachTextOf(spot.block, (text) => {
    if (done || text._item?.deleted === true) {
      return;
    }
    if (rest <= text.length) {
      text.insert(rest, words);
      done = true;
    } else {
      rest -= text.length;
    }
  });
  return done;
}

function indexIn(parent: Y.XmlFragment, after: Y.Item | null): number {
  if (after === null) {
    return 0;
  }
  const index = parent.toArray().findIndex((child) => child._item === after);
  return index < 0 ? parent.length : index + 1;
}

/// A block for words whose own is gone: a paragraph, or a note that goes no further than the lost
/// one did.
function blockFor({ text, note }: LostWords): Y.XmlElement {
  const block = new Y.XmlElement(note === undefined ? 'paragraph' : 'note');
  for (const [name, value] of note ?? []) {
    block.setAttribute(name, name === 'id' ? randomId() : value);
  }
  if (note !== undefined) {
    // What is said of the lost note at this moment holds for its words, too.
    block.setAttribute('of', `${note.get('of') ?? ''} ${note.get('id') ?? ''}`.trim());
  }
  block.insert(0, [new Y.XmlText(text)]);
  return block;
}

/// Puts lost words back: into the block that has the same surroundings (the rebuilt paragraph), or
/// as a block of their own near the place that is gone. Must run inside a transaction whose origin
/// is `rescueOrigin`.
export function putBack(lost: readonly LostWords[]): void {
  for (const words of lost) {
    const spot = bestSpot(words);
    if ((spot !== undefined && insertInto(spot, words.text)) || words.text.trim() === '') {
      continue;
    }
    const { parent, after } = words.place;
    const alive = isLiving(parent);
    const home = alive ? parent : words.root;
    home.insert(alive ? indexIn(parent, after) : home.length, [blockFor(words)]);
  }
}

const tellingLength = 5;

/// True when the words stand in the document: long ones anywhere, short ones with what stood on
/// their left or as a paragraph of their own.
export function stillThere(words: LostWords): boolean {
  const probe = words.left.slice(-8) + words.text;
  let found = false;
  eachBlock(words.root, (block) => {
    const living = isLiving(block) ? wordsOf(block, isAlive) : '';
    found =
      found ||
      living === words.text ||
      living.includes(words.text.length >= tellingLength ? words.text : probe);
  });
  return found;
}
