import { expect, test } from 'vitest';
import {
  applied,
  Cells,
  type Change,
  coordinatorsOf,
  holds,
  initialsOf,
  inverseOf,
  type OutlineSection,
  rolesBack,
  rowsOf,
} from './matrix';
import { parseMyPage, parseRoleMatrix, parseRoleTable, type RoleMatrix } from './model';
import { demoMatrix, demoSections, demoTable } from './testing/demo';

const rows = rowsOf('Plan', demoSections);

function rowAt(scope: string) {
  const row = rows.find((each) => each.scope === scope);
  if (row === undefined) {
    throw new Error(`no row ${scope}`);
  }
  return row;
}

const cell = (scope: string, partner: string, matrix: RoleMatrix = demoMatrix) =>
  new Cells(demoTable, matrix).at(rowAt(scope), partner);

test('the whole plan, the parts and the sections are rows, in the order of reading', () => {
  expect(rows.map((row) => [row.scope, row.kind, row.above.join(' ')])).toEqual([
    ['plan', 'plan', ''],
    ['lees', 'section', 'plan'],
    ['s3', 'part', 'plan'],
    ['s3.8', 'section', 's3 plan'],
    ['s3.9', 'section', 's3 plan'],
    ['own', 'section', 's3 plan'],
    ['sB1', 'section', 'plan'],
  ]);
});

test('a section whose part may not be seen does not fall to the part before it', () => {
  const orphan: OutlineSection = {
    ...demoSections[3],
    id: 's4.1',
    part: undefined,
  } as OutlineSection;
  const alone = rowsOf('Plan', [...demoSections.slice(0, 5), orphan]).at(-1);
  expect(alone?.above).toEqual(['plan']);
});

test('a role on a part and on the plan holds for the sections, and is told from their own', () => {
  expect(cell('s3.8', 'police')).toEqual({
    own: ['executing'],
    inherited: [{ role: 'signalling', from: 's3' }],
    level: 'write',
    overridden: false,
  });
  expect(cell('s3.9', 'police')).toMatchObject({ own: [], level: 'comment' });
  expect(cell('sB1', 'town').inherited).toEqual([{ role: 'coordinating', from: 'plan' }]);
});

test('without a role one reads, and nothing where the section is hidden', () => {
  expect(cell('lees', 'school').level).toBe('read');
  const hidden = applied(demoMatrix, { kind: 'visibility', section: 's3.9', hidden: true });
  expect(cell('s3.9', 'school', hidden).level).toBe('none');
  expect(cell('s3.9', 'police', hidden).level).toBe('comment');
});

test('an override goes before the roles, and says so', () => {
  const change: Change = { kind: 'override', section: 's3.8', partner: 'police', level: 'read' };
  const after = applied(demoMatrix, change);
  expect(cell('s3.8', 'police', after)).toMatchObject({ level: 'read', overridden: true });
  expect(new Cells(demoTable, after).follows(rowAt('s3.8'), 'police')).toBe('write');
  const back = applied(after, { ...change, level: undefined });
  expect(cell('s3.8', 'police', back)).toEqual(cell('s3.8', 'police'));
});

test('nothing is decided about who coordinates the plan beside their roles', () => {
  const change: Change = { kind: 'override', section: 's3.9', partner: 'town', level: 'none' };
  const after = applied(demoMatrix, change);
  expect(cell('s3.9', 'town', after)).toMatchObject({ level: 'write', overridden: false });
});

test('who does not coordinate is told no level but their own', () => {
  const reader = { ...demoMatrix, mayEdit: false };
  const own = { partner: 'police', rights: new Map([['s3.8', 'read' as const]]) };
  const cells = new Cells(demoTable, reader, own);
  expect(cells.at(rowAt('s3.8'), 'police')).toMatchObject({ own: ['executing'], level: 'read' });
  expect(cells.at(rowAt('s3.8'), 'town').level).toBeUndefined();
  expect(new Cells(demoTable, demoMatrix, own).at(rowAt('s3.8'), 'police').level).toBe('write');
});

test('every change can be taken back', () => {
  const changes: Change[] = [
    { kind: 'roles', partner: 'police', scope: 's3.8', roles: ['advising', 'referring'] },
    { kind: 'roles', partner: 'school', scope: 'plan', roles: ['advising'] },
    { kind: 'roles', partner: 'police', scope: 's3', roles: [] },
    { kind: 'visibility', section: 's3.9', hidden: true },
    { kind: 'override', section: 's3.9', partner: 'school', level: 'write' },
  ];
  for (const change of changes) {
    const back = inverseOf(demoMatrix, change);
    expect(holds(demoMatrix, change)).toBe(false);
    const after = applied(demoMatrix, change);
    expect(holds(after, change)).toBe(true);
    expect(holds(applied(after, back), back)).toBe(true);
    for (const other of changes) {
      expect(holds(applied(after, back), other)).toBe(false);
    }
  }
});

test('what the default table added can be taken back, cell by cell', () => {
  const after = applied(
    applied(demoMatrix, {
      kind: 'roles',
      partner: 'police',
      scope: 's3.8',
      roles: ['executing', 'advising'],
    }),
    { kind: 'roles', partner: 'school', scope: 's3.9', roles: ['signalling'] },
  );
  const back = rolesBack(after, demoMatrix);
  expect(back).toHaveLength(2);
  const before = back.reduce(applied, after);
  expect(rolesBack(before, demoMatrix)).toEqual([]);
});

test('roles are told apart by as few letters as it takes', () => {
  expect([...initialsOf(demoTable.roles).values()]).toEqual(['U', 'A', 'S', 'C', 'D']);
  const alike = [
    { id: 'a', label: 'Adviserend', level: 'comment', coordinates: false },
    { id: 'b', label: 'Afstemmend', level: 'comment', coordinates: false },
  ] as const;
  expect([...initialsOf(alike).values()]).toEqual(['AD', 'AF']);
});

test('who coordinates the plan is who has such a role on all of it', () => {
  expect(coordinatorsOf(demoTable, demoMatrix).map(({ name }) => name)).toEqual(['Gemeente']);
});

test('answers of another shape are refused', () => {
  expect(() => parseRoleTable({ items: [{ id: 'x' }] })).toThrow();
  expect(() => parseRoleMatrix({ ...demoMatrix, version: '1' })).toThrow('version');
  expect(parseRoleMatrix(JSON.parse(JSON.stringify(demoMatrix))).mayEdit).toBe(true);
  expect(() => parseMyPage({ plans: [{ id: 'p' }] })).toThrow();
});

test('when and by whom a section changed is read where it is known', () => {
  const section = {
    id: 's',
    key: '3.8',
    number: '3.8',
    title: 'T',
    roles: ['executing'],
    rights: 'write',
    changed: true,
    changedAt: '2026-11-25T12:00:00Z',
    changedBy: { partner: { name: 'GGD', badge: 'GG', colour: 1 } },
  };
  const page = (over: object) =>
    parseMyPage({ plans: [{ id: 'p', title: 'P', sections: [{ ...section, ...over }] }] })[0]
      ?.sections[0];
  expect(page({})).toMatchObject({
    changedAt: Date.UTC(2026, 10, 25, 12),
    changedBy: { name: 'GGD' },
  });
  expect(page({ changedAt: null, changedBy: null })).toMatchObject({ changed: true });
});
