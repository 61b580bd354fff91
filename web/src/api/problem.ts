import { isRecord } from './parse';

/// Why a request failed. `kind` says whose turn it is:
/// `refused`: the server said no and `detail` says why; `unreachable`: no answer came;
/// `unreadable`: the answer was not what this version of the app understands.
export type FailureKind = 'refused' | 'unreachable' | 'unreadable';

/// A failed request. `detail` is the server's own sentence in the user's language, or empty.
/// Source: RFC 9457.
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly kind: FailureKind;
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly field: string;
  /// Seconds to wait before the next try; 0 when the server does not ask for it.
  readonly retryAfterSeconds: number;

  constructor(
    kind: FailureKind,
    parts: {
      status?: number;
      type?: string;
      title?: string;
      detail?: string;
      field?: string;
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(`${kind} ${parts.status ?? 0} ${parts.type ?? ''}`.trim());
    this.kind = kind;
    this.status = parts.status ?? 0;
    this.type = parts.type ?? '';
    this.title = parts.title ?? '';
    this.detail = parts.detail ?? '';
    this.field = parts.field ?? '';
    this.retryAfterSeconds = parts.retryAfterSeconds ?? 0;
  }
}

/// Any thrown thing as a failed request, so that a view can always say something.
export function asApiError(cause: unknown): ApiError {
  return cause instanceof ApiError ? cause : new ApiError('unreadable');
}

/// Reads a refusal. An answer without a readable body still gives its status.
export async function problemOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => undefined);
  const text = (key: string): string => {
    const value = isRecord(body) ? body[key] : undefined;
    return typeof value === 'string' ? value : '';
  };
  const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new ApiError('refused', {
    status: response.status,
    type: text('type'),
    title: text('title'),
    detail: text('detail'),
    field: text('field'),
    retryAfterSeconds: Number.isFinite(wait) && wait > 0 ? wait : 0,
  });
}
