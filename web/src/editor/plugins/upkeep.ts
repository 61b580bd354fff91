import { Extension } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { randomId } from '../../base/ids';
import { isFromYjs } from '../binding/plugin';
import { settleFillIns } from '../nodes/fillIn';

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

/// The smallest range of the new document that the transactions touched, or undefined.
function changedRange(transactions: readonly Transaction[]): [number, number] | undefined {
  let range: [number, number] | undefined;
  for (const tr of transactions) {
    if (range !== undefined) {
      range = [tr.mapping.map(range[0], -1), tr.mapping.map(range[1], 1)];
    }
    tr.mapping.maps.forEach((map, index) => {
      map.forEach((_from, _to, newFrom, newTo) => {
        const rest = tr.mapping.slice(index + 1);
        const [from, to] = [rest.map(newFrom, -1), rest.map(newTo, 1)];
        range =
          range === undefined ? [from, to] : [Math.min(range[0], from), Math.max(range[1], to)];
      });
    });
    tr.steps.forEach((step, index) => {
      const position = (step.toJSON() as { stepType: string; pos?: number }).pos;
      if (position !== undefined) {
        const at = tr.mapping.slice(index).map(position);
        range = range === undefined ? [at, at] : [Math.min(range[0], at), Math.max(range[1], at)];
      }
    });
  }
  return range;
}

/// Gives every copy its own id: the node that stood at the old place keeps it.
function separateIds(tr: Transaction, before: PmNode, transactions: readonly Transaction[]): void {
  const places = new Map<string, number[]>();
  tr.doc.descendants((node, position) => {
    const id = node.attrs['id'] as unknown;
    if (typeof id === 'string') {
      places.set(id, [...(places.get(id) ?? []), position]);
    }
  });
  for (const [id, positions] of places) {
    if (positions.length > 1) {
      const home = oldHome(id, before, transactions);
      const keep = home !== undefined && positions.includes(home) ? home : positions[0];
      for (const position of positions.filter((one) => one !== keep)) {
        tr.setNodeAttribute(position, 'id', randomId());
      }
    }
  }
}

function oldHome(
  id: string,
  before: PmNode,
  transactions: readonly Transaction[],
): number | undefined {
  let home: number | undefined;
  before.descendants((node, position) => {
    if (node.attrs['id'] === id) {
      home ??= position;
    }
    return home === undefined;
  });
  return home === undefined
    ? undefined
    : transactions.reduce((position, tr) => tr.mapping.map(position, 1), home);
}

/// A container without a paragraph has no place for the caret: put one in, last first.
function fillContainers(tr: Transaction, from: number, to: number): void {
  const paragraph = tr.doc.type.schema.nodes['paragraph'];
  const empty: number[] = [];
  const end = Math.min(to, tr.doc.content.size);
  tr.doc.nodesBetween(Math.max(0, from), end, (node, position) => {
    if (node.childCount === 0 && containers.has(node.type.name)) {
      empty.push(position + 1);
    }
  });
  if (paragraph !== undefined) {
    for (const position of empty.reverse()) {
      tr.insert(position, paragraph.create());
    }
  }
}

/// Keeps what a person's own change leaves behind in order: ids unique, containers typeable,
/// fill-ins marked open or filled. Never acts on somebody else's change: if every reader tidied
/// the same thing, they would all write at once.
export const Upkeep = Extension.create({
  name: 'upkeep',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, before, state) => {
          const own = transactions.some((tr) => tr.docChanged) && !transactions.some(isFromYjs);
          const range = own ? changedRange(transactions) : undefined;
          if (range === undefined) {
            return null;
          }
          const tr = state.tr;
          separateIds(tr, before.doc, transactions);
          settleFillIns(tr, Math.max(0, range[0] - 1), Math.min(range[1] + 1, tr.doc.content.size));
          fillContainers(tr, range[0] - 1, range[1] + 1);
          return tr.docChanged ? tr : null;
        },
        props: {
          handleClickOn: (view, _position, node, at, _event, direct) => {
            if (
              !direct ||
              !view.editable ||
              node.childCount > 0 ||
              !containers.has(node.type.name)
            ) {
              return false;
            }
            const tr = view.state.tr;
            fillContainers(tr, at, at + node.nodeSize);
            view.dispatch(tr);
            return false;
          },
          handleDOMEvents: {
            focus: (view) => {
              const paragraph = view.state.schema.nodes['paragraph'];
              if (view.editable && view.state.doc.childCount === 0 && paragraph !== undefined) {
                view.dispatch(view.state.tr.insert(0, paragraph.create()));
              }
              return false;
            },
          },
        },
      }),
    ];
  },
});
