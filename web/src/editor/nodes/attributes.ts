import type { Attribute } from '@tiptap/core';

/// An attribute kept as text in `data-<name>` when text is copied.
export function textAttribute(name: string, fallback: string | null): Partial<Attribute> {
  return {
    default: fallback,
    parseHTML: (element) => element.getAttribute(`data-${name}`) ?? fallback,
    renderHTML: (attributes) => {
      const value = attributes[name] as unknown;
      return typeof value === 'string' ? { [`data-${name}`]: value } : {};
    },
  };
}

/// An attribute that is one of a few words; anything else becomes the first of them.
export function choiceAttribute(name: string, choices: readonly string[]): Partial<Attribute> {
  const [fallback = ''] = choices;
  return {
    ...textAttribute(name, fallback),
    parseHTML: (element) => {
      const value = element.getAttribute(`data-${name}`) ?? fallback;
      return choices.includes(value) ? value : fallback;
    },
  };
}

export function attributeText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
