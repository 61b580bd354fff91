import { afterEach, expect, test, vi } from 'vitest';
import {
  ApiError,
  askAhead,
  nothing,
  onSessionEnded,
  recordOf,
  request,
  speak,
  textOf,
} from './index';

const realFetch = globalThis.fetch;
const asked: { path: string; init: RequestInit }[] = [];

function answering(make: () => Response | Promise<Response>): void {
  asked.length = 0;
  globalThis.fetch = (path, init) => {
    asked.push({ path: String(path), init: init ?? {} });
    return Promise.resolve(make());
  };
}

afterEach(() => {
  globalThis.fetch = realFetch;
  onSessionEnded(() => {});
});

const title = (json: unknown) => textOf(recordOf(json), 'title');

function problem(status: number, headers: Record<string, string> = {}): Response {
  const body = { type: 'too-many', title: 'Vol', status, detail: 'Het is vol.', field: 'title' };
  return new Response(JSON.stringify(body), { status, headers });
}

test('an answer is read and checked', async () => {
  answering(() => new Response('{"title":"Plan"}'));
  await expect(request('GET', '/v1/plans/x', title)).resolves.toBe('Plan');
  answering(() => new Response('{"titel":"Plan"}'));
  await expect(request('GET', '/v1/plans/x', title)).rejects.toMatchObject({ kind: 'unreadable' });
  answering(() => new Response('<html>'));
  await expect(request('GET', '/v1/plans/x', title)).rejects.toMatchObject({ kind: 'unreadable' });
  answering(() => new Response(null, { status: 204 }));
  await expect(request('DELETE', '/v1/session', nothing)).resolves.toBeUndefined();
});

test('a refusal brings the sentence of the server and when to come back', async () => {
  answering(() => problem(429, { 'Retry-After': '7' }));
  const error = await request('POST', '/v1/plans', title, {}).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    kind: 'refused',
    status: 429,
    detail: 'Het is vol.',
    field: 'title',
    retryAfterSeconds: 7,
  });
  answering(() => new Response('Bad Gateway', { status: 502 }));
  await expect(request('GET', '/v1/plans', title)).rejects.toMatchObject({
    kind: 'refused',
    status: 502,
    detail: '',
  });
});

test('no answer is unreachable', async () => {
  answering(() => {
    throw new TypeError('failed');
  });
  await expect(request('GET', '/v1/plans', title)).rejects.toMatchObject({ kind: 'unreachable' });
});

test('changes show that a page of ours asks, in the language of the page', async () => {
  speak('en');
  answering(() => new Response('{"title":""}'));
  await request('POST', '/v1/plans', title, { title: 'x' });
  await request('GET', '/v1/plans', title);
  expect(asked[0]?.init.headers).toMatchObject({
    'X-Requested-With': 'beleidstafel',
    'Accept-Language': 'en',
    'Content-Type': 'application/json',
  });
  expect(asked[1]?.init.headers).not.toHaveProperty('X-Requested-With');
  speak('nl');
});

test('a session that ended is told, a wrong password is not', async () => {
  const ended = vi.fn();
  onSessionEnded(ended);
  answering(() => problem(401));
  await request('POST', '/v1/session', nothing, {}).catch(() => {});
  expect(ended).not.toHaveBeenCalled();
  await request('GET', '/v1/plans', title).catch(() => {});
  expect(ended).toHaveBeenCalledOnce();
});

test('what was asked ahead is taken once, and not after a change', async () => {
  answering(() => new Response('{"title":"Plan"}'));
  askAhead('/v1/plans/x');
  await expect(request('GET', '/v1/plans/x', title)).resolves.toBe('Plan');
  expect(asked).toHaveLength(1);
  await request('GET', '/v1/plans/x', title);
  expect(asked).toHaveLength(2);
  askAhead('/v1/plans/x');
  await request('DELETE', '/v1/session', nothing);
  await request('GET', '/v1/plans/x', title);
  expect(asked).toHaveLength(5);
});

test('what went wrong ahead is told to who takes it', async () => {
  answering(() => {
    throw new TypeError('failed');
  });
  askAhead('/v1/plans/x');
  await expect(request('GET', '/v1/plans/x', title)).rejects.toMatchObject({ kind: 'unreachable' });
});
