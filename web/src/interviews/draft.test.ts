import { expect, test } from 'vitest';
import { draftOf, needsOf, newDraft, wishOf } from './draft';
import type { Interview } from './model';

const table = {
  kinds: [],
  partners: [{ id: 'p', name: 'Politie', badge: 'PO', colour: 1, kind: 'police' }],
};

const interview: Interview = {
  id: 'i',
  plan: 'x',
  version: 3,
  document: undefined,
  state: 'planned',
  organisation: 'Politie',
  partner: 'p',
  partnerKind: 'police',
  function: 'wijkagent',
  place: 'Wijkpost',
  at: new Date('2026-12-01T14:30').getTime(),
  minutes: 45,
  experiment: true,
  figures: ['f'],
  confidentiality: 'open',
  list: { id: 'l', version: 1, title: 'L' },
  interviewers: [{ id: 'm', name: 'M', partner: { id: 'g', name: 'G', badge: 'GG', colour: 2 } }],
  noteTakers: [],
  startedAt: undefined,
  closedAt: undefined,
};

test('what is shown in the form is what is sent', () => {
  expect(wishOf(draftOf(interview, table))).toEqual({
    partner: 'p',
    organisation: '',
    partnerKind: '',
    function: 'wijkagent',
    place: 'Wijkpost',
    at: interview.at,
    minutes: 45,
    experiment: true,
    figures: ['f'],
    confidentiality: 'open',
    interviewers: ['m'],
    noteTakers: [],
    list: null,
  });
});

test('a partner that has left the table becomes an organisation of its own', () => {
  const wish = wishOf(draftOf({ ...interview, partner: 'left' }, table));
  expect(wish).toMatchObject({ partner: null, organisation: 'Politie', partnerKind: 'police' });
});

test('a new one needs with whom, a list and somebody who leads it', () => {
  const empty = { ...newDraft('me', { partner: '', kind: '' }), interviewers: [] };
  expect([...needsOf(empty, true)]).toEqual(['partner', 'list', 'interviewers']);
  const other = { ...empty, atTable: false };
  expect([...needsOf(other, true)]).toEqual(['organisation', 'kind', 'list', 'interviewers']);
  const kind = newDraft('me', { partner: '', kind: 'police' });
  expect([...needsOf({ ...kind, organisation: 'A', list: 'l' }, true)]).toEqual([]);
});

test('a day needs a time, and a time a day', () => {
  const draft = { ...newDraft('me', { partner: 'p', kind: '' }), list: 'l' };
  expect([...needsOf({ ...draft, day: '2026-12-01' }, true)]).toEqual(['time']);
  expect([...needsOf({ ...draft, time: '10:00' }, true)]).toEqual(['day']);
  expect(wishOf({ ...draft, day: '2026-12-01', time: '10:00' }).at).toBe(
    new Date('2026-12-01T10:00').getTime(),
  );
});

test('who leads the talk is not its note taker too', () => {
  const draft = { ...newDraft('me', { partner: 'p', kind: '' }), noteTakers: ['me', 'you'] };
  expect(wishOf(draft)).toMatchObject({ interviewers: ['me'], noteTakers: ['you'] });
});
