import type * as Y from 'yjs';
import {
  type AddedQuestion,
  addedQuestions,
  countNotes,
  general,
  notesOf,
  type QuestionState,
  stateOf,
  writtenQuestions,
} from './document';
import { holds, type Topics } from './topics';

/// A question on the screen of a talk.
export interface Item {
  id: string;
  /// Its place as people say it, such as `2.3`; empty for what was added.
  number: string;
  text: string;
  probes: readonly string[];
  added: boolean;
  /// Its condition is not met: it is here because something was written under it, or all were asked
  /// for.
  foreign: boolean;
  state: QuestionState;
  count: number;
}

export interface ItemGroup {
  id: string;
  title: string;
  items: readonly Item[];
}

/// The rail of questions.
export interface Outline {
  groups: readonly ItemGroup[];
  /// All questions in order; the notes without a question come last.
  order: readonly Item[];
  /// How many questions are left out because their condition is not met.
  left: number;
}

interface Around {
  partnerKind: string;
  experiment: boolean;
  /// Shows what is not for this partner too.
  all: boolean;
  /// The question that is open: it does not go from under its writer.
  open?: string | undefined;
}

/// The questions of a talk as they are now: those of the list that fit, those that were added, and
/// every one that something was written under, whatever became of the list.
export function outlineOf(topics: Topics, doc: Y.Doc, around: Around): Outline {
  const added = addedQuestions(doc);
  const placed = new Set<string>();
  let left = 0;
  const item = (
    id: string,
    number: string,
    text: string,
    probes: readonly string[],
    foreign: boolean,
  ): Item => ({
    id,
    number,
    text,
    probes,
    added: number === '',
    foreign,
    state: stateOf(doc, id),
    count: countNotes(notesOf(doc, id)),
  });
  const groups: ItemGroup[] = topics.groups.map((group, g) => {
    const items: Item[] = [];
    const follow = (after: string) => {
      for (const question of added.filter((one) => one.after === after)) {
        if (!placed.has(question.id)) {
          placed.add(question.id);
          items.push(item(question.id, '', question.text, [], false));
          follow(question.id);
        }
      }
    };
    const fits = holds(group.when, around.partnerKind, around.experiment);
    group.questions.forEach((question, q) => {
      const foreign = !fits || !holds(question.when, around.partnerKind, around.experiment);
      const one = item(question.id, `${g + 1}.${q + 1}`, question.text, question.probes, foreign);
      const used = one.count > 0 || one.state.kind !== 'open' || one.id === around.open;
      if (!foreign || around.all || used) {
        items.push(one);
      } else {
        left++;
      }
      placed.add(question.id);
      follow(question.id);
    });
    return { id: group.id, title: group.title, items };
  });
  addLost(groups, added, placed, (one) => item(one.id, '', one.text, [], false));
  const shown = groups.filter((group) => group.items.length > 0);
  const order = shown.flatMap((group) => group.items);
  const lost = writtenQuestions(doc)
    .filter((id) => id !== general && !placed.has(id))
    .filter((id) => id === around.open || countNotes(notesOf(doc, id)) > 0)
    .sort()
    .map((id) => item(id, '', id, [], true));
  return {
    groups: shown,
    order: [...order, ...lost, item(general, '', '', [], false)],
    left,
  };
}

/// What was added behind a question that is gone stands at the end of its group, or of the last.
function addLost(
  groups: ItemGroup[],
  added: readonly AddedQuestion[],
  placed: Set<string>,
  item: (question: AddedQuestion) => Item,
): void {
  for (const question of added.filter((one) => !placed.has(one.id))) {
    placed.add(question.id);
    const found = groups.findIndex((group) => group.id === question.group);
    const at = found === -1 ? groups.length - 1 : found;
    const group = groups[at];
    if (group !== undefined) {
      groups[at] = { ...group, items: [...group.items, item(question)] };
    }
  }
}

/// The question after (or before) one in the order, or itself at the end.
export function neighbourOf(outline: Outline, id: string, step: 1 | -1): string {
  const at = outline.order.findIndex((item) => item.id === id);
  return outline.order[at + step]?.id ?? id;
}

/// How many questions of the talk are done: covered, skipped, or answered elsewhere.
export function progressOf(outline: Outline): { done: number; total: number } {
  const questions = outline.order.filter((item) => item.id !== general);
  return {
    done: questions.filter((item) => item.state.kind !== 'open').length,
    total: questions.length,
  };
}
