import type { FoldMemory } from './nodes/box';

const countMax = 2000;

function keyOf(memberId: string): string {
  return `beleidstafel/folds/${memberId}`;
}

function read(key: string): Map<string, boolean> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
    return new Map(entries.map(([id, folded]) => [id, folded === true]));
  } catch {
    return new Map();
  }
}

/// Whether this reader left a box folded, as far as this browser knows; remembers nothing.
export function wasFolded(memberId: string): (id: string) => boolean {
  const before = read(keyOf(memberId));
  return (id) => before.get(id) ?? false;
}

/// Boxes are open at the first visit and folded at later ones, until the reader says otherwise.
export function foldsOf(memberId: string): FoldMemory {
  const key = keyOf(memberId);
  const before = read(key);
  const now = new Map(before);
  const store = () => {
    try {
      const entries = [...now].slice(-countMax);
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(entries)));
    } catch {
      // Without storage every visit is the first one.
    }
  };
  return {
    isFolded: (id) => {
      if (id !== '' && !now.has(id)) {
        now.set(id, true);
        store();
      }
      return before.get(id) ?? false;
    },
    remember: (id, folded) => {
      before.set(id, folded);
      now.set(id, folded);
      store();
    },
  };
}
