import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

export const states = ['planned', 'running', 'closed', 'cancelled', 'erased'] as const;
export type InterviewState = (typeof states)[number];

export const confidentialities = ['open', 'core', 'unusable'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/// A partner at the table.
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

/// An interview, without a word of what is said.
export interface Interview {
  id: string;
  plan: string;
  /// What a change is based on.
  version: number;
  /// The notes; absent once they were erased.
  document: string | undefined;
  state: InterviewState;
  organisation: string;
  /// Absent for who is not at the table.
  partner: string | undefined;
  partnerKind: string;
  /// What whoever is spoken with does there; may be empty.
  function: string;
  /// Where, or by which call; may be empty.
  place: string;
  at: number | undefined;
  minutes: number;
  experiment: boolean;
  figures: readonly string[];
  confidentiality: Confidentiality;
  list: { id: string; version: number; title: string };
  interviewers: readonly Person[];
  noteTakers: readonly Person[];
  startedAt: number | undefined;
  closedAt: number | undefined;
}

/// When a group or a question is for an interview.
export interface When {
  partnerKinds: readonly string[];
  experiment: boolean;
}

export interface Question {
  id: string;
  text: string;
  probes: readonly string[];
  when: When;
}

export interface Group {
  id: string;
  title: string;
  when: When;
  questions: readonly Question[];
}

export interface Topics {
  title: string;
  goal: string;
  groups: readonly Group[];
}

/// An interview with what it is led along.
export interface WholeInterview extends Interview {
  /// I am in the core team.
  core: boolean;
  topics: Topics;
  respondent: { name: string; email: string };
  /// Who has it in their calendar.
  invited: { members: readonly string[]; respondent: boolean };
}

export interface InterviewList {
  core: boolean;
  items: readonly Interview[];
}

export interface CoreTeam {
  mayChange: boolean;
  items: readonly Person[];
}

/// Who takes part in the municipality's plans, and of which kinds partners are.
export interface Table {
  partners: readonly (Partner & { kind: string })[];
  kinds: readonly { id: string; label: string }[];
}

/// A list of topics to choose.
export interface ListName {
  id: string;
  title: string;
  version: number;
  archived: boolean;
}

/// A figure to have at hand.
export interface Figure {
  id: string;
  label: string;
  value: string;
  unit: string;
  source: string;
  year: number;
}

type Fields = Readonly<Record<string, unknown>>;

function optionalText(record: Fields, key: string): string | undefined {
  return typeof record[key] === 'string' ? textOf(record, key) : undefined;
}

function optionalNumber(record: Fields, key: string): number | undefined {
  return typeof record[key] === 'number' ? numberOf(record, key) : undefined;
}

function parsePartner(value: unknown): Partner {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    name: textOf(record, 'name'),
    badge: textOf(record, 'badge'),
    colour: numberOf(record, 'colour'),
  };
}

function parsePerson(value: unknown): Person {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    name: textOf(record, 'name'),
    partner: parsePartner(record['partner']),
  };
}

function words(record: Fields, key: string): readonly string[] {
  const value = record[key];
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : [];
}

export function parseInterview(value: unknown): Interview {
  const record = recordOf(value);
  const list = recordOf(record['list']);
  return {
    id: textOf(record, 'id'),
    plan: textOf(record, 'plan'),
    version: numberOf(record, 'version'),
    document: optionalText(record, 'document'),
    state: wordOf(record, 'state', states),
    organisation: textOf(record, 'organisation'),
    partner: optionalText(record, 'partner'),
    partnerKind: textOf(record, 'partnerKind'),
    function: textOf(record, 'function'),
    place: textOf(record, 'place'),
    at: optionalNumber(record, 'at'),
    minutes: numberOf(record, 'minutes'),
    experiment: record['experiment'] === true,
    figures: words(record, 'figures'),
    confidentiality: wordOf(record, 'confidentiality', confidentialities),
    list: {
      id: textOf(list, 'id'),
      version: numberOf(list, 'version'),
      title: textOf(list, 'title'),
    },
    interviewers: listOf(record, 'interviewers', parsePerson),
    noteTakers: listOf(record, 'noteTakers', parsePerson),
    startedAt: optionalNumber(record, 'startedAt'),
    closedAt: optionalNumber(record, 'closedAt'),
  };
}

function parseWhen(record: Fields): When {
  const when = record['when'];
  return isRecord(when)
    ? { partnerKinds: words(when, 'partnerKinds'), experiment: when['experiment'] === true }
    : { partnerKinds: [], experiment: false };
}

function parseGroup(value: unknown): Group {
  const record = recordOf(value);
  return {
    id: textOf(record, 'id'),
    title: textOf(record, 'title'),
    when: parseWhen(record),
    questions: listOf(record, 'questions', (each) => {
      const question = recordOf(each);
      return {
        id: textOf(question, 'id'),
        text: textOf(question, 'text'),
        probes: words(question, 'probes'),
        when: parseWhen(question),
      };
    }),
  };
}

