import './first.css';
import { wasFolded } from '../editor/folds';
import { make } from '../editor/nodes/dom';
import type { nodesNl } from '../editor/nodes/nl';
import { stillSheet } from '../editor/stillSheet';
import type { SheetText } from './sheetText';

/// More than the tallest screen shows at once.
const screenfulChars = 4000;

/// A page with the text in the place where the app will show it: same frame, same sheet, and room
/// for what comes around the text later. Nothing in it can be reached but by the eye. It begins
/// with as much as a screen holds, which is sooner laid out; `complete` adds the rest.
export function pageOf(
  shown: SheetText,
  words: typeof nodesNl,
  panelOpen: boolean,
): { page: HTMLElement; complete: () => void } {
  const { number, title } = shown;
  const heading = make('h1', { class: 'nl-heading nl-heading--level-2 bt-heading' });
  if (number !== '') {
    heading.append(make('span', { class: 'bt-paper__number' }, `${number} `));
  }
  heading.append(title);
  const sheet = stillSheet(shown.text, {
    words,
    mayWrite: shown.mayWrite,
    isFolded: wasFolded(shown.reader),
    sectionOf: (key) => shown.sections.find((section) => section.key === key),
  });
  const rest = beyond(sheet);
  const paper = make(
    'article',
    { class: 'bt-paper' },
    make(
      'div',
      { class: 'bt-paper__head' },
      make('p', { class: 'bt-paper__part' }, shown.above),
      heading,
      make('div', { class: 'bt-paper__facts bt-first__facts' }),
    ),
    make(
      'div',
      { class: 'bt-editor' },
      ...(shown.mayWrite ? [tools()] : []),
      make('div', { class: 'bt-editor__place' }, sheet),
    ),
  );
  const page = make(
    'div',
    { class: 'bt-frame bt-frame--outline bt-frame--bar bt-frame--side', id: 'first' },
    part('bt-header'),
    part('bt-frame__outline'),
    make('div', { class: 'bt-frame__main' }, paper),
    make(
      'div',
      { class: 'bt-frame__side' },
      part(panelOpen ? 'bt-first__side bt-first__side--open' : 'bt-first__side'),
    ),
    part('bt-bar'),
  );
  page.inert = true;
  page.ariaHidden = 'true';
  return { page, complete: () => sheet.append(...rest) };
}

/// Takes what no screen shows at first from the sheet.
function beyond(sheet: HTMLElement): readonly Element[] {
  let length = 0;
  const rest = [...sheet.children].filter((block) => {
    const fits = length < screenfulChars;
    length += block.textContent.length;
    return !fits;
  });
  for (const block of rest) {
    block.remove();
  }
  return rest;
}

function part(name: string): HTMLElement {
  return make('div', { class: name });
}

/// As high as the bar of an editor.
function tools(): HTMLElement {
  return make(
    'div',
    { class: 'bt-editor__tools' },
    make('div', { class: 'bt-toolbar' }, part('bt-tool')),
  );
}
