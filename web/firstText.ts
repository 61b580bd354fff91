import type { Plugin, Rolldown } from 'vite';

const parts = [
  'src/first/',
  'src/api/parse.ts',
  'src/api/problem.ts',
  'src/api/request.ts',
  'src/api/tree.ts',
  'src/base/addresses.ts',
  'src/editor/stillSheet.ts',
  'src/editor/folds.ts',
  'src/editor/nodes/dom.ts',
  'src/editor/nodes/nl.ts',
  'src/editor/nodes/en.ts',
  'src/ui/look.ts',
  'src/editor/editor.css',
  'src/editor/marks.css',
  'src/editor/nodes.css',
  'src/editor/sheet.css',
  'src/editor/prosemirror.css',
];

/// What the first script is made of, and nothing else: the app takes what it shares from there.
export function isOfFirstText(id: string): boolean {
  return parts.some((part) => id.includes(`/${part}`));
}

const ours = /\s*<(?:script|link)[^>]*(?:src|href)="\/assets\/([^"]+)"[^>]*>(?:<\/script>)?/g;

/// Puts the script that shows a section's text (`src/first`) into the page in the place of the
/// app's, with the style of a sheet. That script starts the app; the page only has it fetched.
export function firstText(): Plugin {
  return {
    name: 'first-text',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const first = scriptOf(bundle);
        const all = new Set([...html.matchAll(ours)].map((found) => found[1] ?? ''));
        const files = [...all].filter((name) => name !== first);
        const styles = files.filter((name) => name.endsWith('.css'));
        const app = files.filter((name) => name.endsWith('.js'));
        const tags = [
          `<script type="module" async crossorigin src="/assets/${first}"></script>`,
          // The sheet's own style comes after that of all pages.
          ...styles
            .toSorted((one, other) => one.localeCompare(other))
            .map((name) => `<link rel="stylesheet" crossorigin href="/assets/${name}">`),
          ...fonts(bundle).map(
            (name) => `<link rel="preload" as="font" crossorigin href="/${name}">`,
          ),
          // Fetched meanwhile, but not read yet: that would take the processor from the text.
          ...app.map((name) => {
            const start = name.startsWith('app-') ? ` data-app data-next="${next(bundle)}"` : '';
            return `<link rel="preload" as="script" crossorigin${start} href="/assets/${name}">`;
          }),
        ];
        return html.replace(ours, '').replace(/\s*<\/head>/, `\n    ${tags.join('\n    ')}$&`);
      },
    },
  };
}

/// Those in which every text begins.
function fonts(bundle: Rolldown.OutputBundle): string[] {
  return Object.keys(bundle).filter((name) =>
    /fira-sans-latin-[46]00-normal-.*\.woff2$/.test(name),
  );
}

/// The scripts that a section needs after the app's.
function next(bundle: Rolldown.OutputBundle): string {
  return Object.values(bundle)
    .flatMap((part) => (part.type === 'chunk' && part.name === 'LivePlan' ? [part] : []))
    .flatMap(({ fileName, imports }) => [fileName, ...imports])
    .filter((name) => !/\/(?:app|first|rolldown-runtime)-/.test(name))
    .map((name) => `/${name}`)
    .join(' ');
}

/// The file without its entry, which is empty and which nobody asks for.
function scriptOf(bundle: Rolldown.OutputBundle): string {
  for (const part of Object.values(bundle)) {
    if (part.type === 'chunk' && part.name === 'first') {
      if (part.moduleIds.length === 0) {
        delete bundle[part.fileName];
      } else if (part.imports.length === 0) {
        return part.fileName.replace('assets/', '');
      }
    }
  }
  throw new Error('the first script must wait for no other');
}
