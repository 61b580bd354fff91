import '@utrecht/select-css/dist/index.css';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui';
import type { Cell, Change, Row } from '../matrix';
import { type Level, levels, type Partner, type RoleTable } from '../model';
import type { RoleWords } from '../words';

export interface RoleChoiceProps {
  table: RoleTable;
  words: RoleWords;
  row: Row;
  partner: Partner;
  cell: Cell;
  /// What would follow from the roles alone; absent where nothing else can be chosen.
  follows: Level | undefined;
  above: (scope: string) => Row | undefined;
  onChange: (change: Change) => void;
}

/// Which roles one partner has in one row, and the right where it differs. Each choice holds at
/// once.
export function RoleChoice(props: RoleChoiceProps) {
  const { table, words, row, partner, cell, above, onChange } = props;
  const { t } = words;
  const toggle = (role: string) => {
    const others = cell.own.filter((each) => each !== role);
    const roles = others.length === cell.own.length ? [...cell.own, role] : others;
    onChange({ kind: 'roles', partner: partner.id, scope: row.scope, roles });
  };
  const inherited = words.inherited(cell, above);
  return (
    <>
      <fieldset className="bt-choice__roles">
        <legend className="bt-hidden">{t('choice.roles')}</legend>
        {table.roles.map((role) => (
          <label key={role.id} className="bt-choice__role">
            <input
              type="checkbox"
              checked={cell.own.includes(role.id)}
              onChange={() => toggle(role.id)}
            />
            <span>
              {t('choice.role', { name: words.name(role.id), right: t(`level.${role.level}`) })}
            </span>
          </label>
        ))}
      </fieldset>
      {inherited.length === 0 ? null : (
        <p className="bt-choice__also">{t('choice.inherited', { roles: inherited.join(', ') })}</p>
      )}
      {row.kind === 'plan' || props.follows === undefined ? null : (
        <LevelChoice {...props} follows={props.follows} />
      )}
    </>
  );
}

type LevelChoiceProps = RoleChoiceProps & { follows: Level };

function LevelChoice({ words, row, partner, cell, follows, onChange }: LevelChoiceProps) {
  const { t } = words;
  const id = useId();
  return (
    <div className="bt-choice__level">
      <label htmlFor={id}>{t('choice.level')}</label>
      <select
        id={id}
        className="utrecht-select utrecht-select--html-select bt-choice__select"
        value={cell.overridden ? cell.level : ''}
        onChange={(event) => {
          const level = levels.find((each) => each === event.target.value);
          onChange({ kind: 'override', section: row.scope, partner: partner.id, level });
        }}
      >
        <option value="">{t('choice.follows', { right: t(`level.${follows}`) })}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {t(`may.${level}`)}
          </option>
        ))}
      </select>
    </div>
  );
}

/// The choice as a small panel in its cell. Escape and leaving it close it.
export function RoleChoicePanel(
  props: RoleChoiceProps & { side: string; onClose: (back: boolean) => void },
) {
  const { words, row, partner, onClose } = props;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  useEffect(() => {
    const outside = (event: Event) => {
      if (event.target instanceof Node && !panel.current?.contains(event.target)) {
        onClose(false);
      }
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [onClose]);
  const title = words.t('choice.title', { partner: partner.name, row: words.row(row) });
  const steer = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose(true);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      moveIn(panel.current, event);
    }
  };
  return (
    <div
      ref={panel}
      className={`bt-choice ${props.side}`}
      role="dialog"
      aria-label={title}
      onKeyDown={steer}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) {
          onClose(false);
        }
      }}
    >
      <div className="bt-choice__head">
        <p className="bt-choice__title" aria-hidden="true">
          {title}
        </p>
        <Button kind="subtle" icon="close" iconOnly onClick={() => onClose(true)}>
          {words.t('close')}
        </Button>
      </div>
      <RoleChoice {...props} />
    </div>
  );
}

/// The arrows go from box to box; in the list of rights they choose, as everywhere.
function moveIn(panel: HTMLElement | null, event: KeyboardEvent): void {
  const boxes = [...(panel?.querySelectorAll<HTMLElement>('input') ?? [])];
  const here = boxes.indexOf(event.target as HTMLElement);
  if (here >= 0) {
    event.preventDefault();
    boxes[here + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
  }
}
