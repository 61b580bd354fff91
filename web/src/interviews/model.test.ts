import { expect, test } from 'vitest';
import { byKind, fitting, type Interview, parseInterviews, parseWhole, tally } from './model';

const json = {
  id: 'i1',
  plan: 'p',
  version: 1,
  document: null,
  level: 'read',
  state: 'planned',
  organisation: 'Basisteam',
  partner: null,
  partnerKind: 'police',
  function: '',
  place: '',
  at: null,
  minutes: 60,
  experiment: false,
  figures: [],
  confidentiality: 'core',
  list: { id: 'l', version: 1, title: 'Lijst' },
  interviewers: [],
  noteTakers: [],
  startedAt: null,
  closedAt: null,
};

const table = {
  kinds: [
    { id: 'police', label: 'Politie' },
    { id: 'schools', label: 'Scholen' },
    { id: 'youth-work', label: 'Jongerenwerk' },
  ],
  partners: [
    { id: 'a', name: 'Politie Hier', badge: 'PO', colour: 1, kind: 'police' },
    { id: 'b', name: 'School Oost', badge: 'SO', colour: 2, kind: 'schools' },
    { id: 'c', name: 'School West', badge: 'SW', colour: 3, kind: 'schools' },
  ],
};

function interview(changes: Partial<Interview>): Interview {
  const { items } = parseInterviews({ core: true, items: [json] });
  const [first] = items;
  if (first === undefined) {
    throw new Error('nothing was read');
  }
  return { ...first, ...changes };
}

test('each kind says how far it is, and who was not asked yet', () => {
  const lines = byKind(table, [
    interview({ id: '1', state: 'closed' }),
    interview({ id: '2', partnerKind: 'schools', partner: 'b' }),
    interview({ id: '3', partnerKind: 'schools', partner: 'c', state: 'cancelled' }),
  ]);
  expect(lines.map(({ id, progress }) => [id, progress])).toEqual([
    ['police', 'spoken'],
    ['schools', 'planned'],
    ['youth-work', 'open'],
  ]);
  expect(lines.map(({ waiting }) => waiting.map(({ id }) => id))).toEqual([['a'], ['c'], []]);
  expect(tally(lines)).toEqual({ spoken: 1, planned: 1, open: 1 });
});

test('what was cancelled alone is no talk', () => {
  const [police] = byKind(table, [interview({ state: 'cancelled' })]);
  expect(police?.progress).toBe('open');
});

test('a kind that the register has no more is shown all the same', () => {
  const lines = byKind(table, [interview({ partnerKind: 'gone' })]);
  expect(lines.at(-1)).toMatchObject({ id: 'gone', label: 'gone', progress: 'planned' });
});

test('only what is for this partner is asked', () => {
  const topics = {
    title: 'L',
    goal: 'G',
    groups: [
      {
        id: 'g',
        title: 'G',
        questions: [
          { id: 'all', text: 'Alle', probes: [] },
          { id: 'police', text: 'P', probes: ['w'], when: { partnerKinds: ['police'] } },
          { id: 'shop', text: 'S', probes: [], when: { experiment: true } },
        ],
      },
      {
        id: 'only',
        title: 'Alleen',
        when: { partnerKinds: ['schools'] },
        questions: [{ id: 'x', text: 'X', probes: [] }],
      },
    ],
  };
  const whole = parseWhole({
    ...json,
    core: true,
    topics,
    respondent: { name: '', email: '' },
    invited: { members: [], respondent: false },
  });
  const ids = (partnerKind: string, experiment: boolean) =>
    fitting(whole.topics, { partnerKind, experiment }).flatMap(({ questions }) =>
      questions.map(({ id }) => id),
    );
  expect(ids('police', false)).toEqual(['all', 'police']);
  expect(ids('schools', true)).toEqual(['all', 'shop', 'x']);
});

test('an answer of another shape is refused', () => {
  expect(() => parseInterviews({ items: [{ ...json, state: 'lost' }] })).toThrow();
});
