/// Words of the server's refusals (`Refusal` and `Reason` on its side).

/// No such document, or none for this member: the two look the same.
export const forbidden = 'forbidden';
/// The right to see the document was taken while it was open.
export const accessLost = 'access-lost';
/// The document is gone, and nothing of it is to be kept.
export const erased = 'erased';
/// Nobody is signed in (any more).
export const unauthenticated = 'unauthenticated';

/// Whether a document was refused because nobody is signed in (any more).
export function isSignedOut(denied: { reason: string } | undefined): boolean {
  return denied?.reason === unauthenticated;
}
