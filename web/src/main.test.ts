import { expect, test } from 'vitest';

test('the page has a root', () => {
  expect(document.createElement('div').id).toBe('');
});
