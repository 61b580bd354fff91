import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

export const verdicts = ['agree', 'remarks', 'objection', 'not-ours'] as const;
export type Verdict = (typeof verdicts)[number];

export const outcomes = ['adopted', 'partly', 'not-adopted', 'noted'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Partner {
  id: string;
  name: string;
  badge: string;
  colour: number;
}

/// Somebody at the table; `name` is empty once they are removed.
export interface Person {
  id: string;
  name: string;
  partner: Partner;
}

export interface SectionName {
  id: string;
  key: string;
  number: string;
  title: string;
}

interface Counts {
  asked: number;
  answered: number;
}

interface AskHead {
  id: string;
  plan: { id: string; title: string };
  title: string;
  /// The last day on which an answer is in time, such as 2026-12-01.
  due: string;
  over: boolean;
  at: number;
  /// Absent while answers are taken.
  closedAt: number | undefined;
}

/// An ask in a list.
export interface AskSummary extends AskHead {
  counts: Counts;
  /// Of my organisation; absent where it was not asked.
  mine: Counts | undefined;
}

export interface AskList {
  items: readonly AskSummary[];
  mayAsk: boolean;
}

export interface Answer {
  verdict: Verdict;
  text: string;
  by: Person | undefined;
  at: number;
  late: boolean;
}

/// One partner asked about one section.
export interface Question {
  id: string;
  section: string;
  partner: Partner | undefined;
  mine: boolean;
  answer: Answer | undefined;
}

export interface Ask extends AskHead {
  letter: string;
  by: Person | undefined;
  remindedAt: number | undefined;
  mayManage: boolean;
  sections: readonly SectionName[];
  questions: readonly Question[];
}

/// What was done with something that was said.
export interface Decision {
  outcome: Outcome;
  reason: string;
  by: Person | undefined;
  at: number;
  /// It was said anew since.
  changed: boolean;
}

/// Something that was said about a section.
export interface Reaction {
  kind: 'answer' | 'thread' | 'suggestion';
  subject: string;
  section: SectionName;
  by: Person | undefined;
  at: number;
  ask: { id: string; title: string } | undefined;
  mayOpenAsk: boolean;
  verdict: Verdict | undefined;
  quote: string;
  text: string;
  /// What became of it where it was said; absent while that is open.
  own:
    | { outcome: 'resolved' | 'accepted' | 'declined'; reason: string; by: Person | undefined }
    | undefined;
  decision: Decision | undefined;
  mayDecide: boolean;
}

export interface ReactionTable {
  items: readonly Reaction[];
}

export interface SignOff {
  id: string;
  by: Person | undefined;
  at: number;
  seq: number;
  version: number | undefined;
  state: 'current' | 'changed' | 'replaced' | 'withdrawn';
  mine: boolean;
  mayWithdraw: boolean;
  withdrawal: { by: Person | undefined; at: number; reason: string } | undefined;
}

export interface SignOffs {
  items: readonly SignOff[];
  maySign: boolean;
  /// The mark of what the section says now.
  sha256: string;
}

/// The roles of a plan, as far as they say whom to ask.
export interface Table {
  partners: readonly Partner[];
  assignments: readonly { partner: string; scope: string }[];
}

type Fields = Readonly<Record<string, unknown>>;

function parsePartner(value: unknown): Partner {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    name: textOf(record, 'name'),
    badge: textOf(record, 'badge'),
    colour: numberOf(record, 'colour'),
  };
}

function parsePerson(value: unknown): Person | undefined {
  return isRecord(value)
    ? {
        id: textOf(value, 'id'),
        name: textOf(value, 'name'),
        partner: parsePartner(value['partner']),
      }
    : undefined;
}

function parseSection(value: unknown): SectionName {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    key: textOf(record, 'key'),
    number: textOf(record, 'number'),
    title: textOf(record, 'title'),
  };
}

function optionalNumber(record: Fields, key: string): number | undefined {
  return typeof record[key] === 'number' ? numberOf(record, key) : undefined;
}

function parseCounts(value: unknown): Counts {
  const record = recordOf(value);
  return { asked: numberOf(record, 'asked'), answered: numberOf(record, 'answered') };
}

function parseHead(record: Fields): AskHead {
  const plan = recordOf(record['plan']);
  return {
    id: textOf(record, 'id'),
    plan: { id: textOf(plan, 'id'), title: textOf(plan, 'title') },
    title: textOf(record, 'title'),
    due: textOf(record, 'due'),
    over: record['over'] === true,
    at: numberOf(record, 'at'),
    closedAt: optionalNumber(record, 'closedAt'),
  };
}

function parseSummary(value: unknown): AskSummary {
  const record = recordOf(value);
  return {
    ...parseHead(record),
    counts: parseCounts(record['counts']),
    mine: isRecord(record['mine']) ? parseCounts(record['mine']) : undefined,
  };
}

export function parseAsks(value: unknown): AskList {
  const record = recordOf(value);
  return { items: listOf(record, 'items', parseSummary), mayAsk: record['mayAsk'] === true };
}

