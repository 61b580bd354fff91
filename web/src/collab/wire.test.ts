import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Connection } from './connection';
import type { LiveDocument } from './liveDocument';
import type { PlanEvent } from './planChannel';
import { FakeSocket } from './testing/fakeSocket';

let connection: Connection;
let document: LiveDocument;

function server(text: string): Y.Doc {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment('default').insert(0, [paragraph]);
  return doc;
}

function handshake(from: Y.Doc): void {
  const socket = FakeSocket.last;
  socket?.sync(0, Y.encodeStateVector(from));
  socket?.sync(1, Y.encodeStateAsUpdate(from));
  socket?.status(1);
}

function type(words: string): void {
  const paragraph = document.doc.getXmlFragment('default').get(0) as Y.XmlElement;
  (paragraph.get(0) as Y.XmlText).insert(0, words);
}

async function until(condition: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(condition()).toBe(true), { timeout: 3000, interval: 5 });
}

beforeEach(async () => {
  vi.stubGlobal('WebSocket', FakeSocket);
  connection = new Connection({ memberId: 'anna', url: 'ws://table/collab' });
  document = connection.open('doc') as LiveDocument;
  await until(() => FakeSocket.last !== undefined && document.localCopy === 'refused');
  FakeSocket.last?.open();
  await until(() => (FakeSocket.last?.sent.length ?? 0) >= 2);
});

afterEach(() => {
  connection.destroy();
  FakeSocket.last = undefined;
  localStorage.clear();
  vi.unstubAllGlobals();
});

test('says saved after the server confirmed, not before', () => {
  expect(document.saveState.kind).toBe('unsaved');
  handshake(server('Hallo'));
  expect(document.loaded).toBe(true);
  expect(document.saveState.kind).toBe('saved');
  type('a');
  type('b');
  expect(document.saveState.kind).toBe('typing');
  FakeSocket.last?.status(1);
  expect(document.saveState.kind).toBe('typing');
  FakeSocket.last?.status(1);
  expect(document.saveState.kind).toBe('saved');
});

test('says when the database is away and when it is back', () => {
  handshake(server('Hallo'));
  FakeSocket.last?.stateless({ kind: 'storage', state: 'away' });
  type('a');
  expect(document.saveState).toMatchObject({ kind: 'unsaved', reason: 'storage', count: 1 });
  FakeSocket.last?.stateless({ kind: 'storage', state: 'back' });
  FakeSocket.last?.status(1);
  expect(document.saveState.kind).toBe('saved');
});

test('one confirmation is not enough for what was typed without a connection', async () => {
  const kept = server('Hallo');
  handshake(kept);
  FakeSocket.last?.close();
  type('zonder verbinding ');
  expect(document.saveState).toMatchObject({ kind: 'unsaved', reason: 'offline', count: 1 });
  const first = FakeSocket.last;
  connection.retry();
  await until(() => FakeSocket.last !== first);
  FakeSocket.last?.open();
  await until(() => (FakeSocket.last?.sent.length ?? 0) >= 2);
  type('nog ');
  FakeSocket.last?.sync(0, Y.encodeStateVector(kept));
  FakeSocket.last?.sync(1, Y.encodeStateAsUpdate(kept));
  type('meer ');
  FakeSocket.last?.status(1);
  expect(document.saveState.kind).not.toBe('saved');
  FakeSocket.last?.status(1);
  expect(document.saveState.kind).toBe('saved');
});

test('a refused edit is set aside, offered, and never sent again', () => {
  handshake(server('Hallo'));
  const before = document.doc;
  type('Verboden woorden ');
  FakeSocket.last?.status(0);
  expect(document.doc).not.toBe(before);
  expect(document.doc.clientID).not.toBe(before.clientID);
  expect(document.keptWords.map((kept) => kept.text)).toEqual(['Verboden woorden ']);
  expect(document.saveState).toMatchObject({ kind: 'unsaved', reason: 'refused' });
  document.dropKept(document.keptWords[0]?.id ?? '');
  expect(document.keptWords).toEqual([]);
});

test('a refused note of an interview is set aside, too', () => {
  handshake(server('Hallo'));
  const note = new Y.XmlElement('note');
  note.insert(0, [new Y.XmlText('Zonder bereik getypt')]);
  document.doc.getXmlFragment('question/own-figures').insert(0, [note]);
  FakeSocket.last?.status(0);
  expect(document.keptWords.map((kept) => kept.text)).toEqual(['Zonder bereik getypt']);
});

