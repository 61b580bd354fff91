import { ShapeError } from './parse';
import { ApiError, problemOf } from './problem';
import { refused, requestHeaders } from './request';

/// How an upload tells what it does, and how it is stopped.
export interface UploadWatch {
  /// How much is on its way, from 0 to 1.
  onProgress: (part: number) => void;
  /// Stops it; the promise then fails with an `AbortError`.
  signal: AbortSignal;
}

/// Sends one file as the body itself, with its own type, and reads the JSON answer with `parse`.
/// Throws `ApiError`, as `request` does. `fetch` cannot say how far it is, so this is an
/// `XMLHttpRequest`.
export async function upload<Answer>(
  path: string,
  file: Blob,
  parse: (json: unknown) => Answer,
  { onProgress, signal }: UploadWatch,
): Promise<Answer> {
  const response = await sendFile(path, file, onProgress, signal);
  if (!response.ok) {
    throw refused(await problemOf(response));
  }
  try {
    return parse(await response.json());
  } catch (cause) {
    if (cause instanceof ShapeError || cause instanceof SyntaxError) {
      throw new ApiError('unreadable', { status: response.status });
    }
    throw new ApiError('unreachable');
  }
}

function sendFile(
  path: string,
  file: Blob,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', path);
    for (const [name, value] of Object.entries(requestHeaders('POST'))) {
      sending.setRequestHeader(name, value);
    }
    sending.setRequestHeader('Content-Type', file.type);
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    sending.onload = () => resolve(answerOf(sending));
    sending.onerror = () => reject(new ApiError('unreachable'));
    sending.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => sending.abort(), { once: true });
    if (signal.aborted) {
      reject(new DOMException('stopped', 'AbortError'));
    } else {
      sending.send(file);
    }
  });
}

function answerOf(sent: XMLHttpRequest): Response {
  const wait = sent.getResponseHeader('Retry-After');
  return new Response(sent.responseText, {
    status: sent.status,
    headers: wait === null ? {} : { 'Retry-After': wait },
  });
}
