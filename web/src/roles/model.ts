import { isRecord, type JsonRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

/// What one may do with a section's text, from least to most.
export type Level = 'none' | 'read' | 'comment' | 'write';

export const levels: readonly Level[] = ['none', 'read', 'comment', 'write'];

/// What a partner can be asked to do; which there are is the server's configuration.
export interface Role {
  id: string;
  label: string;
  level: Level;
  /// On the whole plan it makes a partner its coordinator.
  coordinates: boolean;
}

export interface RoleTable {
  roles: readonly Role[];
  /// What a partner without any role may do.
  withoutRole: Level;
}

export interface Partner {
  id: string;
  name: string;
  badge: string;
  colour: number;
  kindLabel: string;
}

/// The scope of a role that holds for every section of the plan.
export const WHOLE_PLAN = 'plan';

/// A partner has a role: on the whole plan, or on a section; on a part it holds for its sections.
export interface Assignment {
  partner: string;
  scope: string;
  role: string;
}

/// What the coordinator chose for a section beside the roles.
export interface SectionChoices {
  id: string;
  /// Closed to everyone without a role in it.
  hidden: boolean;
  overrides: readonly { partner: string; level: Level }[];
}

export interface RoleMatrix {
  version: number;
  mayEdit: boolean;
  partners: readonly Partner[];
  assignments: readonly Assignment[];
  sections: readonly SectionChoices[];
}

export function parseRoleTable(json: unknown): RoleTable {
  const root = recordOf(json);
  return {
    roles: listOf(root, 'items', (item) => {
      const role = recordOf(item);
      return {
        id: textOf(role, 'id'),
        label: textOf(role, 'label'),
        level: wordOf(role, 'level', levels),
        coordinates: role['coordinates'] === true,
      };
    }),
    withoutRole: wordOf(root, 'withoutRole', levels),
  };
}

export function parseRoleMatrix(json: unknown): RoleMatrix {
  const root = recordOf(json);
  return {
    version: numberOf(root, 'version'),
    mayEdit: root['mayEdit'] === true,
    partners: listOf(root, 'partners', parsePartner),
    assignments: listOf(root, 'assignments', parseAssignment),
    sections: listOf(root, 'sections', parseChoices),
  };
}

function parsePartner(json: unknown): Partner {
  const partner = recordOf(json);
  return {
    id: textOf(partner, 'id'),
    name: textOf(partner, 'name'),
    badge: textOf(partner, 'badge'),
    colour: numberOf(partner, 'colour'),
    kindLabel: textOf(partner, 'kindLabel'),
  };
}

export function parseAssignment(json: unknown): Assignment {
  const assignment = recordOf(json);
  return {
    partner: textOf(assignment, 'partner'),
    scope: textOf(assignment, 'scope'),
    role: textOf(assignment, 'role'),
  };
}

function parseChoices(json: unknown): SectionChoices {
  const section = recordOf(json);
  return {
    id: textOf(section, 'id'),
    hidden: section['hidden'] === true,
    overrides: listOf(section, 'overrides', (item) => {
      const override = recordOf(item);
      return { partner: textOf(override, 'partner'), level: wordOf(override, 'level', levels) };
    }),
  };
}

export function parseVersion(json: unknown): number {
  return numberOf(recordOf(json), 'version');
}

/// One of my sections, as my page shows it.
export interface MySection {
  id: string;
  key: string;
  number: string;
  title: string;
  roles: readonly string[];
  rights: Level;
  /// Somebody else wrote in it since I last looked.
  changed: boolean;
  /// When, in milliseconds since 1970, and for which organisation, where known.
  changedAt: number | undefined;
  changedBy: { name: string; badge: string; colour: number } | undefined;
}

export interface MyPlan {
  id: string;
  title: string;
  /// In the order of reading; those in which my organisation has a role.
  sections: readonly MySection[];
}

export function parseMyPage(json: unknown): readonly MyPlan[] {
  return listOf(recordOf(json), 'plans', (item) => {
    const plan = recordOf(item);
    return {
      id: textOf(plan, 'id'),
      title: textOf(plan, 'title'),
      sections: listOf(plan, 'sections', parseMySection),
    };
  });
}

function parseMySection(json: unknown): MySection {
  const section = recordOf(json);
  return {
    id: textOf(section, 'id'),
    key: textOf(section, 'key'),
    number: textOf(section, 'number'),
    title: textOf(section, 'title'),
    roles: listOf(section, 'roles', (role) => String(role)),
    rights: wordOf(section, 'rights', levels),
    changed: section['changed'] === true,
    changedAt: momentOf(section),
    changedBy: changerOf(section),
  };
}

/// Lenient: when something changed is beside the point that it did.
function momentOf(section: JsonRecord): number | undefined {
  const at = section['changedAt'];
  const moment = typeof at === 'string' ? Date.parse(at) : at;
  return typeof moment === 'number' && Number.isFinite(moment) ? moment : undefined;
}

function changerOf(section: JsonRecord): MySection['changedBy'] {
  const by = section['changedBy'];
  if (!isRecord(by) || !isRecord(by['partner'])) {
    return undefined;
  }
  const { partner } = by;
  return {
    name: textOf(partner, 'name'),
    badge: textOf(partner, 'badge'),
    colour: numberOf(partner, 'colour'),
  };
}

export function parseDefaults(json: unknown): readonly Assignment[] {
  return listOf(recordOf(json), 'items', parseAssignment);
}
