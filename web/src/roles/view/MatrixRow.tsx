import { memo } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../ui';
import type { Cell, Change, Row } from '../matrix';
import type { Level, Partner, RoleTable } from '../model';
import type { RoleWords } from '../words';
import { RoleChoicePanel } from './RoleChoice';
import { placeAttributes } from './useGrid';

export interface MatrixRowProps {
  row: Row;
  index: number;
  /// The last rows open their panels upward.
  isLow: boolean;
  path: string;
  partners: readonly Partner[];
  cells: readonly Cell[];
  /// The same as long as `cells` say the same.
  cellsKey: string;
  hidden: boolean;
  editable: boolean;
  /// Whose panel is open in this row.
  openPartner: string | undefined;
  table: RoleTable;
  words: RoleWords;
  above: (scope: string) => Row | undefined;
  /// What would follow from the roles alone; absent where nothing else can be chosen.
  follows: (row: Row, partner: string) => Level | undefined;
  onChange: (change: Change) => void;
  onClose: (back: boolean) => void;
}

/// Whether a row looks the same: what it shows of its cells is in `cellsKey`.
function isSame(before: MatrixRowProps, after: MatrixRowProps): boolean {
  const { cells: _before, follows: _was, ...one } = before;
  const { cells: _after, follows: _is, ...other } = after;
  return Object.entries(one).every(([key, value]) => value === other[key as keyof typeof other]);
}

/// One row of the matrix; drawn anew only when something in it changes.
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { row, index, path, partners, cells, editable, hidden, words } = props;
  const place = (column: number) => (editable ? placeAttributes(index, column) : {});
  const first = editable ? 2 : 1;
  return (
    <tr className={`bt-matrix__row bt-matrix__row--${row.kind}`}>
      <th scope="row" className="bt-matrix__name">
        <Link className="bt-matrix__link" to={path} {...place(0)}>
          {row.number === '' ? null : <span className="bt-matrix__number">{row.number}</span>}
          <span>{row.kind === 'plan' ? words.row(row) : row.title}</span>
        </Link>
        {hidden ? <HiddenSign words={words} isSpoken={!editable} /> : null}
      </th>
      {editable ? <VisibilityCell {...props} /> : null}
      {partners.map((partner, at) => {
        const cell = cells[at];
        return cell === undefined ? null : (
          <PartnerCell
            key={partner.id}
            {...props}
            partner={partner}
            cell={cell}
            column={at + first}
          />
        );
      })}
    </tr>
  );
}, isSame);

function HiddenSign({ words, isSpoken }: { words: RoleWords; isSpoken: boolean }) {
  return (
    <span className="bt-matrix__hidden" aria-hidden={!isSpoken}>
      <Icon name="hidden" />
      {words.t('grid.hidden')}
    </span>
  );
}

/// Whether those without a role may see the text; Enter or a click turns it over.
function VisibilityCell({ row, index, hidden, words }: MatrixRowProps) {
  if (row.kind === 'plan') {
    return <td className="bt-matrix__sight" {...placeAttributes(index, 1)} />;
  }
  const { t } = words;
  const full = t(hidden ? 'grid.hiddenFull' : 'grid.everyoneFull', { row: words.row(row) });
  return (
    <td
      className="bt-matrix__sight bt-matrix__cell--edit"
      aria-label={full}
      {...placeAttributes(index, 1)}
    >
      <span className={`bt-sight ${hidden ? 'bt-sight--hidden' : ''}`} aria-hidden="true">
        <Icon name={hidden ? 'hidden' : 'review'} />
        {t(hidden ? 'grid.hidden' : 'grid.everyone')}
      </span>
    </td>
  );
}

interface PartnerCellProps extends MatrixRowProps {
  partner: Partner;
  cell: Cell;
  column: number;
}

function PartnerCell(props: PartnerCellProps) {
  const { row, index, column, partner, cell, editable, words, above, openPartner } = props;
  const isOpen = openPartner === partner.id;
  const full = words.cell(row, partner, cell, above);
  const late = column > 4 && column >= props.partners.length - 1;
  const side = `${props.isLow ? 'bt-choice--up' : ''} ${late ? 'bt-choice--end' : ''}`;
  return (
    <td
      className={`bt-matrix__cell ${editable ? 'bt-matrix__cell--edit' : ''}`}
      {...(editable
        ? { 'aria-label': full, 'aria-haspopup': 'dialog', ...placeAttributes(index, column) }
        : {})}
    >
      {editable ? null : <span className="bt-hidden">{full}</span>}
      <Signs cell={cell} words={words} />
      {isOpen ? (
        <RoleChoicePanel {...props} follows={props.follows(row, partner.id)} side={side} />
      ) : null}
    </td>
  );
}

/// Own roles in boxes, those from above in brackets, and the right in a word.
export function Signs({ cell, words }: { cell: Cell; words: RoleWords }) {
  const { t } = words;
  const plain = cell.own.length === 0 && cell.inherited.length === 0 && !cell.overridden;
  return (
    <span className="bt-signs" aria-hidden="true">
      {cell.own.length === 0 && cell.inherited.length === 0 ? null : (
        <span className="bt-signs__roles">
          {cell.own.map((role) => (
            <span key={role} className="bt-role">
              {words.initial(role)}
            </span>
          ))}
          {cell.inherited.map(({ role, from }) => (
            <span key={`${role} ${from}`} className="bt-role bt-role--from">
              {`(${words.initial(role)})`}
            </span>
          ))}
        </span>
      )}
      {cell.level === undefined ? null : (
        <span
          className={`bt-right bt-right--${cell.level} ${plain ? 'bt-right--plain' : ''} ${
            cell.overridden ? 'bt-right--override' : ''
          }`}
        >
          {cell.overridden ? `≠ ${t(`level.${cell.level}`)}` : t(`level.${cell.level}`)}
        </span>
      )}
    </span>
  );
}
