import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import { PartnerMark } from '../../ui';
import type { Cell, Cells, Change, Row } from '../matrix';
import type { Level, Partner, RoleMatrix, RoleTable } from '../model';
import type { RoleWords } from '../words';
import type { CellFocus } from './cellFocus';
import { MatrixRow } from './MatrixRow';
import { placeOf, useGrid } from './useGrid';

export interface MatrixProps {
  table: RoleTable;
  matrix: RoleMatrix;
  cells: Cells;
  rows: readonly Row[];
  words: RoleWords;
  pathOf: (row: Row) => string;
  focus: CellFocus;
  onChange: (change: Change) => void;
  onUndo: () => void;
}

/// From so many rows before the end on, a panel opens upward.
const LOW_ROWS = 6;
/// The columns of a row before the partners': its name and who may see it.
const FIRST_COLUMNS = 2;

/// Roles as a table: rows are the plan, its parts and its sections, columns are partners. Who may
/// edit walks through it with the arrows.
export function Matrix(props: MatrixProps) {
  const { table, matrix, cells, rows, words, onChange } = props;
  const latest = useRef(cells);
  latest.current = cells;
  const byScope = useMemo(() => new Map(rows.map((row) => [row.scope, row])), [rows]);
  const above = useCallback((scope: string) => byScope.get(scope), [byScope]);
  const follows = useCallback(
    (row: Row, partner: string) => followsIn(latest.current, row, partner),
    [],
  );
  const { open, close, handlers, grid } = useOpenCell(props);
  const many = matrix.partners.length > 12 ? 'bt-matrix--many' : '';
  return (
    <div className="bt-matrix__scroll" data-bt-scroll="">
      <table
        ref={grid}
        className={`bt-matrix ${many}`}
        role={matrix.mayEdit ? 'grid' : undefined}
        aria-label={words.t('grid.label')}
        {...(matrix.mayEdit ? handlers : {})}
      >
        <Head partners={matrix.partners} words={words} editable={matrix.mayEdit} />
        <tbody>
          {rows.map((row, index) => {
            const mine = matrix.partners.map((partner) => cells.at(row, partner.id));
            return (
              <MatrixRow
                key={row.scope}
                row={row}
                index={index}
                isLow={index > LOW_ROWS && index >= rows.length - LOW_ROWS}
                path={props.pathOf(row)}
                partners={matrix.partners}
                cells={mine}
                cellsKey={mine.map(keyOf).join('|')}
                hidden={cells.isHidden(row.scope)}
                editable={matrix.mayEdit}
                openPartner={open?.scope === row.scope ? open.partner : undefined}
                table={table}
                words={words}
                above={above}
                follows={follows}
                onChange={onChange}
                onClose={close}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/// What would follow from the roles alone; absent for who coordinates the plan.
export function followsIn(cells: Cells, row: Row, partner: string): Level | undefined {
  return cells.leads(partner) ? undefined : cells.follows(row, partner);
}

function keyOf({ own, inherited, level, overridden }: Cell): string {
  const from = inherited.map((each) => `${each.role}@${each.from}`);
  return `${own.join(' ')};${from.join(' ')};${level};${overridden}`;
}

interface HeadProps {
  partners: readonly Partner[];
  words: RoleWords;
  editable: boolean;
}

function Head({ partners, words, editable }: HeadProps) {
  const { t } = words;
  return (
    <thead>
      <tr>
        <th scope="col" className="bt-matrix__name bt-matrix__corner">
          {t('grid.row')}
        </th>
        {editable ? (
          <th scope="col" className="bt-matrix__sight">
            {t('grid.visibility')}
          </th>
        ) : null}
        {partners.map((partner) => (
          <th key={partner.id} scope="col" className="bt-matrix__partner" title={partner.kindLabel}>
            <PartnerMark badge={partner.badge} colour={partner.colour} />
            <span className="bt-matrix__partner-name" lang="nl">
              {partner.name}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/// Which cell's panel is open, and what keys and clicks do in the grid.
function useOpenCell({ matrix, rows, onChange, onUndo, focus }: MatrixProps) {
  const [open, setOpen] = useState<{ scope: string; partner: string }>();
  const last = { row: rows.length - 1, column: matrix.partners.length + FIRST_COLUMNS - 1 };
  const { grid, onKeyDown, onFocus, goTo } = useGrid(last);
  const now = useRef({ matrix, rows, open });
  now.current = { matrix, rows, open };
  const close = useCallback(
    (back: boolean) => {
      const { matrix, rows, open } = now.current;
      setOpen(undefined);
      if (back && open !== undefined) {
        goTo({
          row: rows.findIndex((row) => row.scope === open.scope),
          column: matrix.partners.findIndex(({ id }) => id === open.partner) + FIRST_COLUMNS,
        });
      }
    },
    [goTo],
  );
  const act = (target: Element): boolean => {
    const place = placeOf(target);
    const row = rows[place?.row ?? -1];
    const partner = matrix.partners[(place?.column ?? 0) - FIRST_COLUMNS];
    if (row === undefined || place?.column === 0) {
      return false;
    }
    if (partner !== undefined) {
      setOpen({ scope: row.scope, partner: partner.id });
    } else if (row.kind !== 'plan') {
      const section = matrix.sections.find(({ id }) => id === row.scope);
      onChange({ kind: 'visibility', section: row.scope, hidden: section?.hidden !== true });
    }
    return true;
  };
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => {
      const isAct = event.key === 'Enter' || event.key === ' ' || event.key === 'F2';
      if ((event.ctrlKey || event.metaKey) && event.key === 'z') {
        event.preventDefault();
        onUndo();
      } else if (!onKeyDown(event) && isAct && act(event.target as Element)) {
        event.preventDefault();
      }
    },
    onClick: (event: MouseEvent) => {
      const target = event.target as Element;
      if (target.closest('.bt-choice') === null && target.closest('[data-row]') !== null) {
        act(target);
      }
    },
    onFocus: (event: { target: Element }) => {
      onFocus(event.target);
      const place = placeOf(event.target);
      const partner = matrix.partners[(place?.column ?? 0) - FIRST_COLUMNS];
      const row = rows[place?.row ?? -1];
      focus.set(row && partner ? { scope: row.scope, partner: partner.id } : undefined);
    },
  };
  return { open, close, handlers, grid };
}
