import { expect, test } from 'vitest';
import { bySection, type Figure, parseFigures, parseLists } from './model';

const json = {
  id: 'f',
  label: 'Scholieren die blowden',
  value: '8,1',
  unit: '%',
  source: 'Monitor',
  year: 2023,
  stale: false,
  section: null,
  question: null,
  by: { id: 'm', name: 'Bram', partner: { id: 'p', name: 'GGD', badge: 'GG', colour: 1 } },
  at: 1,
  version: 1,
  removed: false,
  mayChange: true,
};

function at(id: string, section?: string): Figure {
  const [figure] = parseFigures({
    items: [
      {
        ...json,
        id,
        section:
          section === undefined ? null : { id: section, key: section, number: '3', title: 'Drugs' },
      },
    ],
    mayAdd: false,
    sections: [],
  }).items;
  if (figure === undefined) {
    throw new Error('none');
  }
  return figure;
}

test('figures stand under their sections in the order of the plan, those of the plan first', () => {
  const order = [{ id: 'a' }, { id: 'b' }];
  const groups = bySection(
    [at('1', 'b'), at('2'), at('3', 'a'), at('4', 'b'), at('5', 'off')],
    order,
  );
  expect(groups.map(({ section }) => section?.id)).toEqual([undefined, 'a', 'b', 'off']);
  expect(groups[2]?.figures.map(({ id }) => id)).toEqual(['1', '4']);
});

test('an answer of another shape is refused', () => {
  expect(() => parseFigures({ items: [{ ...json, year: '2023' }], sections: [] })).toThrow('year');
  expect(() => parseLists({ items: [{ id: 'x' }] })).toThrow();
});