export function parseTopics(value: unknown): Topics {
  const record = recordOf(value);
  return {
    title: textOf(record, 'title'),
    goal: textOf(record, 'goal'),
    groups: listOf(record, 'groups', parseGroup),
  };
}

export function parseWhole(value: unknown): WholeInterview {
  const record = recordOf(value);
  const respondent = recordOf(record['respondent']);
  const invited = recordOf(record['invited']);
  return {
    ...parseInterview(record),
    core: record['core'] === true,
    topics: parseTopics(record['topics']),
    respondent: { name: textOf(respondent, 'name'), email: textOf(respondent, 'email') },
    invited: {
      members: words(invited, 'members'),
      respondent: invited['respondent'] === true,
    },
  };
}

export function parseInterviews(value: unknown): InterviewList {
  const record = recordOf(value);
  return { core: record['core'] === true, items: listOf(record, 'items', parseInterview) };
}

export function parseCoreTeam(value: unknown): CoreTeam {
  const record = recordOf(value);
  return { mayChange: record['mayChange'] === true, items: listOf(record, 'items', parsePerson) };
}

export function parsePeople(value: unknown): readonly Person[] {
  return listOf(recordOf(value), 'items', parsePerson);
}

export function parseTable(value: unknown): Table {
  const record = recordOf(value);
  return {
    partners: listOf(record, 'items', (each) => ({
      ...parsePartner(each),
      kind: textOf(recordOf(each), 'kind'),
    })),
    kinds: listOf(record, 'kinds', (each) => {
      const kind = recordOf(each);
      return { id: textOf(kind, 'id'), label: textOf(kind, 'label') };
    }),
  };
}

export function parseFigures(value: unknown): readonly Figure[] {
  return listOf(recordOf(value), 'items', (each) => {
    const figure = recordOf(each);
    return {
      id: textOf(figure, 'id'),
      label: textOf(figure, 'label'),
      value: textOf(figure, 'value'),
      unit: textOf(figure, 'unit'),
      source: textOf(figure, 'source'),
      year: numberOf(figure, 'year'),
    };
  });
}

export function parseLists(value: unknown): readonly ListName[] {
  return listOf(recordOf(value), 'items', (each) => {
    const list = recordOf(each);
    return {
      id: textOf(list, 'id'),
      title: textOf(list, 'title'),
      version: numberOf(list, 'version'),
      archived: list['archived'] === true,
    };
  });
}

/// Whether a group or question is for an interview with this kind of partner.
export function holds(when: When, partnerKind: string, experiment: boolean): boolean {
  return (
    (when.partnerKinds.length === 0 || when.partnerKinds.includes(partnerKind)) &&
    (!when.experiment || experiment)
  );
}

/// Without the groups and questions that are not for this interview.
export function fitting(
  topics: Topics,
  { partnerKind, experiment }: { partnerKind: string; experiment: boolean },
): readonly Group[] {
  return topics.groups
    .filter(({ when }) => holds(when, partnerKind, experiment))
    .map((group) => ({
      ...group,
      questions: group.questions.filter(({ when }) => holds(when, partnerKind, experiment)),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/// A kind of partner with who was or will be spoken with, and who was not asked yet.
export interface KindLine {
  id: string;
  label: string;
  interviews: readonly Interview[];
  /// Partners at the table of this kind without an interview that counts.
  waiting: readonly Partner[];
  progress: Progress;
}

/// `spoken`: somebody of that kind was spoken with; `planned`: it is planned; `open`: neither.
export type Progress = 'spoken' | 'planned' | 'open';

/// An interview that was cancelled was not held.
function counts({ state }: Interview): boolean {
  return state !== 'cancelled';
}

function progressOf(interviews: readonly Interview[]): Progress {
  if (interviews.some(({ state }) => state === 'closed' || state === 'erased')) {
    return 'spoken';
  }
  return interviews.some(counts) ? 'planned' : 'open';
}

/// All kinds in the order of the register, with what is known of each. A kind that the register no
/// longer has comes last, under its id.
export function byKind(table: Table, items: readonly Interview[]): readonly KindLine[] {
  const known = new Set(table.kinds.map(({ id }) => id));
  const lost = [...new Set(items.map(({ partnerKind }) => partnerKind))]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, label: id }));
  return [...table.kinds, ...lost].map(({ id, label }) => {
    const interviews = items.filter(({ partnerKind }) => partnerKind === id);
    const met = new Set(interviews.filter(counts).map(({ partner }) => partner));
    return {
      id,
      label,
      interviews,
      waiting: table.partners.filter((partner) => partner.kind === id && !met.has(partner.id)),
      progress: progressOf(interviews),
    };
  });
}

/// How many kinds are how far.
export function tally(lines: readonly KindLine[]): Readonly<Record<Progress, number>> {
  const of = (progress: Progress) => lines.filter((line) => line.progress === progress).length;
  return { spoken: of('spoken'), planned: of('planned'), open: of('open') };
}
