import { askAhead } from '../api/request';
import { make } from '../editor/nodes/dom';
import { nodesEn } from '../editor/nodes/en';
import { nodesNl } from '../editor/nodes/nl';
import { applyLook, stored, storedLook } from '../ui/look';
import { textPathOf } from './address';
import { handOver, isWaiting } from './handOver';
import { pageOf } from './page';
import { parseSheetText, type SheetText } from './sheetText';

/// So long the app waits for the text of a section to be shown before it starts.
const headStartMs = 400;
/// Longer than a frame takes from the page to the screen, where the browser does not say.
const frameMs = 150;

const app = document.querySelector<HTMLLinkElement>('link[data-app]');
applyLook(storedLook());
void start(textPathOf(location.pathname));

/// The text first, where the address is a section's, then the app. Nothing may wait for this module
/// to end: the app itself imports from it.
async function start(path: string | undefined): Promise<void> {
  if (path !== undefined) {
    await Promise.race([show(path), new Promise((resolve) => setTimeout(resolve, headStartMs))]);
  }
  if (app !== null) {
    await import(/* @vite-ignore */ app.href);
  }
}

/// Shows the text, and resolves when it is painted, or will not be.
async function show(where: string): Promise<void> {
  const shown = await fetchText(where);
  if (document.readyState === 'loading') {
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  }
  const root = document.getElementById('root');
  if (shown === undefined || root === null || !isWaiting(root)) {
    return;
  }
  const words = stored('beleidstafel.language') === 'en' ? nodesEn : nodesNl;
  const panelOpen = new URLSearchParams(location.search).has('paneel');
  const { page, complete } = pageOf(shown, words, panelOpen);
  root.before(page);
  document.title = `${shown.number} ${shown.title}`.trim();
  handOver(page, root);
  await painted();
  prepareApp(where);
  complete();
}

/// Asks at once for what the app would ask for one after the other.
function prepareApp(where: string): void {
  askAhead('/v1/session');
  askAhead(where.replace(/\/sections\/.*/, ''));
  for (const script of app?.dataset['next']?.split(' ') ?? []) {
    document.head.append(make('link', { rel: 'modulepreload', crossorigin: '', href: script }));
  }
}

/// Undefined where there is none for this reader: the app says why.
async function fetchText(where: string): Promise<SheetText | undefined> {
  try {
    // As the page's header asks for it, so that the browser takes that answer.
    const answer = await fetch(where);
    return answer.ok ? parseSheetText(await answer.json()) : undefined;
  } catch {
    return undefined;
  }
}

/// Resolves when what is on the page is on the screen: what the processor does before would make
/// that later.
function painted(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) {
        resolve();
      }
    });
    observer.observe({ type: 'paint' });
    requestAnimationFrame(() => setTimeout(resolve, frameMs));
  });
}
