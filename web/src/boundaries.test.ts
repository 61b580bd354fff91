import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/// What each folder may import from; arrows only downward. Slices never see each other.
const mayImport: Readonly<Record<string, readonly string[]>> = {
  base: [],
  api: ['base'],
  privacy: [],
  ui: ['base'],
  collab: ['base'],
  editor: ['base', 'api', 'ui', 'collab'],
  afterwards: ['base', 'api', 'privacy', 'ui', 'collab'],
  first: ['base', 'api', 'ui', 'editor'],
  asks: ['base', 'api', 'ui', 'collab', 'editor'],
  discussion: ['base', 'api', 'ui', 'collab', 'editor'],
  fillins: ['base', 'api', 'ui', 'collab', 'editor'],
  findings: ['base', 'privacy', 'api', 'ui', 'collab', 'editor'],
  history: ['base', 'api', 'ui', 'collab', 'editor'],
  identity: ['base', 'api', 'ui', 'collab', 'editor'],
  interviews: ['base', 'api', 'ui', 'collab'],
  notices: ['base', 'api', 'ui', 'collab'],
  partners: ['base', 'api', 'ui'],
  plan: ['base', 'api', 'ui', 'collab', 'editor'],
  roles: ['base', 'api', 'ui', 'collab'],
  suggestions: ['base', 'api', 'ui', 'collab', 'editor'],
  talk: ['base', 'api', 'ui', 'collab', 'editor'],
  topics: ['base', 'api', 'ui', 'collab'],
  shell: [
    'base',
    'api',
    'ui',
    'collab',
    'editor',
    'afterwards',
    'asks',
    'discussion',
    'fillins',
    'findings',
    'history',
    'identity',
    'interviews',
    'notices',
    'partners',
    'plan',
    'roles',
    'suggestions',
    'talk',
    'topics',
  ],
};

/// Seen from outside through their doors only: `index.ts`, `sheet.ts` for what comes with the
/// editor, and `en.ts` for the English texts.
const slices = [
  'afterwards',
  'asks',
  'discussion',
  'fillins',
  'findings',
  'history',
  'identity',
  'interviews',
  'notices',
  'partners',
  'plan',
  'roles',
  'suggestions',
  'talk',
  'topics',
];

const root = import.meta.dirname;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sourcesIn(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

function folderOf(path: string): string {
  return relative(root, path).split('/')[0] ?? '';
}

function importsOf(source: string): string[] {
  const found = source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)'(\.[^']*)'/g);
  return [...found].map((match) => match[1] ?? '');
}

/// The faults of one file's imports.
function faultsOf(path: string, source: string): string[] {
  const folder = folderOf(path);
  const allowed = mayImport[folder];
  return importsOf(source).flatMap((imported) => {
    const target = resolve(dirname(path), imported);
    const other = folderOf(target);
    if (other === folder || allowed === undefined) {
      return [];
    }
    const line = `${relative(root, path)} imports ${imported}`;
    if (!allowed.includes(other)) {
      return [`${line}: ${folder} must not know ${other}`];
    }
    const door = relative(join(root, other), target);
    return slices.includes(other) && !['', 'sheet', 'en'].includes(door)
      ? [`${line}: go through ${other}/index.ts`]
      : [];
  });
}

test('folders import downward only', () => {
  const files = sourcesIn(root).filter((path) => folderOf(path) in mayImport);
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap((path) => faultsOf(path, readFileSync(path, 'utf8')))).toEqual([]);
});

test('every folder has its line in the table', () => {
  const folders = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
  expect(folders.filter((name) => !(name in mayImport))).toEqual([]);
  expect(Object.keys(mayImport).filter((name) => !existsSync(join(root, name)))).toEqual([]);
});

test('the rule can fail', () => {
  const path = join(root, 'plan/view/Planted.tsx');
  expect(faultsOf(path, "import { Session } from '../../identity';")).toHaveLength(1);
  expect(faultsOf(path, "const page = import('../../shell/App');")).toHaveLength(1);
  const shell = join(root, 'shell/Planted.tsx');
  expect(faultsOf(shell, "import { summaryOf } from '../plan/saving';")).toHaveLength(1);
  expect(faultsOf(shell, "import { pathOf } from '../plan';")).toHaveLength(0);
});
