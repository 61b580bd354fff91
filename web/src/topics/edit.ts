import { always, type Condition, type Content, type Group, type Question } from './model';

/// What somebody does to a list. Ids of what is new come in.
export type Edit =
  | { kind: 'title' | 'goal'; text: string }
  | { kind: 'group-title'; group: string; text: string }
  | { kind: 'question-text'; question: string; text: string }
  | { kind: 'probes'; question: string; probes: readonly string[] }
  | { kind: 'when'; of: string; when: Condition }
  | { kind: 'add-group'; id: string }
  | { kind: 'add-question'; group: string; id: string; after?: string }
  | { kind: 'remove'; id: string }
  | { kind: 'move'; id: string; by: -1 | 1 };

/// A list that is being worked on, with what it was before.
export interface Work {
  content: Content;
  past: readonly Content[];
  future: readonly Content[];
  /// The field and moment of the last edit: what is typed on in one go is undone in one go.
  last: { field: string; at: number } | undefined;
}

const pastMax = 200;
const pauseMaxMs = 1500;

export function begin(content: Content): Work {
  return { content, past: [], future: [], last: undefined };
}

/// Does it; nothing where it changes nothing.
///
/// @param at milliseconds, of whatever clock
export function change(work: Work, edit: Edit, at: number): Work {
  const content = applied(work.content, edit);
  if (content === work.content) {
    return work;
  }
  const field = fieldOf(edit);
  const goesOn =
    field !== '' &&
    work.last !== undefined &&
    work.last.field === field &&
    at - work.last.at <= pauseMaxMs;
  return {
    content,
    past: goesOn ? work.past : [...work.past, work.content].slice(-pastMax),
    future: [],
    last: { field, at },
  };
}

export function undo(work: Work): Work {
  const before = work.past.at(-1);
  return before === undefined
    ? work
    : {
        content: before,
        past: work.past.slice(0, -1),
        future: [work.content, ...work.future],
        last: undefined,
      };
}

export function redo(work: Work): Work {
  const [after, ...future] = work.future;
  return after === undefined
    ? work
    : { content: after, past: [...work.past, work.content], future, last: undefined };
}

/// Where letters are typed; empty for what is done at once.
function fieldOf(edit: Edit): string {
  switch (edit.kind) {
    case 'title':
    case 'goal':
      return edit.kind;
    case 'group-title':
      return `title ${edit.group}`;
    case 'question-text':
      return `text ${edit.question}`;
    case 'probes':
      return `probes ${edit.question}`;
    case 'when':
    case 'add-group':
    case 'add-question':
    case 'remove':
    case 'move':
      return '';
  }
}

function applied(content: Content, edit: Edit): Content {
  switch (edit.kind) {
    case 'title':
      return { ...content, title: edit.text };
    case 'goal':
      return { ...content, goal: edit.text };
    case 'group-title':
      return inGroup(content, edit.group, (group) => ({ ...group, title: edit.text }));
    case 'question-text':
      return inQuestion(content, edit.question, (question) => ({ ...question, text: edit.text }));
    case 'probes':
      return inQuestion(content, edit.question, (question) => ({
        ...question,
        probes: edit.probes,
      }));
    case 'when':
      return inQuestion(
        inGroup(content, edit.of, (group) => ({ ...group, when: edit.when })),
        edit.of,
        (question) => ({ ...question, when: edit.when }),
      );
    case 'add-group':
      return {
        ...content,
        groups: [...content.groups, { id: edit.id, title: '', when: always, questions: [] }],
      };
    case 'add-question':
      return inGroup(content, edit.group, (group) => added(group, edit.id, edit.after));
    case 'remove':
      return without(content, edit.id);
    case 'move':
      return content.groups.some(({ id }) => id === edit.id)
        ? movedGroup(content, edit.id, edit.by)
        : movedQuestion(content, edit.id, edit.by);
  }
}

function inGroup(content: Content, id: string, how: (group: Group) => Group): Content {
  return {
    ...content,
    groups: content.groups.map((group) => (group.id === id ? how(group) : group)),
  };
}

