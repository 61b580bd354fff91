/// The service worker: lets a page that was open last open again without network. It keeps the
/// app's page and files, and the answers about session and plans. Texts are not its business: they
/// live in IndexedDB (see `collab/localStore.ts`).
import { assetsIn, treatmentOf } from './swRules';

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Scope extends EventTarget {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: Location;
}

const scope = globalThis as unknown as Scope;
const shellCache = 'beleidstafel-shell-1';
const assetCache = 'beleidstafel-assets-1';
const dataCache = 'beleidstafel-data-1';
const assetCountMax = 120;
const dataCountMax = 40;
const shellPatienceMs = 4000;

async function trim(cache: Cache, countMax: number): Promise<void> {
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - countMax))) {
    await cache.delete(key);
  }
}

async function keepShell(page: Response): Promise<void> {
  const shell = await caches.open(shellCache);
  const html = await page.text();
  const headers = new Headers(page.headers);
  // It is kept for every address: the text of this one is none of theirs.
  headers.delete('Link');
  await shell.put('/', new Response(html, { headers }));
  const assets = await caches.open(assetCache);
  for (const path of assetsIn(html)) {
    if ((await assets.match(path)) === undefined) {
      await assets.add(path);
    }
  }
}

async function install(): Promise<void> {
  await keepShell(await fetch('/', { cache: 'no-cache' }));
  await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const ours = [shellCache, assetCache, dataCache];
  for (const name of await caches.keys()) {
    if (name.startsWith('beleidstafel-') && !ours.includes(name)) {
      await caches.delete(name);
    }
  }
  await scope.clients.claim();
}

async function shellPage(request: Request): Promise<Response> {
  const kept = await (await caches.open(shellCache)).match('/');
  try {
    const page = await fetch(request, {
      signal: kept === undefined ? null : AbortSignal.timeout(shellPatienceMs),
    });
    if (page.ok) {
      await keepShell(page.clone());
    }
    return page;
  } catch (error) {
    if (kept !== undefined) {
      return kept;
    }
    throw error;
  }
}

async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(assetCache);
  const kept = await cache.match(request);
  if (kept !== undefined) {
    return kept;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    await trim(cache, assetCountMax);
  }
  return answer;
}

/// Always asks the server first: the kept answer serves only when there is no network at all, and
/// goes when the server says that there is nothing (any more) for this person.
async function data(request: Request): Promise<Response> {
  const cache = await caches.open(dataCache);
  try {
    const answer = await fetch(request);
    if (answer.ok) {
      await cache.delete(request);
      await cache.put(request, answer.clone());
      await trim(cache, dataCountMax);
    } else if (answer.status === 401) {
      await caches.delete(dataCache);
    } else if (answer.status === 403 || answer.status === 404) {
      await cache.delete(request);
    }
    return answer;
  } catch (error) {
    const kept = await cache.match(request);
    if (kept !== undefined) {
      return kept;
    }
    throw error;
  }
}

/// Keeps what a page had loaded before this worker was there.
async function keep(paths: readonly string[]): Promise<void> {
  for (const pathname of new Set(paths)) {
    const request = new Request(pathname);
    const facts = { method: 'GET', mode: request.mode, sameOrigin: true, pathname };
    const treatment = treatmentOf(facts);
    if (treatment === 'asset') {
      await asset(request);
    } else if (treatment === 'data') {
      await data(request);
    }
  }
}

function pathsOf(message: unknown): string[] {
  const paths: unknown =
    typeof message === 'object' && message !== null && 'paths' in message ? message.paths : [];
  return Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [];
}

function answer(event: FetchEvent): void {
  const url = new URL(event.request.url);
  const { method, mode } = event.request;
  if (method === 'DELETE' && url.pathname === '/v1/session') {
    // Signed out: nothing of that person may open again from here.
    event.waitUntil(caches.delete(dataCache));
  }
  const sameOrigin = url.origin === scope.location.origin;
  switch (treatmentOf({ method, mode, sameOrigin, pathname: url.pathname })) {
    case 'shell':
      event.respondWith(shellPage(event.request));
      break;
    case 'asset':
      event.respondWith(asset(event.request));
      break;
    case 'data':
      event.respondWith(data(event.request));
      break;
    case 'pass':
      break;
  }
}

scope.addEventListener('install', (event) => (event as ExtendableEvent).waitUntil(install()));
scope.addEventListener('activate', (event) => (event as ExtendableEvent).waitUntil(activate()));
scope.addEventListener('message', (event) => {
  const { data: message } = event as MessageEvent<unknown>;
  (event as unknown as ExtendableEvent).waitUntil(keep(pathsOf(message)).catch(() => {}));
});
scope.addEventListener('fetch', (event) => answer(event as FetchEvent));
