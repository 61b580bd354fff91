import { useEffect, useRef } from 'react';
import { currentConnection, onCurrentConnection } from './current';
import type { PlanEvent } from './planChannel';

/// Follows what happens to a plan while the component lives and `connected` is true.
export function usePlanEvents(
  planId: string,
  connected: boolean,
  onEvent: (event: PlanEvent) => void,
): void {
  const latest = useRef(onEvent);
  latest.current = onEvent;
  useEffect(() => {
    if (!connected) {
      return;
    }
    const watch = () => currentConnection()?.watchPlan(planId, (event) => latest.current(event));
    let end = watch();
    const endCurrent = onCurrentConnection(() => {
      end?.();
      end = watch();
    });
    return () => {
      end?.();
      endCurrent();
    };
  }, [planId, connected]);
}
