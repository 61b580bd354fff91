import '@utrecht/select-css/dist/index.css';
import { useId, useState } from 'react';
import { PartnerMark, RadioGroup } from '../../ui';
import type { Cell, Cells, Change, Row } from '../matrix';
import type { Partner, RoleMatrix, RoleTable } from '../model';
import type { RoleWords } from '../words';
import { followsIn } from './Matrix';
import { Signs } from './MatrixRow';
import { RoleChoice } from './RoleChoice';

export interface RoleListProps {
  table: RoleTable;
  matrix: RoleMatrix;
  cells: Cells;
  rows: readonly Row[];
  words: RoleWords;
  onChange: (change: Change) => void;
}

type By = 'section' | 'partner';

/// The matrix where there is no room for it: one section with all partners, or one partner with
/// all sections.
export function RoleList(props: RoleListProps) {
  const { matrix, cells, rows, words, onChange } = props;
  const { t } = words;
  const [by, setBy] = useState<By>('section');
  const [scope, setScope] = useState(rows[0]?.scope ?? '');
  const [partnerId, setPartnerId] = useState(matrix.partners[0]?.id ?? '');
  const row = rows.find((each) => each.scope === scope) ?? rows[0];
  const partner = matrix.partners.find(({ id }) => id === partnerId) ?? matrix.partners[0];
  const item = (itemRow: Row, itemPartner: Partner) => (
    <Item
      key={`${itemRow.scope} ${itemPartner.id}`}
      {...props}
      row={itemRow}
      partner={itemPartner}
      by={by}
    />
  );
  return (
    <div className="bt-rolelist">
      <RadioGroup<By>
        layout="line"
        legend={t('list.by')}
        value={by}
        onChange={setBy}
        choices={[
          { value: 'section', label: t('list.bySection') },
          { value: 'partner', label: t('list.byPartner') },
        ]}
      />
      {by === 'section' ? (
        <Choose
          label={t('list.section')}
          value={row?.scope ?? ''}
          onChange={setScope}
          options={rows.map((each) => [each.scope, words.row(each)])}
        />
      ) : (
        <Choose
          label={t('list.partner')}
          value={partner?.id ?? ''}
          onChange={setPartnerId}
          options={matrix.partners.map((each) => [each.id, each.name])}
        />
      )}
      {by === 'section' && row ? (
        <Sight
          row={row}
          cells={cells}
          words={words}
          editable={matrix.mayEdit}
          onChange={onChange}
        />
      ) : null}
      <ul className="bt-rolelist__items">
        {by === 'section' && row ? matrix.partners.map((each) => item(row, each)) : null}
        {by === 'partner' && partner ? rows.map((each) => item(each, partner)) : null}
      </ul>
    </div>
  );
}

interface ChooseProps {
  label: string;
  value: string;
  options: readonly (readonly [string, string])[];
  onChange: (value: string) => void;
}

function Choose({ label, value, options, onChange }: ChooseProps) {
  const id = useId();
  return (
    <div className="bt-rolelist__choose">
      <label className="bt-field__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select bt-choice__select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface SightProps {
  row: Row;
  cells: Cells;
  words: RoleWords;
  editable: boolean;
  onChange: (change: Change) => void;
}

function Sight({ row, cells, words, editable, onChange }: SightProps) {
  const hidden = cells.isHidden(row.scope);
  if (row.kind === 'plan' || (!editable && !hidden)) {
    return null;
  }
  if (!editable) {
    return <p>{words.t('grid.hiddenFull', { row: words.row(row) })}</p>;
  }
  return (
    <label className="bt-choice__role">
      <input
        type="checkbox"
        checked={hidden}
        onChange={() => onChange({ kind: 'visibility', section: row.scope, hidden: !hidden })}
      />
      <span>{words.t('list.hidden')}</span>
    </label>
  );
}

interface ItemProps extends RoleListProps {
  row: Row;
  partner: Partner;
  by: By;
}

function Item(props: ItemProps) {
  const { row, rows, partner, cells, matrix } = props;
  const [open, setOpen] = useState(false);
  const cell = cells.at(row, partner.id);
  const above = (scope: string) => rows.find((each) => each.scope === scope);
  const face = <Face {...props} cell={cell} above={above} />;
  if (!matrix.mayEdit) {
    return <li className="bt-rolelist__item bt-rolelist__face">{face}</li>;
  }
  return (
    <li className="bt-rolelist__item">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="bt-rolelist__face">{face}</summary>
        {open ? (
          <div className="bt-rolelist__choice">
            <RoleChoice
              {...props}
              cell={cell}
              follows={followsIn(cells, row, partner.id)}
              above={above}
            />
          </div>
        ) : null}
      </details>
    </li>
  );
}

interface FaceProps extends ItemProps {
  cell: Cell;
  above: (scope: string) => Row | undefined;
}

function Face({ row, partner, cell, words, by, above }: FaceProps) {
  return (
    <>
      {by === 'section' ? <PartnerMark badge={partner.badge} colour={partner.colour} /> : null}
      <span className="bt-rolelist__words">
        <span className="bt-rolelist__name">
          {by === 'section' ? partner.name : words.row(row)}
        </span>
        <span className="bt-rolelist__roles">{words.rolesIn(cell, above)}</span>
      </span>
      <span className="bt-rolelist__signs">
        <Signs cell={{ ...cell, own: [], inherited: [] }} words={words} />
      </span>
    </>
  );
}
