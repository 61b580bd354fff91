import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { editorKeys } from './editor/keys';
import { english as englishTexts } from './shell/english';
import { resources } from './shell/i18n';
import { shellKeys } from './shell/keyHelp';

const root = import.meta.dirname;

type Tree = { readonly [key: string]: string | Tree };

function leavesOf(tree: Tree, path = ''): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') {
      leaves.set(name, value);
    } else {
      for (const [inner, text] of leavesOf(value, name)) {
        leaves.set(inner, text);
      }
    }
  }
  return leaves;
}

function blanksOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? '').sort();
}

const dutch = leavesOf(resources.nl);
const english = leavesOf(englishTexts);

test('both languages say the same things', () => {
  expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  expect(dutch.size).toBeGreaterThan(100);
});

test('no text is empty, and both languages fill in the same blanks', () => {
  for (const [key, text] of dutch) {
    const other = english.get(key) ?? '';
    expect(text.trim(), key).not.toBe('');
    expect(other.trim(), key).not.toBe('');
    expect(blanksOf(other), key).toEqual(blanksOf(text));
  }
});

test('the interface speaks to "u"', () => {
  const informal = [...dutch].filter(([, text]) => /\b(je|jij|jou|jouw)\b/i.test(text));
  expect(informal).toEqual([]);
});

test('the list of keys has a text for each key', () => {
  for (const { textKey } of editorKeys) {
    expect(dutch.has(`editor.${textKey}`), textKey).toBe(true);
  }
  for (const { textKey } of shellKeys) {
    expect(dutch.has(`shell.${textKey}`), textKey).toBe(true);
  }
});

/// Words between tags, or in attributes that people hear or read.
function hardCodedIn(source: string): string[] {
  const code = source.replace(/\/\/.*$/gm, '').replace(/\/\*[\s\S]*?\*\//g, '');
  const between = code.matchAll(
    /<\/?[a-zA-Z][^<>{}]*>\s*([^<>{}=;()]*[A-Za-zÀ-ÿ]{2}[^<>{}=;()]*)</g,
  );
  const attributes = code.matchAll(
    /\s(?:aria-label|title|placeholder|alt|label|legend|closeLabel)="([^"]*[A-Za-z][^"]*)"/g,
  );
  return [...between, ...attributes].map((match) => (match[1] ?? '').trim());
}

function viewsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory()
      ? viewsIn(path)
      : name.endsWith('.tsx') && !name.includes('.test.')
        ? [path]
        : [];
  });
}

test('no view has words of its own', () => {
  const faults = viewsIn(root).flatMap((path) =>
    hardCodedIn(readFileSync(path, 'utf8')).map((words) => `${relative(root, path)}: ${words}`),
  );
  expect(faults).toEqual([]);
});

test('the search for words can find some', () => {
  expect(hardCodedIn('<p>Opslaan is gelukt</p>')).toEqual(['Opslaan is gelukt']);
  expect(hardCodedIn('<b>\n  Opgeslagen\n</b>')).toEqual(['Opgeslagen']);
  expect(hardCodedIn('<nav aria-label="Kop">{t(x)}</nav>')).toEqual(['Kop']);
  expect(hardCodedIn("<p>{t('save.saved')}</p>")).toEqual([]);
});
