import { useSyncExternalStore } from 'react';
import { Button } from '../../ui';
import type { Board, BoardState } from '../board';
import { type Cells, type Change, holds, type Row } from '../matrix';
import type { Partner } from '../model';
import { deedText, noteText, type RoleWords } from '../words';
import type { CellFocus } from './cellFocus';

export interface FootProps {
  board: Board;
  state: BoardState;
  words: RoleWords;
  rows: ReadonlyMap<string, Row>;
  partners: ReadonlyMap<string, Partner>;
}

/// What the last deed was, and the way back from it. It stands at the edge and covers nothing.
export function Note({ board, state, words, rows, partners }: FootProps) {
  const { note, matrix } = state;
  const changes: readonly Change[] =
    note === undefined ? [] : note.kind === 'meanwhile' ? [note.change] : note.changes;
  const text =
    note === undefined ? '' : noteText(words, note, deedText(words, changes, rows, partners));
  const isOpen = matrix !== undefined && changes.some((change) => !holds(matrix, change));
  const again = () => {
    for (const change of changes) {
      board.change(change);
    }
  };
  return (
    <section
      className={`bt-note ${note === undefined || note.kind === 'done' ? '' : 'bt-note--worry'}`}
      aria-label={words.t('note.label')}
    >
      <p className="bt-note__text" role="status">
        {text}
      </p>
      {note !== undefined && note.kind !== 'done' && isOpen ? (
        <Button onClick={again}>
          {words.t(note.kind === 'meanwhile' ? 'note.anyway' : 'note.again')}
        </Button>
      ) : null}
      {state.mayUndo ? (
        <Button icon="undo" onClick={() => board.undo()}>
          {words.t('note.undo')}
        </Button>
      ) : null}
    </section>
  );
}

interface CellDetailProps {
  focus: CellFocus;
  cells: Cells;
  words: RoleWords;
  rows: ReadonlyMap<string, Row>;
  partners: ReadonlyMap<string, Partner>;
}

/// The cell one is at, in full words. Those who hear the page hear the cell itself.
export function CellDetail({ focus, cells, words, rows, partners }: CellDetailProps) {
  const cell = useSyncExternalStore(focus.subscribe, focus.cell);
  const row = rows.get(cell?.scope ?? '');
  const partner = partners.get(cell?.partner ?? '');
  return (
    <p className="bt-detail" aria-hidden="true">
      {row && partner
        ? words.cell(row, partner, cells.at(row, partner.id), (scope) => rows.get(scope))
        : words.t('legend.keys')}
    </p>
  );
}
