import type { Plugin } from 'vite';

const declaration = /(--[\w-]+)\s*:((?:[^;{}"']|"[^"]*"|'[^']*')*)(?:;|(?=\}))/g;
const use = /var\(\s*(--[\w-]+)/g;

/// The style sheets without the custom properties that nothing reads, or only what nothing reads.
export function withoutUnused(
  sheets: readonly string[],
  isKnown: (name: string) => boolean,
): string[] {
  const used = new Set(sheets.flatMap((css) => [...css.matchAll(use)].map((found) => found[1])));
  const rest = sheets.map((css) =>
    css.replace(declaration, (whole, name: string) =>
      used.has(name) || isKnown(name) ? whole : '',
    ),
  );
  return rest.every((css, place) => css === sheets[place]) ? rest : withoutUnused(rest, isKnown);
}

/// The theme names some three thousand tokens and the product reads one in eight. The browser
/// carries them all through its first style, before it shows anything.
export function usedPropertiesOnly(): Plugin {
  return {
    name: 'used-properties-only',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const parts = Object.values(bundle);
      const scripts = parts
        .flatMap((part) => (part.type === 'chunk' ? [part.code] : []))
        .join('\n');
      const styles = parts.flatMap((part) =>
        part.type === 'asset' && part.fileName.endsWith('.css') ? [part] : [],
      );
      const text = styles.map(({ source }) =>
        typeof source === 'string' ? source : new TextDecoder().decode(source),
      );
      const lean = withoutUnused(text, (name) => scripts.includes(name));
      for (const [place, style] of styles.entries()) {
        style.source = lean[place] ?? style.source;
      }
    },
  };
}
