import { wordFootnotes } from './wordFootnotes';
import { wordLists } from './wordLists';

const gone = [
  'script',
  'style',
  'meta',
  'link',
  'title',
  'xml',
  'object',
  'embed',
  'iframe',
  'form',
  'input',
  'button',
  'template',
  'noscript',
  'svg',
  'math',
  'del',
  '[style*="mso-element:comment"]',
  '[style*="mso-element: comment"]',
  '[style*="display:none"]',
  '[style*="mso-hide:all"]',
  '.MsoCommentReference',
  '.msocomanchor',
  '.msocomtxt',
].join(',');

const unwrapped = ['ins', 'font', 'o\\:p', 'st1\\:*', 'center', 'u1\\:p'];

/// Pasted HTML made fit for the sheet: real lists and headings out of Word's paragraphs, notes out
/// of its footnotes, what was deleted or commented left out, nothing that could run. Fonts and
/// colours fall away because the schema has no place for them. HTML of our own sheet passes as is.
export function cleanHtml(html: string): string {
  if (html.includes('data-pm-slice')) {
    return html;
  }
  // What Word puts in conditional comments is markup to the parser only after this.
  const words = html
    .replace(/<!--\[if !supportLists\]-->([\s\S]*?)<!--\[endif\]-->/gi, '<s data-marker>$1</s>')
    .replace(/<!\[if !supportLists\]>([\s\S]*?)<!\[endif\]>/gi, '<s data-marker>$1</s>')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[[\s\S]*?\]>/g, '');
  const { body } = new DOMParser().parseFromString(words, 'text/html');
  wordFootnotes(body);
  for (const element of body.querySelectorAll(gone)) {
    element.remove();
  }
  unwrapForeign(body);
  wordLists(body);
  headings(body);
  for (const marker of body.querySelectorAll('s[data-marker]')) {
    marker.remove();
  }
  stripAttributes(body);
  emptyParagraphs(body);
  return body.innerHTML;
}

function unwrapForeign(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll('*')]) {
    const name = element.localName;
    if (unwrapped.includes(name) || name.includes(':')) {
      const blank = name === 'o:p' && (element.textContent ?? '').trim() === '';
      element.replaceWith(...(blank ? [] : element.childNodes));
    }
  }
}

function rename(element: Element, name: string): void {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/// The section's title is level 1, so a pasted text begins at 2 and ends at 4.
function headings(body: HTMLElement): void {
  for (const title of body.querySelectorAll('p.MsoTitle, p.MsoSubtitle')) {
    rename(title, title.classList.contains('MsoTitle') ? 'h2' : 'h3');
  }
  for (const heading of body.querySelectorAll('h1, h5, h6')) {
    rename(heading, heading.localName === 'h1' ? 'h2' : 'h4');
  }
}

const kept = new Set(['href', 'colspan', 'rowspan', 'start', 'src', 'alt', 'data-bt']);

function stripAttributes(body: HTMLElement): void {
  for (const element of body.querySelectorAll<HTMLElement>('*')) {
    const { fontWeight, fontStyle, textDecorationLine, verticalAlign } = element.style;
    for (const { name } of [...element.attributes]) {
      if (!kept.has(name) && !name.startsWith('data-')) {
        element.removeAttribute(name);
      }
    }
    // Marks that Word and others write as style only.
    if (element.localName === 'span' || element.localName === 'b') {
      element.style.fontWeight = fontWeight;
      element.style.fontStyle = fontStyle;
      element.style.textDecorationLine = textDecorationLine;
      element.style.verticalAlign = /^(super|sub)$/.test(verticalAlign) ? verticalAlign : '';
    }
    if (element.getAttribute('style') === '') {
      element.removeAttribute('style');
    }
  }
}

/// Word separates paragraphs by empty ones; the sheet has space between them by itself.
function emptyParagraphs(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll('p')) {
    const blank = (paragraph.textContent ?? '').replaceAll('\u00a0', ' ').trim() === '';
    const only = paragraph.parentElement?.matches('td, th') === true;
    if (blank && !only && paragraph.querySelector('img, [data-bt]') === null) {
      paragraph.remove();
    }
  }
}
