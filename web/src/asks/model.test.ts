import { expect, test } from 'vitest';
import { partnersWithRole, type Reaction, reactionsLike } from './model';

const table = {
  partners: [],
  assignments: [
    { partner: 'ggd', scope: 's1' },
    { partner: 'politie', scope: 'part4' },
    { partner: 'regie', scope: 'plan' },
  ],
};

test('who has a role in the section, on its part or on the plan is asked', () => {
  const found = (id: string, part?: string) => [...partnersWithRole(table, [{ id, part }])];
  expect(found('s1')).toEqual(['ggd', 'regie']);
  expect(found('s4', 'part4')).toEqual(['politie', 'regie']);
  expect(found('s9')).toEqual(['regie']);
});

test('without sections nobody is asked', () => {
  expect(partnersWithRole(table, []).size).toBe(0);
});

function reaction(key: string, partner: string, decided: boolean): Reaction {
  return {
    kind: 'answer',
    subject: `${key}-${partner}`,
    section: { id: key, key, number: key, title: '' },
    by: { id: 'm', name: 'M', partner: { id: partner, name: partner, badge: 'AA', colour: 0 } },
    at: 0,
    ask: { id: 'a', title: 'A' },
    mayOpenAsk: false,
    verdict: 'agree',
    quote: '',
    text: '',
    own: undefined,
    decision: decided
      ? { outcome: 'noted', reason: '', by: undefined, at: 0, changed: false }
      : undefined,
    mayDecide: false,
  };
}

test('the table shows what one wants to see', () => {
  const all = [reaction('3.4', 'ggd', true), reaction('4.2', 'politie', false)];
  const seen = (wanted: object) =>
    reactionsLike(all, { section: '', partner: '', ask: '', state: '', ...wanted }).map(
      ({ subject }) => subject,
    );
  expect(seen({})).toHaveLength(2);
  expect(seen({ section: '4.2' })).toEqual(['4.2-politie']);
  expect(seen({ partner: 'ggd' })).toEqual(['3.4-ggd']);
  expect(seen({ state: 'open' })).toEqual(['4.2-politie']);
  expect(seen({ state: 'done' })).toEqual(['3.4-ggd']);
  expect(seen({ ask: 'b' })).toEqual([]);
});
