import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Connection } from './connection';
import type { LiveDocument } from './liveDocument';

/// A socket whose other end is the test.
class FakeSocket extends EventTarget {
  static readonly OPEN = 1;
  static last: FakeSocket | undefined;
  readyState = 0;
  binaryType = '';
  sent: Uint8Array[] = [];

  constructor() {
    super();
    FakeSocket.last = this;
  }

  send(data: Uint8Array): void {
    this.sent.push(data);
  }

  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new CloseEvent('close', { code: 1006 }));
  }

  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  say(type: number, body: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, 'doc');
    encoding.writeVarUint(encoder, type);
    body(encoder);
    const { buffer } = encoding.toUint8Array(encoder).slice();
    this.dispatchEvent(new MessageEvent('message', { data: buffer }));
  }

  sync(step: number, bytes: Uint8Array): void {
    this.say(0, (encoder) => {
      encoding.writeVarUint(encoder, step);
      encoding.writeVarUint8Array(encoder, bytes);
    });
  }

  status(taken: 0 | 1): void {
    this.say(8, (encoder) => encoding.writeVarUint(encoder, taken));
  }

  stateless(notice: object): void {
    this.say(5, (encoder) => encoding.writeVarString(encoder, JSON.stringify(notice)));
  }
}

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
  FakeSocket.last?.say(2, (encoder) => {
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarString(encoder, 'readonly');
  });
  expect(document.mayWrite).toBe(false);
});
