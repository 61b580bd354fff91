import { isRecord, type JsonRecord, listOf, numberOf, recordOf, textOf } from '../api';

/// When a group or question is shown in a talk. Nothing asked for: always.
export interface Condition {
  /// Ids of kinds of organisations; none for all.
  partnerKinds: readonly string[];
  /// Only where the experiment with a closed coffeeshop chain runs.
  experiment: boolean;
}

export const always: Condition = { partnerKinds: [], experiment: false };

/// `id` never changes, in whatever version: notes hang on it.
export interface Question {
  id: string;
  text: string;
  probes: readonly string[];
  when: Condition;
}

export interface Group {
  id: string;
  title: string;
  when: Condition;
  questions: readonly Question[];
}

export interface Content {
  title: string;
  goal: string;
  groups: readonly Group[];
}

export interface Kind {
  id: string;
  label: string;
}

export interface Person {
  name: string;
  partner: { name: string };
}

interface ListHead {
  id: string;
  /// Comes with the product: copied, never changed.
  isModel: boolean;
  version: number;
  archived: boolean;
}

/// A list among others.
export interface ListSummary extends ListHead {
  title: string;
  groups: number;
  questions: number;
  by: Person | undefined;
  /// When it was last saved; absent for a list of the product.
  at: number | undefined;
}

export interface AllLists {
  items: readonly ListSummary[];
  mayEdit: boolean;
}

export interface Version {
  version: number;
  by: Person | undefined;
  at: number;
}

/// One version of a list, with all there is to know.
export interface TopicList extends ListHead {
  newest: number;
  content: Content;
  versions: readonly Version[];
  advice: readonly string[];
  mayEdit: boolean;
  kinds: readonly Kind[];
}

export interface SectionName {
  id: string;
  key: string;
  number: string;
  title: string;
}

/// Something that was counted.
export interface Figure {
  id: string;
  label: string;
  value: string;
  unit: string;
  source: string;
  year: number;
  /// About a year that is long ago.
  stale: boolean;
  section: SectionName | undefined;
  question: string | undefined;
  by: Person | undefined;
  at: number;
  version: number;
  mayChange: boolean;
}

export interface Figures {
  items: readonly Figure[];
  mayAdd: boolean;
  /// Those that I may register figures for.
  sections: readonly SectionName[];
}

function flag(record: JsonRecord, key: string): boolean {
  return record[key] === true;
}

function personIn(record: JsonRecord, key: string): Person | undefined {
  const value = record[key];
  if (!isRecord(value)) {
    return undefined;
  }
  return {
    name: textOf(value, 'name'),
    partner: { name: textOf(recordOf(value['partner']), 'name') },
  };
}

function parseCondition(value: unknown): Condition {
  if (!isRecord(value)) {
    return always;
  }
  return {
    partnerKinds: Array.isArray(value['partnerKinds']) ? listOf(value, 'partnerKinds', String) : [],
    experiment: flag(value, 'experiment'),
  };
}

function parseQuestion(item: unknown): Question {
  const record = recordOf(item);
  return {
    id: textOf(record, 'id'),
    text: textOf(record, 'text'),
    probes: listOf(record, 'probes', String),
    when: parseCondition(record['when']),
  };
}

function parseGroup(item: unknown): Group {
  const record = recordOf(item);
  return {
    id: textOf(record, 'id'),
    title: textOf(record, 'title'),
    when: parseCondition(record['when']),
    questions: listOf(record, 'questions', parseQuestion),
  };
}

export function parseContent(value: unknown): Content {
  const record = recordOf(value);
  return {
    title: textOf(record, 'title'),
    goal: textOf(record, 'goal'),
    groups: listOf(record, 'groups', parseGroup),
  };
}

function parseHead(record: JsonRecord): ListHead {
  return {
    id: textOf(record, 'id'),
    isModel: flag(record, 'isModel'),
    version: numberOf(record, 'version'),
    archived: flag(record, 'archived'),
  };
}

