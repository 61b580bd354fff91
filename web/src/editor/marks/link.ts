import { Mark } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { safeHref } from '../../base/addresses';

export { safeHref } from '../../base/addresses';

/// A link. Opens with Ctrl or Cmd and a click, because a plain click places the caret.
export const SheetLink = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes() {
    return { href: { default: null } };
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = safeHref(element.getAttribute('href') ?? '');
          return href === undefined ? false : { href };
        },
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    const href = HTMLAttributes['href'] as unknown;
    const safe = typeof href === 'string' ? safeHref(href) : undefined;
    const rel = 'noopener noreferrer nofollow';
    return ['a', { href: safe ?? null, rel, class: 'utrecht-link' }, 0];
  },
  addCommands() {
    return {
      setLink:
        (text) =>
        ({ commands }) => {
          const href = safeHref(text);
          return href !== undefined && commands.setMark(this.name, { href });
        },
      unsetLink:
        () =>
        ({ commands }) =>
          commands.unsetMark(this.name, { extendEmptyMarkRange: true }),
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleClick: (_view, _position, event) => {
            const target = event.target instanceof Element ? event.target.closest('a[href]') : null;
            const href = safeHref(target?.getAttribute('href') ?? '');
            if (href === undefined || !(event.ctrlKey || event.metaKey)) {
              return false;
            }
            window.open(href, '_blank', 'noopener,noreferrer');
            return true;
          },
        },
      }),
    ];
  },
});

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    sheetLink: {
      /// Links the selection; false for an address that is not http, https or mailto.
      setLink: (href: string) => ReturnType;
      unsetLink: () => ReturnType;
    };
  }
}
