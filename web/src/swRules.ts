/// What the service worker does with a request, as a pure function of it.
export type Treatment = 'shell' | 'asset' | 'data' | 'pass';

const serverOnly = /^\/(v1|collab|yws|health|metrics)(\/|$)/;
const keptData = [/^\/v1\/session$/, /^\/v1\/plans$/, /^\/v1\/plans\/[^/]+$/];

export interface RequestFacts {
  method: string;
  mode: string;
  sameOrigin: boolean;
  pathname: string;
}

/// `shell`: a page of the app, answered by the kept page when the network is away. `asset`: a file
/// whose name holds its content's hash. `data`: what a plan's page needs to open.
export function treatmentOf(request: RequestFacts): Treatment {
  if (request.method !== 'GET' || !request.sameOrigin) {
    return 'pass';
  }
  if (keptData.some((pattern) => pattern.test(request.pathname))) {
    return 'data';
  }
  if (serverOnly.test(request.pathname)) {
    return 'pass';
  }
  if (request.pathname.startsWith('/assets/')) {
    return 'asset';
  }
  return request.mode === 'navigate' ? 'shell' : 'pass';
}

/// The files that a page of ours names and that it cannot start without.
export function assetsIn(html: string): string[] {
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].flatMap((match) => match[1] ?? []);
}
