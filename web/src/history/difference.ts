import type { Block, HeldSection, PlanVersion, Run } from './model';

/// What is shown of a difference: a block, or how many blocks that are the same were left out.
export type Shown = { kind: 'block'; block: Block } | { kind: 'same'; blocks: readonly Block[] };

/// Blocks that stay on the page on each side of a change, so that one sees where it is.
const around = 1;

/// The blocks that say something, each with its neighbours; the others are gathered.
export function shownOf(blocks: readonly Block[]): readonly Shown[] {
  const near = blocks.map((_, place) =>
    blocks.slice(Math.max(0, place - around), place + around + 1).some(saysSomething),
  );
  const shown: Shown[] = [];
  let same: Block[] = [];
  const flush = () => {
    // One that is left out takes as much room as one that is not.
    if (same.length === 1 && same[0]) {
      shown.push({ kind: 'block', block: same[0] });
    } else if (same.length > 1) {
      shown.push({ kind: 'same', blocks: same });
    }
    same = [];
  };
  blocks.forEach((block, place) => {
    if (near[place]) {
      flush();
      shown.push({ kind: 'block', block });
    } else {
      same.push(block);
    }
  });
  flush();
  return shown;
}

export function saysSomething(block: Block): boolean {
  return block.change !== 'same';
}

/// Whether the authors of a run are to be said behind it: not where the next ones are theirs too.
export function endsTurn(run: Run, next: Run | undefined): boolean {
  return run.by.length > 0 && (next === undefined || next.by.join() !== run.by.join());
}

/// Words that came and that went.
export function countOf(blocks: readonly Block[]): { added: number; removed: number } {
  const count = { added: 0, removed: 0 };
  for (const block of blocks.filter((each) => !each.change.startsWith('moved'))) {
    for (const run of block.runs) {
      if (run.change === 'added' || run.change === 'removed') {
        count[run.change] += run.text
          .split(/\s+/)
          .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
      }
    }
  }
  return count;
}

/// A section that is not the same in two versions of a plan; `from` is absent where it came, `to`
/// where it went.
export interface Differing {
  key: string;
  number: string;
  title: string;
  from: HeldSection | undefined;
  to: HeldSection | undefined;
}

/// The sections that differ, in the order of the later version; those that went come last.
export function differingIn(from: PlanVersion, to: PlanVersion): readonly Differing[] {
  const had = new Map(from.sections.map((each) => [each.section, each]));
  const has = new Set(to.sections.map((each) => each.section));
  const came = to.sections
    .filter((each) => had.get(each.section)?.seq !== each.seq)
    .map((each) => ({ ...nameOf(each), from: had.get(each.section), to: each }));
  const went = from.sections
    .filter((each) => !has.has(each.section))
    .map((each) => ({ ...nameOf(each), from: each, to: undefined }));
  return [...came, ...went];
}

function nameOf({ key, number, title }: HeldSection) {
  return { key, number, title };
}
