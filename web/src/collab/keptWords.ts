import { randomId } from '../base/ids';
import type { KeptWords } from './types';

const countMax = 50;
const textLengthMax = 100_000;

function keyOf(memberId: string): string {
  return `beleidstafel/kept/${memberId}`;
}

function isKept(value: unknown): value is KeptWords {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'documentId' in value &&
    typeof value.documentId === 'string' &&
    'text' in value &&
    typeof value.text === 'string'
  );
}

/// Words set aside for a member in this browser, oldest first; empty when storage is refused.
export function readKept(memberId: string): KeptWords[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(keyOf(memberId)) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isKept) : [];
  } catch {
    return [];
  }
}

function write(memberId: string, kept: readonly KeptWords[]): void {
  try {
    localStorage.setItem(keyOf(memberId), JSON.stringify(kept));
  } catch {
    // Storage is refused: the words stay in memory, where the caller has them.
  }
}

export function keepWords(
  memberId: string,
  words: Pick<KeptWords, 'documentId' | 'reason' | 'text'>,
): KeptWords {
  const text = words.text.slice(0, textLengthMax);
  const kept: KeptWords = { ...words, text, id: randomId(), at: Date.now() };
  write(memberId, [...readKept(memberId), kept].slice(-countMax));
  return kept;
}

export function dropKept(memberId: string, id: string): void {
  write(
    memberId,
    readKept(memberId).filter((one) => one.id !== id),
  );
}

export function forgetKept(memberId: string): void {
  try {
    localStorage.removeItem(keyOf(memberId));
  } catch {
    // Nothing can be stored, so nothing was.
  }
}