export function parseLists(json: unknown): AllLists {
  const root = recordOf(json);
  return {
    items: listOf(root, 'items', (item) => {
      const record = recordOf(item);
      return {
        ...parseHead(record),
        title: textOf(record, 'title'),
        groups: numberOf(record, 'groups'),
        questions: numberOf(record, 'questions'),
        by: personIn(record, 'by'),
        at: typeof record['at'] === 'number' ? record['at'] : undefined,
      };
    }),
    mayEdit: flag(root, 'mayEdit'),
  };
}

export function parseList(json: unknown): TopicList {
  const root = recordOf(json);
  return {
    ...parseHead(root),
    newest: numberOf(root, 'newest'),
    content: parseContent(root['content']),
    versions: listOf(root, 'versions', (item) => {
      const record = recordOf(item);
      return {
        version: numberOf(record, 'version'),
        by: personIn(record, 'by'),
        at: numberOf(record, 'at'),
      };
    }),
    advice: listOf(root, 'advice', String),
    mayEdit: flag(root, 'mayEdit'),
    kinds: listOf(root, 'kinds', (item) => {
      const record = recordOf(item);
      return { id: textOf(record, 'id'), label: textOf(record, 'label') };
    }),
  };
}

function conditionJson(when: Condition): { when?: object } {
  return when.partnerKinds.length === 0 && !when.experiment
    ? {}
    : {
        when: {
          ...(when.partnerKinds.length === 0 ? {} : { partnerKinds: when.partnerKinds }),
          ...(when.experiment ? { experiment: true } : {}),
        },
      };
}

/// As the server takes it: without space around, and without probes that say nothing.
export function contentJson(content: Content): object {
  return {
    title: content.title.trim(),
    goal: content.goal.trim(),
    groups: content.groups.map((group) => ({
      id: group.id,
      title: group.title.trim(),
      ...conditionJson(group.when),
      questions: group.questions.map((question) => ({
        id: question.id,
        text: question.text.trim(),
        probes: question.probes.map((probe) => probe.trim()).filter((probe) => probe !== ''),
        ...conditionJson(question.when),
      })),
    })),
  };
}

function parseSection(item: unknown): SectionName {
  const record = recordOf(item);
  return {
    id: textOf(record, 'id'),
    key: textOf(record, 'key'),
    number: textOf(record, 'number'),
    title: textOf(record, 'title'),
  };
}

export function parseFigure(item: unknown): Figure {
  const record = recordOf(item);
  const question = record['question'];
  return {
    id: textOf(record, 'id'),
    label: textOf(record, 'label'),
    value: textOf(record, 'value'),
    unit: textOf(record, 'unit'),
    source: textOf(record, 'source'),
    year: numberOf(record, 'year'),
    stale: flag(record, 'stale'),
    section: isRecord(record['section']) ? parseSection(record['section']) : undefined,
    question: typeof question === 'string' ? question : undefined,
    by: personIn(record, 'by'),
    at: numberOf(record, 'at'),
    version: numberOf(record, 'version'),
    mayChange: flag(record, 'mayChange'),
  };
}

export function parseFigures(json: unknown): Figures {
  const root = recordOf(json);
  return {
    items: listOf(root, 'items', parseFigure),
    mayAdd: flag(root, 'mayAdd'),
    sections: listOf(root, 'sections', parseSection),
  };
}

/// Name of a section, with its number where it has one.
export function sectionName({ number, title }: SectionName): string {
  return number === '' ? title : `${number} ${title}`;
}

/// Figures under the section they belong to, in the order of the plan; those of the plan as a whole
/// come first.
export function bySection(
  figures: readonly Figure[],
  order: readonly { id: string }[],
): readonly { section: SectionName | undefined; figures: readonly Figure[] }[] {
  const place = new Map(order.map(({ id }, index) => [id, index]));
  const groups = new Map<string, { section: SectionName | undefined; figures: Figure[] }>();
  for (const figure of figures) {
    const key = figure.section?.id ?? '';
    const group = groups.get(key) ?? { section: figure.section, figures: [] };
    group.figures.push(figure);
    groups.set(key, group);
  }
  const rank = (id: string | undefined) =>
    id === undefined ? -1 : (place.get(id) ?? order.length);
  return [...groups.values()].sort((one, other) => rank(one.section?.id) - rank(other.section?.id));
}
