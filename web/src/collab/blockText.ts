import * as Y from 'yjs';

const inlineElements = new Set(['fillIn', 'footnote', 'crossReference', 'evidence', 'hardBreak']);

/// Elements that may hold paragraphs; the fragment itself is one too.
const containers = new Set([
  'blockquote',
  'example',
  'fillInBlock',
  'help',
  'listItem',
  'questions',
  'tableCell',
  'tableHeader',
]);

export function isContainer(type: Y.XmlFragment): boolean {
  return type instanceof Y.XmlElement ? containers.has(type.nodeName) : type._item === null;
}

/// The paragraph, heading or the like around a text: inline elements belong to their block.
export function blockOf(text: Y.XmlText): Y.XmlFragment | undefined {
  let parent: unknown = text.parent;
  while (parent instanceof Y.XmlElement && inlineElements.has(parent.nodeName)) {
    parent = parent.parent;
  }
  return parent instanceof Y.XmlFragment ? parent : undefined;
}

/// Calls back for every text of a block in order, those of inline elements too, dead ones also.
export function eachTextOf(block: Y.XmlFragment, callback: (text: Y.XmlText) => void): void {
  for (let item = block._start; item !== null; item = item.right) {
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : undefined;
    if (type instanceof Y.XmlText) {
      callback(type);
    } else if (type instanceof Y.XmlElement && inlineElements.has(type.nodeName)) {
      eachTextOf(type, callback);
    }
  }
}

/// Calls back for every element that holds text, dead ones also.
export function eachBlock(parent: Y.XmlFragment, callback: (block: Y.XmlFragment) => void): void {
  let holdsText = false;
  for (let item = parent._start; item !== null; item = item.right) {
    const type: unknown = item.content instanceof Y.ContentType ? item.content.type : undefined;
    if (type instanceof Y.XmlText) {
      holdsText = true;
    } else if (type instanceof Y.XmlElement) {
      if (inlineElements.has(type.nodeName)) {
        holdsText = true;
      } else {
        eachBlock(type, callback);
      }
    }
  }
  if (holdsText) {
    callback(parent);
  }
}

/// The words of a block; `sees` decides which items count.
export function wordsOf(block: Y.XmlFragment, sees: (item: Y.Item) => boolean): string {
  let words = '';
  eachTextOf(block, (text) => {
    for (let item = text._start; item !== null; item = item.right) {
      if (item.content instanceof Y.ContentString && sees(item)) {
        words += item.content.str;
      }
    }
  });
  return words;
}

export function isAlive(item: Y.Item): boolean {
  return !item.deleted;
}
