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
  const [undos, setUndos] = useState<readonly NonNullable<Step['undo']>[]>([]);
  const plan = own.version > given.version ? own : given;
  const latest = useRef(plan);
  if (plan.version >= latest.current.version) {
    latest.current = plan;
  }
  const known = useRef(given.version);
  useEffect(() => {
    if (given.version > known.current) {
      known.current = given.version;
      setUndos([]);
    }
  }, [given.version]);
  const queue = useRef(Promise.resolve());
  const waiting = useRef(0);
  const act = useCallback(
    (make: (plan: Plan) => Step | undefined) => {
      const run = async () => {
        waiting.current--;
        const before = latest.current;
        const step = make(before);
        if (step === undefined) {
          return;
        }
        try {
          const after = await step.send(before);
          latest.current = after;
          known.current = Math.max(known.current, after.version);
          setOwn(after);
          setFailure(undefined);
          setNote(step.said(after));
          const { undo } = step;
          if (undo && after.version > before.version) {
            setUndos((all) => [...all, undo]);
          }
        } catch (cause) {
          setNote('');
          setFailure(asApiError(cause));
          reload();
        }
      };
      if (waiting.current < WAITING_MAX) {
        waiting.current++;
        queue.current = queue.current.then(run);
      }
    },
    [reload],
  );
  const undo = useCallback(
    (said: string) => {
      const last = undos.at(-1);
      if (last !== undefined) {
        setUndos((all) => all.slice(0, -1));
        act(() => ({ send: last, said: () => said }));
      }
    },
    [undos, act],
  );
  return { plan, note, failure, mayUndo: undos.length > 0, act, undo };
}
