import { expect, test } from 'vitest';
import { bytesOf, textFrom } from './passkeys';

test('bytes travel as base64url and come back', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 251 + length * 7) % 256);
    const text = textFrom(bytes.buffer);
    expect(text).toMatch(/^[\w-]*$/);
    expect([...bytesOf(text)]).toEqual([...bytes]);
  }
});
