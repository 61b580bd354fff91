import { expect, test } from 'vitest';
import { inOrder, mentionAsked, mentionedIn, type Person, type Placed, peopleLike } from './model';

function somebody(id: string, name: string, partner: string): Person {
  return { id, name, partner: { id: `p-${id}`, name: partner, badge: 'XX', colour: 0 } };
}

const people = [
  somebody('1', 'Bram Oosterveld', 'GGD Zuid'),
  somebody('2', 'Zoë van Dam', 'Politie'),
  somebody('3', '', 'Politie'),
];

function placed(id: string, at: number, place: Placed['place']): Placed {
  const thread = {
    id,
    anchor: undefined,
    quote: '',
    at,
    mayResolve: false,
    resolved: undefined,
    comments: [],
  };
  return { thread, place };
}

test('threads stand in the order of the text, those without words last', () => {
  const order = inOrder([
    placed('gone', 1, { kind: 'gone' }),
    placed('second', 2, { kind: 'here', from: 9, to: 12 }),
    placed('first', 3, { kind: 'here', from: 2, to: 4 }),
    placed('whole', 4, { kind: 'whole' }),
  ]);
  expect(order.map(({ thread }) => thread.id)).toEqual(['whole', 'first', 'second', 'gone']);
});

test('a name is asked for behind an @ that begins a word, and not in an address', () => {
  expect(mentionAsked('Dag @Bra', 8)).toEqual({ from: 4, query: 'Bra' });
  expect(mentionAsked('Dag @Bra', 3)).toBeUndefined();
  expect(mentionAsked('bram@ggd.nl', 11)).toBeUndefined();
  expect(mentionAsked('Dag @ Bram', 10)).toBeUndefined();
});

test('people are found by any word of their name and organisation, accents or not', () => {
  const ids = (query: string) => peopleLike(people, query).map(({ id }) => id);
  expect(ids('ooster')).toEqual(['1']);
  expect(ids('zoe')).toEqual(['2']);
  expect(ids('zuid')).toEqual(['1']);
  expect(ids('politie')).toEqual(['2']);
  expect(ids('oosterveldx')).toEqual([]);
});

test('who is chosen and then taken out of the text is not mentioned', () => {
  expect(mentionedIn('@Bram Oosterveld, kijkt u?', people).map(({ id }) => id)).toContain('1');
  expect(mentionedIn('Kijkt u?', people.slice(0, 2))).toEqual([]);
});
