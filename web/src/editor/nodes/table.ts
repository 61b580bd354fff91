import type { Attributes } from '@tiptap/core';
import { createTable, Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { columnResizing, fixTables, tableEditing } from '@tiptap/pm/tables';

function spanOf(element: HTMLElement, name: string): number {
  const span = Number.parseInt(element.getAttribute(name) ?? '1', 10);
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1;
}

function widthsOf(element: HTMLElement): number[] | null {
  const text = element.getAttribute('data-colwidth') ?? element.getAttribute('colwidth');
  const widths = (text ?? '').split(',').map((part) => Number.parseInt(part, 10));
  return text !== null && widths.every(Number.isFinite) ? widths : null;
}

/// Numbers and names in cells must not be "corrected" by a phone.
const cellHabits = { autocorrect: 'off' };

function cellAttributes(): Attributes {
  return {
    colspan: { default: 1, parseHTML: (element) => spanOf(element, 'colspan') },
    rowspan: { default: 1, parseHTML: (element) => spanOf(element, 'rowspan') },
    colwidth: {
      default: null,
      parseHTML: widthsOf,
      renderHTML: (attributes) => {
        const widths = attributes['colwidth'] as unknown;
        return Array.isArray(widths) ? { 'data-colwidth': widths.join(',') } : {};
      },
    },
  };
}

/// prosemirror-tables' editing without its repair after every change. Repairing what a merge left
/// ragged would make every reader write at once, and their repairs would again be ragged together.
/// The table commands repair first, for the one person who runs them (`repairTables`).
function quietTableEditing(): Plugin {
  const plugin = tableEditing();
  const normalize = plugin.spec.appendTransaction;
  return new Plugin({
    ...plugin.spec,
    appendTransaction: (transactions, _before, state) =>
      normalize?.call(plugin, transactions, state, state),
  });
}

export const SheetTable = Table.extend({
  content: 'tableRow*',
  addCommands() {
    const commands = this.parent?.() ?? {};
    return {
      ...commands,
      // Where cells may be empty, Tiptap makes them so, and leaves the caret beside the table.
      insertTable:
        ({ rows = 3, cols = 3, withHeaderRow = true } = {}) =>
        ({ tr, dispatch, editor }) => {
          const paragraph = editor.schema.nodes['paragraph']?.create();
          const table = createTable(editor.schema, rows, cols, withHeaderRow, paragraph);
          if (dispatch !== undefined) {
            const inside = tr.selection.from + 1;
            tr.replaceSelectionWith(table);
            tr.setSelection(TextSelection.near(tr.doc.resolve(inside))).scrollIntoView();
          }
          return true;
        },
      repairTables:
        () =>
        ({ state, dispatch }) => {
          const repair = fixTables(state);
          if (repair !== undefined) {
            dispatch?.(repair);
          }
          return true;
        },
    };
  },
  addProseMirrorPlugins() {
    return this.options.resizable && this.editor.isEditable
      ? [columnResizing({}), quietTableEditing()]
      : [quietTableEditing()];
  },
}).configure({ resizable: false, renderWrapper: true });

export const SheetTableRow = TableRow.extend({ content: '(tableCell | tableHeader)*' });
export const SheetTableCell = TableCell.extend({
  content: 'block*',
  addAttributes: cellAttributes,
}).configure({ HTMLAttributes: cellHabits });
export const SheetTableHeader = TableHeader.extend({
  content: 'block*',
  addAttributes: cellAttributes,
}).configure({ HTMLAttributes: cellHabits });

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    tableRepair: {
      /// Makes every table a rectangle again, after merges left rows of different length.
      repairTables: () => ReturnType;
    };
  }
}
