import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, asApiError } from '../../api';
import { fetchText } from '../api';
import type { ReadSection } from './model';

export interface PlanText {
  /// As far as it has come.
  sections: readonly ReadSection[];
  /// There is no more to come.
  whole: boolean;
  failure: ApiError | undefined;
}

const nothing: PlanText = { sections: [], whole: false, failure: undefined };

/// The text of a plan, page after page; the first is shown while the next is asked for. `again`
/// asks for all of it and shows it once it is there.
export function useText(planId: string): { text: PlanText; again: () => void } {
  const [text, setText] = useState(nothing);
  const turn = useRef(0);
  const load = useCallback(
    async (fresh: boolean) => {
      turn.current++;
      const mine = turn.current;
      const isMine = () => turn.current === mine;
      if (fresh) {
        setText(nothing);
      }
      try {
        let sections: readonly ReadSection[] = [];
        let next: string | undefined;
        do {
          const page = await fetchText(planId, next);
          if (!isMine()) {
            return;
          }
          sections = [...sections, ...page.items];
          next = page.next;
          if (fresh || next === undefined) {
            setText({ sections, whole: next === undefined, failure: undefined });
          }
        } while (next !== undefined);
      } catch (cause) {
        if (isMine()) {
          // What can no longer be read must not stay on the screen.
          setText({ ...nothing, failure: asApiError(cause) });
        }
      }
    },
    [planId],
  );
  useEffect(() => {
    void load(true);
    return () => {
      turn.current++;
    };
  }, [load]);
  return { text, again: useCallback(() => void load(false), [load]) };
}
