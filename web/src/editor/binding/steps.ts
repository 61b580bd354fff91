import type { Node as PmNode } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';

interface Range {
  from: number;
  to: number;
  /// Same start, end in the new document.
  newFrom: number;
  newTo: number;
}

function sharedChildren(a: PmNode, b: PmNode): { left: number; right: number } {
  const shorter = Math.min(a.childCount, b.childCount);
  const same = (x: PmNode, y: PmNode) => x === y || x.eq(y);
  let left = 0;
  while (left < shorter && same(a.child(left), b.child(left))) {
    left++;
  }
  let right = 0;
  while (
    left + right < shorter &&
    same(a.child(a.childCount - 1 - right), b.child(b.childCount - 1 - right))
  ) {
    right++;
  }
  return { left, right };
}

function offset(node: PmNode, index: number): number {
  let sum = 0;
  for (let at = 0; at < index; at++) {
    sum += node.child(at).nodeSize;
  }
  return sum;
}

/// The ranges in which two documents differ, each as small as whole nodes and text allow.
function collect(a: PmNode, b: PmNode, from: number, newFrom: number, into: Range[]): void {
  if (a.inlineContent) {
    collectInline(a, b, from, newFrom, into);
    return;
  }
  const { left, right } = sharedChildren(a, b);
  const [countA, countB] = [a.childCount - left - right, b.childCount - left - right];
  const [startA, startB] = [from + offset(a, left), newFrom + offset(b, left)];
  if (countA === countB) {
    let [atA, atB] = [startA, startB];
    for (let index = left; index < left + countA; index++) {
      const [childA, childB] = [a.child(index), b.child(index)];
      if (childA.sameMarkup(childB) && !childA.isLeaf) {
        collect(childA, childB, atA + 1, atB + 1, into);
      } else if (childA !== childB && !childA.eq(childB)) {
        into.push({
          from: atA,
          to: atA + childA.nodeSize,
          newFrom: atB,
          newTo: atB + childB.nodeSize,
        });
      }
      atA += childA.nodeSize;
      atB += childB.nodeSize;
    }
    return;
  }
  into.push({
    from: startA,
    to: from + offset(a, a.childCount - right),
    newFrom: startB,
    newTo: newFrom + offset(b, b.childCount - right),
  });
}

function collectInline(a: PmNode, b: PmNode, from: number, newFrom: number, into: Range[]): void {
  const start = a.content.findDiffStart(b.content);
  const end = a.content.findDiffEnd(b.content);
  if (start === null || end === null) {
    return;
  }
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const range = {
    from: from + start,
    to: from + end.a + overlap,
    newFrom: newFrom + start,
    newTo: newFrom + end.b + overlap,
  };
  const flat =
    a.resolve(start).depth === 0 &&
    a.resolve(end.a + overlap).depth === 0 &&
    b.resolve(end.b + overlap).depth === 0;
  into.push(
    flat ? range : { from, to: from + a.content.size, newFrom, newTo: newFrom + b.content.size },
  );
}

/// Adds the steps that turn `tr.doc` into `target`. Only what differs is touched, so selections,
/// decorations and a running composition elsewhere stay as they are.
export function replaceDifferences(tr: Transaction, target: PmNode): void {
  const ranges: Range[] = [];
  collect(tr.doc, target, 0, 0, ranges);
  for (const range of ranges.reverse()) {
    const slice = target.slice(range.newFrom, range.newTo);
    const result = tr.maybeStep(new ReplaceStep(range.from, range.to, slice));
    if (result.failed !== null) {
      break;
    }
  }
  if (!tr.doc.eq(target)) {
    tr.step(new ReplaceStep(0, tr.doc.content.size, target.slice(0, target.content.size)));
  }
}
