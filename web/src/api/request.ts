import { ShapeError } from './parse';
import { ApiError, problemOf } from './problem';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

let language = 'nl';
let sessionEnded: () => void = () => {};

/// The language that the server answers in.
export function speak(tag: string): void {
  language = tag;
}

/// Who hears that an answer said: no session (401). One listener, the shell.
export function onSessionEnded(listener: () => void): void {
  sessionEnded = listener;
}

/// Answers that were asked for before a view needed them, by path.
const ahead = new Map<string, Promise<Response>>();

/// Asks already, once, what a view will ask in a moment; the first to ask the same takes the
/// answer. Any change on the server in between drops it.
export function askAhead(path: string): void {
  if (ahead.has(path)) {
    return;
  }
  const answer = send('GET', path, undefined);
  // Whoever takes it hears what went wrong.
  answer.catch(() => {});
  ahead.set(path, answer);
}

/// Asks the server and reads its JSON answer (`undefined` where it has none) with `parse`.
/// Throws `ApiError` only. A 401 is also told to the listener of `onSessionEnded`, except for
/// the sign-in itself, where 401 means: wrong password.
export async function request<Answer>(
  method: Method,
  path: string,
  parse: (json: unknown) => Answer,
  body?: unknown,
): Promise<Answer> {
  const early = method === 'GET' ? ahead.get(path) : undefined;
  if (method === 'GET') {
    ahead.delete(path);
  } else {
    ahead.clear();
  }
  const response = await (early ?? send(method, path, body));
  if (!response.ok) {
    const problem = await problemOf(response);
    throw method === 'POST' && path.startsWith('/v1/session') ? problem : refused(problem);
  }
  try {
    const text = await response.text();
    return parse(text === '' ? undefined : JSON.parse(text));
  } catch (cause) {
    if (cause instanceof ShapeError || cause instanceof SyntaxError) {
      throw new ApiError('unreadable', { status: response.status, detail: '' });
    }
    throw new ApiError('unreachable');
  }
}

/// For answers without a body.
export function nothing(): void {}

/// The refusal itself; a 401 is told to the listener of `onSessionEnded` first.
export function refused(problem: ApiError): ApiError {
  if (problem.status === 401) {
    sessionEnded();
  }
  return problem;
}

/// What every request of ours carries.
export function requestHeaders(method: Method): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language,
  };
  if (method !== 'GET') {
    // Shows the server that a page of ours asks; a foreign page cannot set this header.
    headers['X-Requested-With'] = 'beleidstafel';
  }
  return headers;
}

async function send(method: Method, path: string, body: unknown): Promise<Response> {
  const headers = requestHeaders(method);
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  try {
    return await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError('unreachable');
  }
}
