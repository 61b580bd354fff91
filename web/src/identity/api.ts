import { ApiError, nothing, request } from '../api';
import { type Product, parseProduct, parseSession, type Session } from './model';

/// Who is signed in; nobody is `undefined`.
export async function fetchSession(): Promise<Session | undefined> {
  try {
    return await request('GET', '/v1/session', parseSession);
  } catch (cause) {
    if (cause instanceof ApiError && cause.status === 401) {
      return undefined;
    }
    throw cause;
  }
}

/// The session itself is a cookie; the token in the answer is for programs.
///
/// @param code of the second factor, where one is due
export function signIn(email: string, password: string, code?: string): Promise<void> {
  return request('POST', '/v1/session', nothing, { email, password, ...(code ? { code } : {}) });
}

export function signOut(): Promise<void> {
  return request('DELETE', '/v1/session', nothing);
}

export interface Administrator {
  token: string;
  municipality: string;
  name: string;
  email: string;
  password: string;
}

export function createAdministrator(administrator: Administrator): Promise<void> {
  return request('POST', '/v1/administrator', nothing, administrator);
}

/// What the server says of itself; nothing where it does not say.
export async function fetchProduct(): Promise<Product | undefined> {
  try {
    return await request('GET', '/v1/product', parseProduct);
  } catch {
    return undefined;
  }
}
