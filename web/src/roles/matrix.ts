import {
  type Assignment,
  type Level,
  levels,
  type Partner,
  type Role,
  type RoleMatrix,
  type RoleTable,
  WHOLE_PLAN,
} from './model';

/// What the matrix needs to know of a section of the plan.
export interface OutlineSection {
  id: string;
  key: string;
  number: string;
  title: string;
  level: 'front' | 'part' | 'section' | 'annex';
  /// The id of the part that it stands in, where that may be seen.
  part: string | undefined;
}

/// One row: the whole plan, a part or a section.
export interface Row {
  scope: string;
  kind: 'plan' | 'part' | 'section';
  number: string;
  title: string;
  /// The scopes whose roles hold here too, the nearest first.
  above: readonly string[];
}

/// The rows in the order of reading, the whole plan first.
export function rowsOf(planTitle: string, sections: readonly OutlineSection[]): readonly Row[] {
  const rows: Row[] = [
    { scope: WHOLE_PLAN, kind: 'plan', number: '', title: planTitle, above: [] },
  ];
  let part: OutlineSection | undefined;
  for (const section of sections) {
    const { id, number, title, level } = section;
    if (level !== 'section') {
      part = level === 'part' ? section : undefined;
    }
    const inside = part !== undefined && section.part === part.id;
    rows.push({
      scope: id,
      kind: level === 'part' ? 'part' : 'section',
      number,
      title,
      above: inside && part ? [part.id, WHOLE_PLAN] : [WHOLE_PLAN],
    });
  }
  return rows;
}

/// What one partner has in one row, and what it may do there.
export interface Cell {
  /// Roles given in this very row.
  own: readonly string[];
  /// Roles that hold here because of a row above, and that row's scope.
  inherited: readonly { role: string; from: string }[];
  /// Absent where one may not know: who does not coordinate sees the roles of others, and of nobody
  /// but their own organisation what it may do in the end.
  level: Level | undefined;
  /// The coordinator set the level, whatever the roles say.
  overridden: boolean;
}

/// What the reader's own organisation may do, by section.
export interface OwnRights {
  partner: string;
  rights: ReadonlyMap<string, Level>;
}

/// Answers for single cells without searching the whole matrix each time. The server decides; this
/// says beforehand what it will decide.
export class Cells {
  readonly #table: RoleTable;
  readonly #order: readonly string[];
  readonly #roles = new Map<string, string[]>();
  readonly #hidden = new Set<string>();
  readonly #overrides = new Map<string, Level>();
  readonly #leaders: ReadonlySet<string>;
  readonly #own: OwnRights | undefined;

  /// `own` stands for those who do not coordinate: then no other level is told.
  constructor(table: RoleTable, matrix: RoleMatrix, own?: OwnRights) {
    this.#table = table;
    this.#own = matrix.mayEdit ? undefined : own;
    this.#leaders = new Set(coordinatorsOf(table, matrix).map(({ id }) => id));
    this.#order = table.roles.map((role) => role.id);
    for (const { partner, scope, role } of matrix.assignments) {
      const key = `${partner} ${scope}`;
      const known = this.#roles.get(key) ?? [];
      known.push(role);
      this.#roles.set(key, known);
    }
    for (const { id, hidden, overrides } of matrix.sections) {
      if (hidden) {
        this.#hidden.add(id);
      }
      for (const { partner, level } of overrides) {
        this.#overrides.set(`${partner} ${id}`, level);
      }
    }
  }

  isHidden(scope: string): boolean {
    return this.#hidden.has(scope);
  }

  at(row: Row, partner: string): Cell {
    const own = this.#given(partner, row.scope);
    const inherited = row.above.flatMap((from) =>
      this.#given(partner, from).map((role) => ({ role, from })),
    );
    const override = this.leads(partner)
      ? undefined
      : this.#overrides.get(`${partner} ${row.scope}`);
    return {
      own,
      inherited,
      level: this.#own ? this.#told(row, partner) : (override ?? this.follows(row, partner)),
      overridden: override !== undefined,
    };
  }

  /// Who coordinates the plan sees all of it: nothing is decided about them beside their roles.
  leads(partner: string): boolean {
    return this.#leaders.has(partner);
  }

  #told(row: Row, partner: string): Level | undefined {
    return partner === this.#own?.partner ? this.#own.rights.get(row.scope) : undefined;
  }

  /// What follows from the roles alone.
  follows(row: Row, partner: string): Level {
    const scopes = [row.scope, ...row.above];
    const roles = scopes.flatMap((scope) => this.#given(partner, scope));
    const level = this.#levelOf(roles, this.isHidden(row.scope));
    return level === 'none' && this.leads(partner) ? 'read' : level;
  }

  #levelOf(roles: readonly string[], hidden: boolean): Level {
    const held = this.#table.roles.filter((role) => roles.includes(role.id));
    if (held.length === 0) {
      return hidden ? 'none' : this.#table.withoutRole;
    }
    return held.reduce<Level>((most, role) => higher(most, role.level), 'none');
  }

  #given(partner: string, scope: string): readonly string[] {
    const roles = this.#roles.get(`${partner} ${scope}`) ?? [];
    return [...roles].sort((a, b) => this.#order.indexOf(a) - this.#order.indexOf(b));
  }
}

