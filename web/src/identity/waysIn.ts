import {
  type JsonRecord,
  listOf,
  nothing,
  numberOf,
  recordOf,
  request,
  textOf,
  wordOf,
} from '../api';

/// How people get in: what they prove themselves with, where they are signed in, and what an
/// administrator decides of it.

export const sessionKinds = ['password', 'second-factor', 'passkey', 'provider', 'link'] as const;
export type SessionKind = (typeof sessionKinds)[number];

export interface Passkey {
  id: string;
  name: string;
  createdAt: string;
  /// Empty where it was never used.
  usedAt: string;
}

export interface Factors {
  /// Empty where there is no app with codes.
  totpSince: string;
  passkeys: readonly Passkey[];
  recoveryCodesLeft: number;
  required: boolean;
  /// The session is fresh enough to change them.
  mayChange: boolean;
}

export interface OwnSession {
  id: string;
  kind: SessionKind;
  browser: string;
  startedAt: string;
  seenAt: string;
  current: boolean;
}

export interface Colleague {
  id: string;
  name: string;
  email: string;
  partner: string;
  secondFactor: boolean;
}

export interface IdentityProvider {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  acrValues: string;
  keysUri: string;
}

/// A way in on the page for signing in.
export interface ProviderEntry {
  id: string;
  name: string;
  municipality: string;
}

function timeOf(record: JsonRecord, key: string): string {
  return record[key] === null ? '' : textOf(record, key);
}

function codesOf(json: unknown): readonly string[] {
  return listOf(recordOf(json), 'recoveryCodes', String);
}

export function fetchFactors(): Promise<Factors> {
  return request('GET', '/v1/factors', (json) => {
    const root = recordOf(json);
    return {
      totpSince: timeOf(root, 'totpSince'),
      passkeys: listOf(root, 'passkeys', (item) => {
        const passkey = recordOf(item);
        return {
          id: textOf(passkey, 'id'),
          name: textOf(passkey, 'name'),
          createdAt: textOf(passkey, 'createdAt'),
          usedAt: timeOf(passkey, 'usedAt'),
        };
      }),
      recoveryCodesLeft: numberOf(root, 'recoveryCodesLeft'),
      required: root['required'] === true,
      mayChange: root['mayChange'] === true,
    };
  });
}

export function beginTotp(): Promise<{ secret: string; uri: string }> {
  const parse = (json: unknown) => {
    const root = recordOf(json);
    return { secret: textOf(root, 'secret'), uri: textOf(root, 'uri') };
  };
  return request('POST', '/v1/factors/totp', parse, {});
}

/// The recovery codes to show, where there were none before.
export function confirmTotp(code: string): Promise<readonly string[]> {
  return request('POST', '/v1/factors/totp/confirmation', codesOf, { code });
}

export function removeTotp(): Promise<void> {
  return request('DELETE', '/v1/factors/totp', nothing);
}

export function renewRecoveryCodes(): Promise<readonly string[]> {
  return request('POST', '/v1/factors/recovery-codes', codesOf, {});
}

export function fetchPasskeyCreation(): Promise<JsonRecord> {
  return request('POST', '/v1/factors/passkeys/challenge', recordOf, {});
}

/// The recovery codes to show, where there were none before.
export function addPasskey(name: string, credential: JsonRecord): Promise<readonly string[]> {
  return request('POST', '/v1/factors/passkeys', codesOf, { name, credential });
}

export function removePasskey(id: string): Promise<void> {
  return request('DELETE', `/v1/factors/passkeys/${id}`, nothing);
}

export function fetchPasskeyQuestion(): Promise<JsonRecord> {
  return request('POST', '/v1/session/passkey-challenge', recordOf, {});
}

export function signInByPasskey(credential: JsonRecord): Promise<void> {
  return request('POST', '/v1/session/passkey', nothing, { credential });
}

export function fetchSessions(): Promise<readonly OwnSession[]> {
  return request('GET', '/v1/sessions', (json) =>
    listOf(recordOf(json), 'items', (item) => {
      const session = recordOf(item);
      return {
        id: textOf(session, 'id'),
        kind: wordOf(session, 'kind', sessionKinds),
        browser: textOf(session, 'browser'),
        startedAt: textOf(session, 'startedAt'),
        seenAt: textOf(session, 'seenAt'),
        current: session['current'] === true,
      };
    }),
  );
}

export function endSession(id: string): Promise<void> {
  return request('DELETE', `/v1/sessions/${id}`, nothing);
}

export function endOtherSessions(): Promise<void> {
  return request('DELETE', '/v1/sessions', nothing);
}

/// The ways in beside a password; none where the server does not say.
export async function fetchProviders(): Promise<readonly ProviderEntry[]> {
  try {
    return await request('GET', '/v1/oidc/providers', (json) =>
      listOf(recordOf(json), 'items', (item) => {
        const provider = recordOf(item);
        return {
          id: textOf(provider, 'id'),
          name: textOf(provider, 'name'),
          municipality: textOf(provider, 'municipality'),
        };
      }),
    );
  } catch {
    return [];
  }
}

/// Where the browser goes to sign in at the provider.
export function beginAtProvider(provider: string): Promise<string> {
  const parse = (json: unknown) => textOf(recordOf(json), 'location');
  return request('POST', '/v1/oidc/sign-in', parse, { provider });
}

export function fetchRequired(): Promise<boolean> {
  return request('GET', '/v1/sign-in-settings', requiredOf);
}

export function changeRequired(secondFactorRequired: boolean): Promise<boolean> {
  return request('PUT', '/v1/sign-in-settings', requiredOf, { secondFactorRequired });
}

function requiredOf(json: unknown): boolean {
  return recordOf(json)['secondFactorRequired'] === true;
}

export function fetchColleagues(): Promise<readonly Colleague[]> {
  return request('GET', '/v1/factors/members', (json) =>
    listOf(recordOf(json), 'items', (item) => {
      const colleague = recordOf(item);
      return {
        id: textOf(colleague, 'id'),
        name: textOf(colleague, 'name'),
        email: textOf(colleague, 'email'),
        partner: textOf(colleague, 'partner'),
        secondFactor: colleague['secondFactor'] === true,
      };
    }),
  );
}

export function resetFactors(member: string): Promise<void> {
  return request('DELETE', `/v1/members/${member}/factors`, nothing);
}

function identityProviderOf(json: unknown): IdentityProvider {
  const provider = recordOf(json);
  return {
    id: textOf(provider, 'id'),
    name: textOf(provider, 'name'),
    issuer: textOf(provider, 'issuer'),
    clientId: textOf(provider, 'clientId'),
    acrValues: textOf(provider, 'acrValues'),
    keysUri: textOf(provider, 'keysUri'),
  };
}

export function fetchIdentityProviders(): Promise<{
  items: readonly IdentityProvider[];
  redirectUri: string;
}> {
  return request('GET', '/v1/identity-providers', (json) => {
    const root = recordOf(json);
    return {
      items: listOf(root, 'items', identityProviderOf),
      redirectUri: textOf(root, 'redirectUri'),
    };
  });
}

export interface NewProvider {
  name: string;
  issuer: string;
  clientId: string;
  acrValues: string;
}

export function addIdentityProvider(provider: NewProvider): Promise<IdentityProvider> {
  return request('POST', '/v1/identity-providers', identityProviderOf, provider);
}

export function removeIdentityProvider(id: string): Promise<void> {
  return request('DELETE', `/v1/identity-providers/${id}`, nothing);
}
