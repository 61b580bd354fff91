import { isRecord, type JsonRecord, listOf, recordOf, textOf } from '../api';

/// When a group or a question is for a talk.
export interface Condition {
  /// Empty for all kinds of partners.
  partnerKinds: readonly string[];
  /// Only where the experiment with a closed coffeeshop chain runs.
  experiment: boolean;
}

export interface Question {
  id: string;
  text: string;
  probes: readonly string[];
  when: Condition;
}

export interface Group {
  id: string;
  title: string;
  questions: readonly Question[];
  when: Condition;
}

/// What to talk about, in order.
export interface Topics {
  title: string;
  goal: string;
  groups: readonly Group[];
}

const always: Condition = { partnerKinds: [], experiment: false };

function parseWhen(root: JsonRecord): Condition {
  const when = root['when'];
  if (!isRecord(when)) {
    return always;
  }
  return {
    partnerKinds: Array.isArray(when['partnerKinds']) ? when['partnerKinds'].map(String) : [],
    experiment: when['experiment'] === true,
  };
}

function parseQuestion(json: unknown): Question {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    text: textOf(root, 'text'),
    probes: listOf(root, 'probes', String),
    when: parseWhen(root),
  };
}

export function parseTopics(json: unknown): Topics {
  const root = recordOf(json);
  return {
    title: textOf(root, 'title'),
    goal: textOf(root, 'goal'),
    groups: listOf(root, 'groups', (item) => {
      const group = recordOf(item);
      return {
        id: textOf(group, 'id'),
        title: textOf(group, 'title'),
        questions: listOf(group, 'questions', parseQuestion),
        when: parseWhen(group),
      };
    }),
  };
}

/// Whether a condition is met with this partner.
export function holds(when: Condition, partnerKind: string, experiment: boolean): boolean {
  return (
    (when.partnerKinds.length === 0 || when.partnerKinds.includes(partnerKind)) &&
    (!when.experiment || experiment)
  );
}