function inQuestion(content: Content, id: string, how: (question: Question) => Question): Content {
  return {
    ...content,
    groups: content.groups.map((group) =>
      group.questions.some((question) => question.id === id)
        ? {
            ...group,
            questions: group.questions.map((question) =>
              question.id === id ? how(question) : question,
            ),
          }
        : group,
    ),
  };
}

function added(group: Group, id: string, after: string | undefined): Group {
  const question: Question = { id, text: '', probes: [], when: always };
  const at = group.questions.findIndex((each) => each.id === after);
  const questions = [...group.questions];
  questions.splice(at < 0 ? questions.length : at + 1, 0, question);
  return { ...group, questions };
}

function without(content: Content, id: string): Content {
  return {
    ...content,
    groups: content.groups
      .filter((group) => group.id !== id)
      .map((group) => ({
        ...group,
        questions: group.questions.filter((question) => question.id !== id),
      })),
  };
}

function swapped<Item extends { id: string }>(
  items: readonly Item[],
  id: string,
  by: -1 | 1,
): readonly Item[] {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  if (item === undefined || from + by < 0 || from + by >= items.length) {
    return items;
  }
  const rest = items.filter((each) => each !== item);
  return [...rest.slice(0, from + by), item, ...rest.slice(from + by)];
}

function movedGroup(content: Content, id: string, by: -1 | 1): Content {
  const groups = swapped(content.groups, id, by);
  return groups === content.groups ? content : { ...content, groups };
}

/// Past the edge of its group a question goes to the next one.
function movedQuestion(content: Content, id: string, by: -1 | 1): Content {
  const from = content.groups.findIndex(({ questions }) => questions.some((q) => q.id === id));
  const group = content.groups[from];
  const question = group?.questions.find((each) => each.id === id);
  if (group === undefined || question === undefined) {
    return content;
  }
  const questions = swapped(group.questions, id, by);
  if (questions !== group.questions) {
    return inGroup(content, group.id, (each) => ({ ...each, questions }));
  }
  const next = content.groups[from + by];
  if (next === undefined) {
    return content;
  }
  return {
    ...content,
    groups: content.groups.map((each) => {
      if (each === group) {
        return { ...each, questions: each.questions.filter((other) => other !== question) };
      }
      return each === next
        ? {
            ...each,
            questions: by < 0 ? [...each.questions, question] : [question, ...each.questions],
          }
        : each;
    }),
  };
}

/// Whether a move would change something.
export function mayMove(content: Content, id: string, by: -1 | 1): boolean {
  return applied(content, { kind: 'move', id, by }) !== content;
}

/// What gets the focus when something goes: what takes its place, or what stood before it.
export function besides(content: Content, id: string): string | undefined {
  const siblings =
    content.groups.find(({ questions }) => questions.some((each) => each.id === id))?.questions ??
    content.groups;
  const at = siblings.findIndex((each) => each.id === id);
  return (siblings[at + 1] ?? siblings[at - 1])?.id;
}

/// The fields that say nothing, by the id of what they belong to; `title` and `goal` of the list.
export function emptyFields(content: Content): readonly string[] {
  const empty = (id: string, text: string) => (text.trim() === '' ? [id] : []);
  return [
    ...empty('title', content.title),
    ...empty('goal', content.goal),
    ...content.groups.flatMap((group) => [
      ...empty(group.id, group.title),
      ...group.questions.flatMap(({ id, text }) => empty(id, text)),
    ]),
  ];
}

/// What the server names as `groups[1].questions[0].text`, by the id of what it is; the name
/// itself where it is neither a group nor a question.
export function placeOf(content: Content, field: string): string {
  const found = /^groups\[(\d+)\](?:\.questions\[(\d+)\])?/.exec(field);
  const group = found?.[1] === undefined ? undefined : content.groups[Number(found[1])];
  const question = found?.[2] === undefined ? undefined : group?.questions[Number(found[2])];
  return question?.id ?? group?.id ?? field;
}
