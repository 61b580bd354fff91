import { Blockquote } from '@tiptap/extension-blockquote';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';

/// Plain blocks. Every content expression allows empty: a merge must never make a node invalid,
/// because an invalid node cannot be shown.
export const SheetDocument = Document.extend({ content: 'block*' });

export const SheetParagraph = Paragraph;

/// Level 1 is the section's own title, outside this text.
export const SheetHeading = Heading.configure({ levels: [2, 3, 4] }).extend({
  addAttributes() {
    return { level: { default: 2, rendered: false } };
  },
});

export const SheetBlockquote = Blockquote.extend({ content: 'block*' });

export const SheetBulletList = BulletList.extend({ content: 'listItem*' });

export const SheetOrderedList = OrderedList.extend({
  content: 'listItem*',
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1,
      },
    };
  },
});

export const SheetListItem = ListItem.extend({ content: 'block*' });

export const SheetRule = HorizontalRule;

export const SheetBreak = HardBreak;
