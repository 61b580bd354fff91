import { isRecord, type JsonRecord, recordOf, textOf } from '../api';

/// The browser's side of passkeys. Bytes travel as base64url, in both directions.

export function hasPasskeys(): boolean {
  return typeof PublicKeyCredential === 'function' && navigator.credentials !== undefined;
}

/// Whether passkeys can be offered among the addresses that the browser fills in.
export async function fillsInPasskeys(): Promise<boolean> {
  try {
    return hasPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable());
  } catch {
    return false;
  }
}

/// The holder chose to stop, or the browser found nothing: not a mistake of anybody.
export function isLeft(cause: unknown): boolean {
  return cause instanceof DOMException;
}

/// Asks the device for a new passkey.
export async function createPasskey(options: JsonRecord): Promise<JsonRecord> {
  const user = recordOf(options['user']);
  const credential = await navigator.credentials.create({
    publicKey: {
      ...(options as unknown as PublicKeyCredentialCreationOptions),
      challenge: bytesOf(textOf(options, 'challenge')),
      user: {
        id: bytesOf(textOf(user, 'id')),
        name: textOf(user, 'name'),
        displayName: textOf(user, 'displayName'),
      },
      excludeCredentials: descriptorsOf(options['excludeCredentials']),
    },
  });
  const made = publicKey(credential);
  const response = made.response;
  if (!(response instanceof AuthenticatorAttestationResponse)) {
    throw new DOMException('no attestation', 'NotAllowedError');
  }
  return jsonOf(made, {
    clientDataJSON: textFrom(response.clientDataJSON),
    attestationObject: textFrom(response.attestationObject),
    transports: response.getTransports(),
  });
}

/// Asks the holder for any passkey of ours. `quietly`: among the addresses that are filled in.
export async function getPasskey(
  options: JsonRecord,
  signal: AbortSignal,
  quietly: boolean,
): Promise<JsonRecord> {
  const credential = await navigator.credentials.get({
    signal,
    ...(quietly ? { mediation: 'conditional' as const } : {}),
    publicKey: {
      ...(options as unknown as PublicKeyCredentialRequestOptions),
      challenge: bytesOf(textOf(options, 'challenge')),
    },
  });
  const found = publicKey(credential);
  const response = found.response;
  if (!(response instanceof AuthenticatorAssertionResponse)) {
    throw new DOMException('no assertion', 'NotAllowedError');
  }
  return jsonOf(found, {
    clientDataJSON: textFrom(response.clientDataJSON),
    authenticatorData: textFrom(response.authenticatorData),
    signature: textFrom(response.signature),
    ...(response.userHandle === null ? {} : { userHandle: textFrom(response.userHandle) }),
  });
}

function publicKey(credential: Credential | null): PublicKeyCredential {
  if (!(credential instanceof PublicKeyCredential)) {
    throw new DOMException('no passkey', 'NotAllowedError');
  }
  return credential;
}

function jsonOf(credential: PublicKeyCredential, response: JsonRecord): JsonRecord {
  const id = textFrom(credential.rawId);
  return { id, rawId: id, type: credential.type, response };
}

function descriptorsOf(list: unknown): PublicKeyCredentialDescriptor[] {
  return Array.isArray(list)
    ? list.filter(isRecord).map((each) => ({ type: 'public-key', id: bytesOf(textOf(each, 'id')) }))
    : [];
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
}

export function textFrom(bytes: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(bytes));
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
