import { expect, test } from 'vitest';
import { type FillIn, isShown, meterOf, nextOpen, type PlanSection, sumOf } from './model';

function item(state: FillIn['state'], owner?: { mine: boolean; late: boolean }): FillIn {
  return {
    id: 'x',
    kind: 'text',
    label: '',
    state,
    value: '',
    owner: owner && { partner: undefined, member: undefined, due: undefined, ...owner },
  };
}

function section(id: string, ...items: FillIn[]): PlanSection {
  return { id, key: id, number: '', title: '', mayAssign: false, items };
}

test('what is filled and what became plain text is done', () => {
  const meter = meterOf([item('open'), item('filled'), item('resolved')]);
  expect(meter).toEqual({ filled: 2, total: 3 });
  expect(sumOf([meter, meter])).toEqual({ filled: 4, total: 6 });
});

test('the next section with something open, going round', () => {
  const sections = [
    section('a', item('open')),
    section('b', item('filled')),
    section('c'),
    section('d', item('open')),
  ];
  const order = sections.map(({ id }) => id);
  const from = (id: string, way: 1 | -1) => nextOpen(sections, order, id, way)?.id;
  expect(from('a', 1)).toBe('d');
  expect(from('b', 1)).toBe('d');
  expect(from('c', -1)).toBe('a');
  expect(from('d', 1)).toBe('a');
  expect(from('a', -1)).toBe('d');
  expect(nextOpen([section('a', item('open'))], ['a'], 'a', 1)).toBeUndefined();
});

test('the page shows what is asked of me and what is late', () => {
  expect(isShown('mine', item('open', { mine: true, late: false }))).toBe(true);
  expect(isShown('mine', item('filled', { mine: true, late: false }))).toBe(false);
  expect(isShown('late', item('open', { mine: false, late: true }))).toBe(true);
  expect(isShown('open', item('resolved'))).toBe(false);
  expect(isShown('done', item('resolved'))).toBe(true);
});
