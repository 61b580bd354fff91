import { useCallback, useEffect, useRef, useState } from 'react';
import { type ApiError, asApiError } from '../../api';
import type { Plan } from '../model';

/// One change of the outline, and how it is said and undone.
export interface Step {
  send: (plan: Plan) => Promise<Plan>;
  /// What it came to, in a sentence.
  said: (after: Plan) => string;
  /// Absent where nothing is to be undone.
  undo?: ((plan: Plan) => Promise<Plan>) | undefined;
}

export interface OutlineEdit {
  /// As it is after all changes that were answered.
  plan: Plan;
  /// What the last change came to.
  note: string;
  failure: ApiError | undefined;
  mayUndo: boolean;
  /// Makes a change, after those that are under way; `make` sees the plan as it is by then.
  act: (make: (plan: Plan) => Step | undefined) => void;
  undo: (said: string) => void;
}

const WAITING_MAX = 20;

/// The outline and the changes that one makes to it, one after the other. What somebody else
/// changed meanwhile ends what can be undone.
export function useOutlineEdit(given: Plan, reload: () => void): OutlineEdit {
  const [own, setOwn] = useState(given);
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<ApiError>();
  const [mayUndo, setMayUndo] = useState(false);
  const undos = useRef<NonNullable<Step['undo']>[]>([]);
  const plan = own.version > given.version ? own : given;
  const latest = useRef(plan);
  if (plan.version >= latest.current.version) {
    latest.current = plan;
  }
  // The newest version there is, and the newest that is known to be made here.
  const seen = useRef(given.version);
  seen.current = given.version;
  const made = useRef(given.version);
  const waiting = useRef(0);
  const queue = useRef(Promise.resolve());
  const forgetOthers = useCallback(() => {
    // While a change is under way the newer version may be its own.
    if (waiting.current === 0 && seen.current > made.current) {
      made.current = seen.current;
      undos.current = [];
    }
    setMayUndo(undos.current.length > 0);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks at each new version.
  useEffect(forgetOthers, [given.version, forgetOthers]);
  const act = useCallback(
    (make: (plan: Plan) => Step | undefined) => {
      const run = async () => {
        const before = latest.current;
        const step = make(before);
        try {
          const after = (await step?.send(before)) ?? before;
          latest.current = after;
          made.current = Math.max(made.current, after.version);
          setOwn(after);
          setFailure(undefined);
          setNote(step?.said(after) ?? '');
          if (step?.undo && after.version > before.version) {
            undos.current.push(step.undo);
          }
        } catch (cause) {
          setNote('');
          setFailure(asApiError(cause));
          reload();
        }
        waiting.current--;
        forgetOthers();
      };
      if (waiting.current < WAITING_MAX) {
        waiting.current++;
        queue.current = queue.current.then(run);
      }
    },
    [reload, forgetOthers],
  );
  const undo = useCallback(
    (said: string) => {
      const last = undos.current.pop();
      if (last !== undefined) {
        act(() => ({ send: last, said: () => said }));
      }
    },
    [act],
  );
  return { plan, note, failure, mayUndo, act, undo };
}
