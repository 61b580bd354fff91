import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { usePlanEvents } from '../collab';
import { boardPort } from './api';
import { Board, type BoardState } from './board';

/// The matrix of a plan on this screen, kept up with what others choose.
export function useBoard(
  planId: string,
  connected: boolean,
  onPlanChanged: () => void,
): { board: Board; state: BoardState } {
  const board = useMemo(() => new Board(boardPort(planId)), [planId]);
  useEffect(() => board.refresh(), [board]);
  usePlanEvents(planId, connected, (event) => {
    switch (event.kind) {
      case 'roles-changed':
        board.refresh(event.version);
        break;
      case 'joined':
      case 'left':
      case 'plan-changed':
        board.refresh();
        onPlanChanged();
        break;
    }
  });
  return { board, state: useSyncExternalStore(board.subscribe, board.state) };
}
