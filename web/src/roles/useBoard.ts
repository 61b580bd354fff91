import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type PlanEvent, usePlanEvents } from '../collab';
import { boardPort } from './api';
import { Board, type BoardState } from './board';

const ofThePlan: ReadonlySet<PlanEvent['kind']> = new Set(['joined', 'left', 'plan-changed']);

/// The matrix of a plan on this screen, kept up with what others choose.
export function useBoard(
  planId: string,
  connected: boolean,
  onPlanChanged: () => void,
): { board: Board; state: BoardState } {
  const board = useMemo(() => new Board(boardPort(planId)), [planId]);
  useEffect(() => board.refresh(), [board]);
  usePlanEvents(planId, connected, (event) => {
    if (event.kind === 'roles-changed') {
      // Who may not edit is told no version: it would count what they do not see.
      board.refresh(board.state().matrix?.mayEdit ? event.version : undefined);
    } else if (ofThePlan.has(event.kind)) {
      board.refresh();
      onPlanChanged();
    }
  });
  return { board, state: useSyncExternalStore(board.subscribe, board.state) };
}