function higher(one: Level, other: Level): Level {
  return levels.indexOf(one) >= levels.indexOf(other) ? one : other;
}

/// The shortest beginnings that tell the roles apart, in capitals: U, A, S, C, D.
export function initialsOf(roles: readonly Role[]): ReadonlyMap<string, string> {
  const initials = new Map<string, string>();
  for (const { id, label } of roles) {
    let length = 1;
    const start = () => label.slice(0, length).toLocaleUpperCase();
    const isTaken = () =>
      roles.some((other) => other.id !== id && other.label.toLocaleUpperCase().startsWith(start()));
    while (length < label.length && isTaken()) {
      length += 1;
    }
    initials.set(id, start());
  }
  return initials;
}

/// One choice of a coordinator.
export type Change =
  | { kind: 'roles'; partner: string; scope: string; roles: readonly string[] }
  | { kind: 'visibility'; section: string; hidden: boolean }
  | { kind: 'override'; section: string; partner: string; level: Level | undefined };

/// The matrix after a change, with the version that it had.
export function applied(matrix: RoleMatrix, change: Change): RoleMatrix {
  switch (change.kind) {
    case 'roles': {
      const { partner, scope } = change;
      const others = matrix.assignments.filter(
        (each) => each.partner !== partner || each.scope !== scope,
      );
      const given = change.roles.map((role): Assignment => ({ partner, scope, role }));
      return { ...matrix, assignments: [...others, ...given] };
    }
    case 'visibility':
      return withChoices(matrix, change.section, (section) => ({
        ...section,
        hidden: change.hidden,
      }));
    case 'override':
      return withChoices(matrix, change.section, (section) => {
        const others = section.overrides.filter(({ partner }) => partner !== change.partner);
        const { partner, level } = change;
        return {
          ...section,
          overrides: level === undefined ? others : [...others, { partner, level }],
        };
      });
  }
}

type Choices = RoleMatrix['sections'][number];

function withChoices(
  matrix: RoleMatrix,
  id: string,
  change: (section: Choices) => Choices,
): RoleMatrix {
  const known = matrix.sections.find((section) => section.id === id);
  const before = known ?? { id, hidden: false, overrides: [] };
  const others = matrix.sections.filter((section) => section !== known);
  return { ...matrix, sections: [...others, change(before)] };
}

/// What brings back what stands there before the change.
export function inverseOf(matrix: RoleMatrix, change: Change): Change {
  switch (change.kind) {
    case 'roles':
      return { ...change, roles: rolesAt(matrix, change.partner, change.scope) };
    case 'visibility':
      return { ...change, hidden: choicesAt(matrix, change.section)?.hidden ?? false };
    case 'override': {
      const overrides = choicesAt(matrix, change.section)?.overrides ?? [];
      const level = overrides.find(({ partner }) => partner === change.partner)?.level;
      return { ...change, level };
    }
  }
}

/// Whether two changes write to the same place.
export function isSamePlace(one: Change, other: Change): boolean {
  return placeOf(one) === placeOf(other);
}

/// Whether the matrix has, in the place of the change, what the change asks for.
export function holds(matrix: RoleMatrix, change: Change): boolean {
  return wordsOf(inverseOf(matrix, change)) === wordsOf(change);
}

function placeOf(change: Change): string {
  return change.kind === 'roles'
    ? `roles ${change.partner} ${change.scope}`
    : change.kind === 'override'
      ? `override ${change.partner} ${change.section}`
      : `visibility ${change.section}`;
}

function wordsOf(change: Change): string {
  switch (change.kind) {
    case 'roles':
      return [...change.roles].sort().join(' ');
    case 'visibility':
      return String(change.hidden);
    case 'override':
      return change.level ?? '';
  }
}

/// The changes that lead from one matrix back to another, as far as roles are concerned.
export function rolesBack(from: RoleMatrix, to: RoleMatrix): readonly Change[] {
  const places = new Map<string, Change>();
  for (const { partner, scope } of [...from.assignments, ...to.assignments]) {
    const roles = rolesAt(to, partner, scope);
    const change: Change = { kind: 'roles', partner, scope, roles };
    if (!holds(from, change)) {
      places.set(placeOf(change), change);
    }
  }
  return [...places.values()];
}

export function rolesAt(matrix: RoleMatrix, partner: string, scope: string): readonly string[] {
  return matrix.assignments
    .filter((each) => each.partner === partner && each.scope === scope)
    .map(({ role }) => role);
}

function choicesAt(matrix: RoleMatrix, id: string): Choices | undefined {
  return matrix.sections.find((section) => section.id === id);
}

/// The partners that coordinate the whole plan.
export function coordinatorsOf(table: RoleTable, matrix: RoleMatrix): readonly Partner[] {
  const coordinating = table.roles.filter((role) => role.coordinates).map((role) => role.id);
  return matrix.partners.filter((partner) =>
    rolesAt(matrix, partner.id, WHOLE_PLAN).some((role) => coordinating.includes(role)),
  );
}
