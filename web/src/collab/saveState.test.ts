import { expect, test } from 'vitest';
import { type SaveFacts, saveStateOf } from './saveState';

const calm: SaveFacts = {
  socketOpen: true,
  handshakeDone: true,
  inFlight: 0,
  waiting: 0,
  waitingSince: 0,
  storageAway: false,
  refused: false,
  savedAt: 500,
  now: 10_000,
};

test('says saved only when nothing waits and nothing is under way', () => {
  expect(saveStateOf(calm)).toEqual({ kind: 'saved', at: 500 });
  expect(saveStateOf({ ...calm, handshakeDone: false }).kind).toBe('unsaved');
  expect(saveStateOf({ ...calm, waiting: 1, waitingSince: 9_000, inFlight: 1 }).kind).toBe(
    'typing',
  );
});

test('a keystroke that stays unconfirmed becomes unsaved after three seconds', () => {
  const slow = { ...calm, waiting: 1, inFlight: 1, waitingSince: 6_000 };
  expect(saveStateOf(slow)).toEqual({
    kind: 'unsaved',
    reason: 'connecting',
    since: 6_000,
    count: 1,
  });
});

test('names why: no socket, no database, refused', () => {
  const waiting = { ...calm, waiting: 4, waitingSince: 9_900 };
  expect(saveStateOf({ ...waiting, socketOpen: false })).toMatchObject({ reason: 'offline' });
  expect(saveStateOf({ ...waiting, storageAway: true })).toMatchObject({ reason: 'storage' });
  expect(saveStateOf({ ...waiting, refused: true })).toMatchObject({ reason: 'refused' });
});

test('words that are saved stay saved when the socket falls', () => {
  expect(saveStateOf({ ...calm, socketOpen: false })).toEqual({ kind: 'saved', at: 500 });
});

test('a first visit without connection is not called saved', () => {
  const first = { ...calm, handshakeDone: false, socketOpen: false };
  expect(saveStateOf(first)).toMatchObject({ kind: 'unsaved', reason: 'offline', count: 0 });
});
