import { expect, test } from 'vitest';
import { assetsIn, treatmentOf } from './swRules';

const get = (pathname: string, mode = 'cors') =>
  treatmentOf({ method: 'GET', mode, sameOrigin: true, pathname });

test('keeps pages, files and what a plan needs to open', () => {
  expect(get('/plannen/1', 'navigate')).toBe('shell');
  expect(get('/assets/index-abc.js')).toBe('asset');
  expect(get('/v1/plans/1')).toBe('data');
  expect(get('/v1/session')).toBe('data');
});

test('keeps its hands off everything else', () => {
  expect(get('/v1/plans/1/sections')).toBe('pass');
  expect(get('/collab')).toBe('pass');
  expect(get('/health/live', 'navigate')).toBe('pass');
  const post = { method: 'POST', mode: 'cors', sameOrigin: true, pathname: '/v1/session' };
  expect(treatmentOf(post)).toBe('pass');
  expect(treatmentOf({ ...post, method: 'GET', sameOrigin: false })).toBe('pass');
});

test('finds the files of a page', () => {
  const html = '<script src="/assets/a-1.js"></script><link href="/assets/b-2.css"><a href="/x">';
  expect(assetsIn(html)).toEqual(['/assets/a-1.js', '/assets/b-2.css']);
});
