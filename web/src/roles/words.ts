import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api';
import type { BoardNote } from './board';
import { type Cell, type Change, initialsOf, type Row } from './matrix';
import { type Level, type Partner, type Role, type RoleTable, WHOLE_PLAN } from './model';

type Translate = TFunction<'roles'>;

/// How roles, rows and choices are said, in one language.
export class RoleWords {
  readonly t: Translate;
  readonly #names = new Map<string, string>();
  readonly #initials: ReadonlyMap<string, string>;
  readonly #order: readonly string[];
  readonly #and: Intl.ListFormat;

  constructor(t: Translate, table: RoleTable, language: string) {
    this.t = t;
    this.#and = new Intl.ListFormat(language, { type: 'conjunction' });
    this.#order = table.roles.map(({ id }) => id);
    const roles = table.roles.map((role) => ({ ...role, label: labelIn(t, language, role) }));
    this.#initials = initialsOf(roles);
    for (const { id, label } of roles) {
      this.#names.set(id, inSentence(label));
    }
  }

  initial(role: string): string {
    return this.#initials.get(role) ?? '?';
  }

  name(role: string): string {
    return this.#names.get(role) ?? role;
  }

  /// "uitvoerend en signalerend", in the order of the roles; "geen rol".
  list(roles: readonly string[]): string {
    const order = [...roles].sort((a, b) => this.#order.indexOf(a) - this.#order.indexOf(b));
    return order.length === 0
      ? this.t('grid.noRole')
      : this.and(order.map((role) => this.name(role)));
  }

  /// "GGD, politie en scholen".
  and(names: readonly string[]): string {
    return this.#and.format(names);
  }

  /// "3.8 Drugscriminaliteit", "Hele plan".
  row(row: Pick<Row, 'scope' | 'number' | 'title'>): string {
    return row.scope === WHOLE_PLAN
      ? this.t('grid.wholePlan')
      : `${row.number} ${row.title}`.trim();
  }

  /// The number alone where there is one, for lists of many rows.
  shortRow(row: Row): string {
    return row.number === '' ? this.row(row) : row.number;
  }

  /// Everything of a cell in one sentence, for those who hear it.
  cell(row: Row, partner: Partner, cell: Cell, above: (scope: string) => Row | undefined): string {
    const parts = {
      row: this.row(row),
      partner: partner.name,
      roles: this.rolesIn(cell, above),
    };
    return cell.level === undefined
      ? this.t('grid.cellRoles', parts)
      : this.t('grid.cell', { ...parts, right: this.right(cell.level, cell.overridden) });
  }

  /// Own roles first, then those from above with where they come from.
  rolesIn(cell: Cell, above: (scope: string) => Row | undefined): string {
    const inherited = this.inherited(cell, above);
    const own = cell.own.map((role) => this.name(role));
    const all = [...own, ...inherited];
    return all.length === 0 ? this.t('grid.noRole') : this.and(all);
  }

  inherited(cell: Cell, above: (scope: string) => Row | undefined): readonly string[] {
    return cell.inherited.map(({ role, from }) => {
      const row = above(from);
      const name = this.name(role);
      return row === undefined || row.kind === 'plan'
        ? this.t('grid.fromPlan', { role: name })
        : this.t('grid.fromPart', { role: name, part: this.shortRow(row) });
    });
  }

  right(level: Level, overridden: boolean): string {
    const right = this.t(`may.${level}`);
    return capital(overridden ? this.t('grid.overridden', { right }) : right);
  }
}

/// What a deed was, in a sentence.
export function deedText(
  words: RoleWords,
  changes: readonly Change[],
  rows: ReadonlyMap<string, Row>,
  partners: ReadonlyMap<string, Partner>,
): string {
  const [change] = changes;
  if (change === undefined || changes.length > 1) {
    return words.t('note.added', { count: changes.length });
  }
  const scope = change.kind === 'roles' ? change.scope : change.section;
  const place = rows.get(scope);
  const row = place === undefined ? '' : words.row(place);
  const partner = change.kind === 'visibility' ? '' : (partners.get(change.partner)?.name ?? '');
  switch (change.kind) {
    case 'roles':
      return words.t('note.roles', { partner, row, roles: words.list(change.roles) });
    case 'visibility':
      return words.t(change.hidden ? 'note.hidden' : 'note.shown', { row });
    case 'override':
      return change.level === undefined
        ? words.t('note.follows', { partner, row })
        : words.t('note.override', { partner, row, right: words.t(`may.${change.level}`) });
  }
}

export function noteText(words: RoleWords, note: BoardNote, deed: string): string {
  switch (note.kind) {
    case 'done':
      return note.undone ? words.t('note.undone', { deed }) : deed;
    case 'meanwhile':
      return words.t('note.meanwhile', { deed });
    case 'failed':
      return words.t('note.failed', { reason: failureText(words.t, note.error) });
  }
}

export function failureText(t: Translate, error: ApiError): string {
  if (error.kind === 'unreachable') {
    return t('note.unreachable');
  }
  return error.detail === '' ? t('note.unknown') : error.detail;
}

export function useRoleWords(table: RoleTable | undefined): RoleWords | undefined {
  const { t, i18n } = useTranslation('roles');
  const { language } = i18n;
  return useMemo(
    () => (table === undefined ? undefined : new RoleWords(t, table, language)),
    [t, table, language],
  );
}

const known = ['executing', 'advising', 'signalling', 'coordinating', 'referring'] as const;

/// A role's label comes from the server's configuration, which is in Dutch; those of the model plan
/// have a name in other languages, too.
function labelIn(t: Translate, language: string, { id, label }: Role): string {
  const word = known.find((each) => each === id);
  return language === 'nl' || word === undefined ? label : t(`names.${word}`);
}

/// A label as it stands inside a sentence: abbreviations keep their capitals.
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label)
    ? label.charAt(0).toLocaleLowerCase() + label.slice(1)
    : label;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
