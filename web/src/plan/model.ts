import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

export type Status = 'todo' | 'draft' | 'review' | 'agreed' | 'fixed';
export type Rights = 'write' | 'comment' | 'read';

export const statuses: readonly Status[] = ['todo', 'draft', 'review', 'agreed', 'fixed'];
const rights: readonly Rights[] = ['write', 'comment', 'read'];

/// What a section is in the plan's outline.
export type Level = 'front' | 'part' | 'section' | 'annex';

export const levels: readonly Level[] = ['front', 'part', 'section', 'annex'];

/// One section of a plan; its text is the document `documentId`.
export interface Section {
  id: string;
  /// The model's name for it, unique in its plan, such as `3.9` or `B1`; never changes.
  key: string;
  /// As it is printed; may be empty.
  number: string;
  title: string;
  level: Level;
  documentId: string;
  status: Status;
  rights: Rights;
  /// Mine here, those that hold because of a part or the whole plan included.
  roles: readonly string[];
  /// Closed to everyone without a role in it; said only to those who may know.
  hidden: boolean;
  /// Somebody else wrote here since I last looked.
  changed: boolean;
  /// The id of the part that it stands in, where I may see that.
  part: string | undefined;
}

/// A section that is switched off: no part of the plan until it is switched on again.
export interface OffSection extends Section {
  /// Where its subject stands instead; may be empty.
  elsewhere: string;
  /// Its place in the whole outline.
  position: number;
}

/// The years that a plan is for.
export interface Period {
  from: number;
  to: number;
}

/// Somebody who may change who has which role.
export interface Coordinator {
  name: string;
  partner: string;
}

export interface Plan {
  id: string;
  title: string;
  municipality: string;
  period: Period | undefined;
  /// The version of the editor's schema that its documents are written in.
  schemaVersion: number;
  /// I may change who has which role.
  mayCoordinate: boolean;
  coordinators: readonly Coordinator[];
  /// Of the outline: a change names the one it was made from.
  version: number;
  /// In the order of reading.
  sections: readonly Section[];
  /// What is switched off; known only to who leads the plan.
  off: readonly OffSection[];
}

export interface PlanEntry {
  id: string;
  title: string;
}

/// All plans of the municipality.
export interface PlanList {
  plans: readonly PlanEntry[];
  /// My organisation may make plans.
  mayMake: boolean;
}

export interface Template {
  id: string;
  title: string;
  description: string;
}

export function parsePlan(json: unknown): Plan {
  const root = recordOf(json);
  const municipality = root['municipality'];
  return {
    id: textOf(root, 'id'),
    title: textOf(root, 'title'),
    municipality: isRecord(municipality) ? textOf(municipality, 'name') : '',
    period: parsePeriod(root['period']),
    schemaVersion: numberOf(root, 'schemaVersion'),
    mayCoordinate: root['mayCoordinate'] === true,
    coordinators: listOf(root, 'coordinators', (item) => {
      const coordinator = recordOf(item);
      return { name: textOf(coordinator, 'name'), partner: textOf(coordinator, 'partner') };
    }),
    version: numberOf(root, 'version'),
    sections: listOf(root, 'sections', parseSection),
    off: listOf(root, 'off', parseOff),
  };
}

function parsePeriod(json: unknown): Period | undefined {
  return isRecord(json) ? { from: numberOf(json, 'from'), to: numberOf(json, 'to') } : undefined;
}

function parseOff(json: unknown): OffSection {
  const root = recordOf(json);
  return {
    ...parseSection(root),
    elsewhere: textOf(root, 'elsewhere'),
    position: numberOf(root, 'position'),
  };
}

export function parseSection(json: unknown): Section {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    key: textOf(root, 'key'),
    number: textOf(root, 'number'),
    title: textOf(root, 'title'),
    level: levels[numberOf(root, 'level')] ?? 'section',
    documentId: textOf(root, 'documentId'),
    status: wordOf(root, 'status', statuses),
    rights: wordOf(root, 'rights', rights),
    roles: listOf(root, 'roles', (role) => String(role)),
    hidden: root['hidden'] === true,
    changed: root['changed'] === true,
    part: typeof root['part'] === 'string' ? root['part'] : undefined,
  };
}

export function parsePlans(json: unknown): PlanList {
  const root = recordOf(json);
  const plans = listOf(root, 'items', (item) => {
    const record = recordOf(item);
    return { id: textOf(record, 'id'), title: textOf(record, 'title') };
  });
  return { plans, mayMake: root['mayMake'] === true };
}

