import type { Node as PmNode } from '@tiptap/pm/model';
import type { TextRange } from '../editor';

/// All words of a text in one line, as the server quotes them, and where each character stands.
export interface Line {
  words: string;
  places: readonly number[];
}

/// Shorter words say too little to be told from others.
const lengthMin = 12;
/// As the server has it: `Limits.QUOTE_LENGTH_MAX`; a longer quote ends with an ellipsis.
const quoteMax = 500;

const space = /[ \t\n\v\f\r]/;

export function lineOf(doc: PmNode): Line {
  let words = '';
  const places: number[] = [];
  const add = (char: string, position: number) => {
    const plain = space.test(char) ? ' ' : char;
    if (plain !== ' ' || (words !== '' && !words.endsWith(' '))) {
      words += plain;
      places.push(position);
    }
  };
  const read = (node: PmNode, start: number) => {
    node.forEach((child, offset) => {
      const position = start + offset;
      if (child.isText) {
        for (let index = 0; index < child.nodeSize; index += 1) {
          add(child.text?.charAt(index) ?? '', position + index);
        }
      } else {
        read(child, position + 1);
        add(' ', position + child.nodeSize - 1);
      }
    });
  };
  read(doc, 0);
  return { words, places };
}

/// Where the words of a quote stand, if in exactly one place. Whoever undoes a deletion gets words
/// that are new to everybody else's document, and an anchor does not hold on to those.
export function sameWords({ words, places }: Line, quote: string): TextRange | undefined {
  const isCut = quote.length >= quoteMax && quote.endsWith('…');
  const wanted = isCut ? quote.slice(0, -1).trimEnd() : quote;
  const at = wanted.length < lengthMin ? -1 : words.indexOf(wanted);
  const [from, last] = [places[at], places[at + wanted.length - 1]];
  return at < 0 || words.indexOf(wanted, at + 1) >= 0 || from === undefined || last === undefined
    ? undefined
    : { from, to: last + 1 };
}