test('of a sentence under way only what was not taken is set aside', () => {
  handshake(server(''));
  const paragraph = document.doc.getXmlFragment('default').get(0) as Y.XmlElement;
  const words = paragraph.get(0) as Y.XmlText;
  for (const letter of 'Wij zien dit') {
    words.insert(words.length, letter);
  }
  for (let letter = 0; letter < 'Wij zien'.length; letter++) {
    FakeSocket.last?.status(1);
  }
  FakeSocket.last?.status(0);
  expect(document.keptWords.map((kept) => kept.text)).toEqual([' dit']);
});

test('another generation starts afresh without mixing contents', async () => {
  FakeSocket.last?.stateless({ kind: 'document', generation: 'g1', schema: 1 });
  handshake(server('Oud'));
  expect(document.doc.getXmlFragment('default').toString()).toContain('Oud');
  FakeSocket.last?.stateless({ kind: 'document', generation: 'g2', schema: 1 });
  expect(document.loaded).toBe(false);
  await until(() => document.localCopy === 'refused');
  handshake(server('Nieuw'));
  const xml = document.doc.getXmlFragment('default').toString();
  expect(xml).toBe('<paragraph>Nieuw</paragraph>');
});

test('a right that is taken makes the document read-only at once', () => {
  handshake(server('Hallo'));
  expect(document.mayWrite).toBe(true);
  FakeSocket.last?.allow('readonly');
  expect(document.mayWrite).toBe(false);
  FakeSocket.last?.allow('read-write');
  expect(document.mayWrite).toBe(true);
});

test('a text that may not be seen any more goes at once, and unsent words are kept', () => {
  handshake(server('Hallo'));
  type('Mijn woorden ');
  const before = document.doc;
  FakeSocket.last?.end('access-lost');
  expect(document.loaded).toBe(false);
  expect(document.denied).toEqual({ reason: 'forbidden' });
  expect(document.mayWrite).toBe(false);
  expect(document.keptWords.map((kept) => kept.text)).toEqual(['Mijn woorden ']);

  // Given back, it begins with the server's state; the words stay on offer.
  document.askIfDenied();
  expect(document.denied).toBeUndefined();
  expect(document.doc).not.toBe(before);
  expect(document.keptWords).toHaveLength(1);
});

test('of a text that was erased nothing is kept, not even words that were not sent', async () => {
  handshake(server('Hallo'));
  type('Mijn woorden ');
  FakeSocket.last?.end('access-lost');
  document.askIfDenied();
  expect(document.keptWords).toHaveLength(1);
  await until(() => document.localCopy === 'refused');
  FakeSocket.last?.deny('erased');
  expect(document.denied).toEqual({ reason: 'erased' });
  expect(document.loaded).toBe(false);
  expect(document.keptWords).toEqual([]);
  expect(Object.keys(localStorage).filter((key) => localStorage[key].includes('woorden'))).toEqual(
    [],
  );
});

test('who is still there after a lost connection is seen at once', async () => {
  handshake(server('Hallo'));
  const other = new Awareness(new Y.Doc());
  other.setLocalState({ user: { name: 'Bram' } });
  other.setLocalState({ user: { name: 'Bram' } });
  const here = () => document.awareness.getStates().has(other.clientID);
  const says = () => FakeSocket.last?.presence(encodeAwarenessUpdate(other, [other.clientID]));
  says();
  expect(here()).toBe(true);
  const own = document.awareness.meta.get(document.awareness.clientID)?.clock ?? 0;
  const first = FakeSocket.last;
  first?.close();
  expect(here()).toBe(false);
  connection.retry();
  await until(() => FakeSocket.last !== first);
  FakeSocket.last?.open();
  await until(() => (FakeSocket.last?.sent.length ?? 0) >= 2);
  says();
  expect(here()).toBe(true);
  expect(document.awareness.meta.get(document.awareness.clientID)?.clock).toBeGreaterThan(own);
  other.destroy();
});

test('the channel of a plan tells what happened and what it may have missed', async () => {
  const events: PlanEvent[] = [];
  const end = connection.watchPlan('p', (event) => events.push(event));
  const channel = 'plan:p';
  await until(() => (FakeSocket.last?.sent.length ?? 0) >= 4);
  FakeSocket.last?.allow('readonly', channel);
  FakeSocket.last?.stateless({ kind: 'roles-changed', version: 7 }, channel);
  FakeSocket.last?.stateless({ kind: 'roles-changed', version: '8' }, channel);
  FakeSocket.last?.stateless({ kind: 'something-new', version: 8 }, channel);
  FakeSocket.last?.deny('forbidden', channel);
  expect(events).toEqual([
    { kind: 'joined' },
    { kind: 'roles-changed', version: 7 },
    { kind: 'left' },
  ]);
  end();
  FakeSocket.last?.stateless({ kind: 'plan-changed', version: 9 }, channel);
  expect(events).toHaveLength(3);
});