export function parseTemplates(json: unknown): readonly Template[] {
  return listOf(recordOf(json), 'items', (item) => {
    const record = recordOf(item);
    const description = record['description'];
    return {
      id: textOf(record, 'id'),
      title: textOf(record, 'title'),
      description: typeof description === 'string' ? description : '',
    };
  });
}

/// A run of the outline: a part with its sections, or the sections before and after the parts.
export interface OutlineGroup {
  kind: 'front' | 'part' | 'annexes';
  /// The part's own section; absent for the other kinds, and where one may not see it.
  part: Section | undefined;
  sections: readonly Section[];
}

/// The outline as it is shown: front matter, each part with what is in it, annexes.
export function outlineOf(sections: readonly Section[]): readonly OutlineGroup[] {
  const groups: { kind: OutlineGroup['kind']; part: Section | undefined; sections: Section[] }[] =
    [];
  for (const section of sections) {
    const last = groups.at(-1);
    const kind = kindOf(section, last?.kind);
    if (section.level === 'part') {
      groups.push({ kind, part: section, sections: [] });
    } else if (last?.kind === kind && !isOrphan(section, last)) {
      last.sections.push(section);
    } else {
      groups.push({ kind, part: undefined, sections: [section] });
    }
  }
  return groups;
}

/// Whether the section stands in another part than the group, such as one that may not be seen.
function isOrphan(section: Section, last: { part: Section | undefined }) {
  return section.level === 'section' && section.part !== last.part?.id;
}

function kindOf(section: Section, before: OutlineGroup['kind'] | undefined): OutlineGroup['kind'] {
  switch (section.level) {
    case 'front':
      return 'front';
    case 'annex':
      return 'annexes';
    case 'part':
      return 'part';
    case 'section':
      return before === 'part' ? 'part' : 'front';
  }
}

/// The words behind a plan's address that are pages of their own.
export const planPages: ReadonlySet<string> = new Set([
  'afdoening',
  'cijfers',
  'gesprekslijsten',
  'bevindingen',
  'inhoud',
  'interviews',
  'invulplekken',
  'lezen',
  'overzicht',
  'rollen',
  'uitvragen',
  'versies',
]);

/// A section's key in an address. A point would make it look like a file's name, and the word of
/// another page would lead there.
export function slugOf(key: string): string {
  const plain = key.replaceAll('.', '-');
  return encodeURIComponent(planPages.has(plain) ? `paragraaf-${plain}` : plain);
}

/// The section of an address; also takes a key as it is.
export function sectionAt(plan: Plan, slug: string | undefined): Section | undefined {
  return slug === undefined ? plan.sections[0] : plan.sections.find(({ key }) => isAt(key, slug));
}

/// The section of an address that is switched off, for who may know of it.
export function offAt(plan: Plan, slug: string | undefined): OffSection | undefined {
  return slug === undefined ? undefined : plan.off.find(({ key }) => isAt(key, slug));
}

function isAt(key: string, slug: string): boolean {
  return key === slug || key.replaceAll('.', '-') === slug || slugOf(key) === slug;
}

/// Where one comes from and goes to, in the order of reading.
export function neighboursOf(
  plan: Plan,
  section: Section,
): { before: Section | undefined; after: Section | undefined } {
  const index = plan.sections.findIndex((each) => each.id === section.id);
  return { before: plan.sections[index - 1], after: plan.sections[index + 1] };
}

/// The part that a section stands in.
export function partOf(plan: Plan, section: Section): Section | undefined {
  return section.level === 'section'
    ? outlineOf(plan.sections).find((group) => group.sections.includes(section))?.part
    : undefined;
}

/// "3.9 Signaleren", or the title alone where there is no number.
export function nameOf(section: Pick<Section, 'number' | 'title'>): string {
  return section.number === '' ? section.title : `${section.number} ${section.title}`;
}

export function pathOf(planId: string, key?: string): string {
  const plan = `/plannen/${encodeURIComponent(planId)}`;
  return key === undefined ? plan : `${plan}/${slugOf(key)}`;
}

/// Where its sections are ordered, named and switched off.
export function outlinePathOf(planId: string): string {
  return `${pathOf(planId)}/inhoud`;
}

/// Where it says how far the plan is.
export function overviewPathOf(planId: string): string {
  return `${pathOf(planId)}/overzicht`;
}

/// Where the whole plan can be read and printed.
export function readingPathOf(planId: string): string {
  return `${pathOf(planId)}/lezen`;
}

/// Where it says who has which role in the plan.
export function rolesPathOf(planId: string): string {
  return `${pathOf(planId)}/rollen`;
}
