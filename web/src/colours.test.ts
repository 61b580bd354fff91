import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = import.meta.dirname;

/// The only places where a colour may be named: a municipality's theme is one file.
const themes = ['ui/theme.css', 'ui/themes/'];

const keywords =
  'black|white|red|green|blue|yellow|orange|purple|gray|grey|silver|navy|teal|pink|brown';
const named = new RegExp(`:[^;{]*\\b(?:${keywords})\\b(?!-)`, 'i');

function hasColour(line: string): boolean {
  return (
    /#[0-9a-f]{3,8}\b/i.test(line) ||
    /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i.test(line) ||
    named.test(line.replace(/var\([^)]*\)/g, '').replace(/--[\w-]+/g, ''))
  );
}

function stylesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? stylesIn(path) : name.endsWith('.css') ? [path] : [];
  });
}

const styles = stylesIn(root).map((path) => ({
  name: relative(root, path),
  text: readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
}));

test('only themes name colours', () => {
  const faults = styles
    .filter(({ name }) => !themes.some((theme) => name.startsWith(theme)))
    .flatMap(({ name, text }) =>
      text
        .split('\n')
        .filter(hasColour)
        .map((line) => `${name}: ${line.trim()}`),
    );
  expect(faults).toEqual([]);
});

test('the search for colours can find some', () => {
  expect(hasColour('  color: #fff;')).toBe(true);
  expect(hasColour('  background: rgb(0 0 0 / 5%);')).toBe(true);
  expect(hasColour('  border: 1px solid red;')).toBe(true);
  expect(hasColour('  color: var(--bt-accent);')).toBe(false);
});

test('every variable of ours that is used is defined in the theme', () => {
  const all = styles.map(({ text }) => text).join('\n');
  const defined = new Set([...all.matchAll(/(--bt-[\w-]+)\s*:/g)].map((match) => match[1]));
  const used = new Set([...all.matchAll(/var\(\s*(--bt-[\w-]+)\s*\)/g)].map((match) => match[1]));
  expect([...used].filter((name) => !defined.has(name))).toEqual([]);
});

/// Contrast between two colours of six digits. Source: WCAG 2.2, relative luminance.
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('letters on an organisation colour can be read, in light and in dark', () => {
  const theme = readFileSync(join(root, 'ui/theme.css'), 'utf8');
  const blocks = [...theme.matchAll(/--bt-partner-ink: (#\w{6});([^}]*)/g)];
  expect(blocks).toHaveLength(2);
  for (const [, ink = '', rest = ''] of blocks) {
    const colours = [...rest.matchAll(/--bt-partner-\d+: (#\w{6});/g)].map(
      (match) => match[1] ?? '',
    );
    expect(colours).toHaveLength(16);
    expect(colours.filter((colour) => contrast(ink, colour) < 4.5)).toEqual([]);
  }
});