function parseAnswer(value: unknown): Answer | undefined {
  return isRecord(value)
    ? {
        verdict: wordOf(value, 'verdict', verdicts),
        text: textOf(value, 'text'),
        by: parsePerson(value['by']),
        at: numberOf(value, 'at'),
        late: value['late'] === true,
      }
    : undefined;
}

function parseQuestion(value: unknown): Question {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    section: textOf(record, 'section'),
    partner: isRecord(record['partner']) ? parsePartner(record['partner']) : undefined,
    mine: record['mine'] === true,
    answer: parseAnswer(record['answer']),
  };
}

export function parseAsk(value: unknown): Ask {
  const record = recordOf(value);
  return {
    ...parseHead(record),
    letter: textOf(record, 'letter'),
    by: parsePerson(record['by']),
    remindedAt: optionalNumber(record, 'remindedAt'),
    mayManage: record['mayManage'] === true,
    sections: listOf(record, 'sections', parseSection),
    questions: listOf(record, 'questions', parseQuestion),
  };
}

function parseDecision(value: unknown): Decision | undefined {
  return isRecord(value)
    ? {
        outcome: wordOf(value, 'outcome', outcomes),
        reason: textOf(value, 'reason'),
        by: parsePerson(value['by']),
        at: numberOf(value, 'at'),
        changed: value['changed'] === true,
      }
    : undefined;
}

function parseReaction(value: unknown): Reaction {
  const record = recordOf(value);
  const { ask, own, verdict } = record;
  return {
    kind: wordOf(record, 'kind', ['answer', 'thread', 'suggestion']),
    subject: textOf(record, 'subject'),
    section: parseSection(record['section']),
    by: parsePerson(record['by']),
    at: numberOf(record, 'at'),
    ask: isRecord(ask) ? { id: textOf(ask, 'id'), title: textOf(ask, 'title') } : undefined,
    mayOpenAsk: record['mayOpenAsk'] === true,
    verdict: typeof verdict === 'string' ? wordOf(record, 'verdict', verdicts) : undefined,
    quote: textOf(record, 'quote'),
    text: textOf(record, 'text'),
    own: isRecord(own)
      ? {
          outcome: wordOf(own, 'outcome', ['resolved', 'accepted', 'declined']),
          reason: textOf(own, 'reason'),
          by: parsePerson(own['by']),
        }
      : undefined,
    decision: parseDecision(record['disposition']),
    mayDecide: record['mayDecide'] === true,
  };
}

export function parseReactions(value: unknown): ReactionTable {
  return { items: listOf(recordOf(value), 'items', parseReaction) };
}

function parseSignOff(value: unknown): SignOff {
  const record = recordOf(value);
  const { withdrawal } = record;
  return {
    id: textOf(record, 'id'),
    by: parsePerson(record['by']),
    at: numberOf(record, 'at'),
    seq: numberOf(record, 'seq'),
    version: optionalNumber(record, 'version'),
    state: wordOf(record, 'state', ['current', 'changed', 'replaced', 'withdrawn']),
    mine: record['mine'] === true,
    mayWithdraw: record['mayWithdraw'] === true,
    withdrawal: isRecord(withdrawal)
      ? {
          by: parsePerson(withdrawal['by']),
          at: numberOf(withdrawal, 'at'),
          reason: textOf(withdrawal, 'reason'),
        }
      : undefined,
  };
}

export function parseSignOffs(value: unknown): SignOffs {
  const record = recordOf(value);
  return {
    items: listOf(record, 'items', parseSignOff),
    maySign: record['maySign'] === true,
    sha256: textOf(recordOf(record['now']), 'sha256'),
  };
}

export function parseTable(value: unknown): Table {
  const record = recordOf(value);
  return {
    partners: listOf(record, 'partners', parsePartner),
    assignments: listOf(record, 'assignments', (each) => {
      const assignment = recordOf(each);
      return { partner: textOf(assignment, 'partner'), scope: textOf(assignment, 'scope') };
    }),
  };
}

/// Those who have a role in one of these sections, on the part it stands in or on the whole plan.
export function partnersWithRole(
  table: Table,
  sections: readonly { id: string; part: string | undefined }[],
): ReadonlySet<string> {
  const scopes = new Set(
    sections.flatMap(({ id, part }) => (part === undefined ? [id] : [id, part])),
  );
  return new Set(
    table.assignments
      .filter(({ scope }) => sections.length > 0 && (scope === 'plan' || scopes.has(scope)))
      .map(({ partner }) => partner),
  );
}

/// What of the table one wants to see; empty is everything.
export interface Wanted {
  section: string;
  partner: string;
  ask: string;
  state: string;
}

export function reactionsLike(items: readonly Reaction[], wanted: Wanted): readonly Reaction[] {
  return items.filter(
    ({ section, by, ask, decision }) =>
      (wanted.section === '' || section.key === wanted.section) &&
      (wanted.partner === '' || by?.partner.id === wanted.partner) &&
      (wanted.ask === '' || ask?.id === wanted.ask) &&
      (wanted.state === '' || (wanted.state === 'open') === (decision === undefined)),
  );
}

export function sectionName({ number, title }: { number: string; title: string }): string {
  return number === '' ? title : `${number} ${title}`;
}
