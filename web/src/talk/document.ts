import * as Y from 'yjs';

/// The notes that hang on no question.
export const general = 'general';

const root = 'question/';
const addedPattern = /^added-[a-z0-9-]{1,70}$/;
const textMax = 500;

/// A question that was added during the talk.
export interface AddedQuestion {
  id: string;
  text: string;
  /// The group it stands in; the last one where that is gone.
  group: string;
  /// The question it stands behind.
  after: string;
}

/// What was done with a question.
export type QuestionState =
  | { kind: 'open' }
  | { kind: 'covered' }
  | { kind: 'skipped' }
  | { kind: 'elsewhere'; question: string };

const elsewhere = 'elsewhere:';
const open: QuestionState = { kind: 'open' };

/// The notes of one question. They hang on its id: whatever happens to the list of questions, they
/// stay with it.
export function notesOf(doc: Y.Doc, question: string): Y.XmlFragment {
  return doc.getXmlFragment(root + question);
}

/// All questions that somebody ever wrote under, here.
export function writtenQuestions(doc: Y.Doc): string[] {
  return [...doc.share.keys()]
    .filter((name) => name.startsWith(root))
    .map((name) => name.slice(root.length));
}

/// Calls back for every note, of all questions.
export function eachNote(doc: Y.Doc, callback: (note: Y.XmlElement) => void): void {
  for (const question of writtenQuestions(doc)) {
    for (const child of notesOf(doc, question).toArray()) {
      if (child instanceof Y.XmlElement && child.nodeName === 'note') {
        callback(child);
      }
    }
  }
}

/// How many notes with words there are.
export function countNotes(fragment: Y.XmlFragment): number {
  let count = 0;
  for (const child of fragment.toArray()) {
    if (child instanceof Y.XmlElement && child.nodeName === 'note' && hasWords(child)) {
      count++;
    }
  }
  return count;
}

function hasWords(note: Y.XmlElement): boolean {
  return note.toArray().some((text) => text instanceof Y.XmlText && text.length > 0);
}

function textIn(value: object, key: string): string {
  const found: unknown = (value as Record<string, unknown>)[key];
  return typeof found === 'string' ? found : '';
}

function parsed(value: unknown): object | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    const found: unknown = JSON.parse(value);
    return typeof found === 'object' && found !== null ? found : undefined;
  } catch {
    return undefined;
  }
}

/// By their ids, so that everybody has the same order.
export function addedQuestions(doc: Y.Doc): AddedQuestion[] {
  const added: AddedQuestion[] = [];
  for (const [id, value] of doc.getMap('questions')) {
    const fields = parsed(value);
    const text = fields === undefined ? '' : textIn(fields, 'text').trim().slice(0, textMax);
    if (addedPattern.test(id) && fields !== undefined && text !== '') {
      added.push({ id, text, group: textIn(fields, 'group'), after: textIn(fields, 'after') });
    }
  }
  return added.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/// Adds a question and gives its id.
export function addQuestion(doc: Y.Doc, id: string, question: Omit<AddedQuestion, 'id'>): string {
  const name = `added-${id}`;
  const text = question.text.trim().slice(0, textMax);
  doc.getMap('questions').set(name, JSON.stringify({ ...question, text }));
  return name;
}

export function stateOf(doc: Y.Doc, question: string): QuestionState {
  const word = doc.getMap('states').get(question);
  if (word === 'covered' || word === 'skipped') {
    return { kind: word };
  }
  if (typeof word === 'string' && word.startsWith(elsewhere)) {
    return { kind: 'elsewhere', question: word.slice(elsewhere.length) };
  }
  return open;
}

export function setState(doc: Y.Doc, question: string, state: QuestionState): void {
  const states = doc.getMap('states');
  switch (state.kind) {
    case 'open':
      states.delete(question);
      break;
    case 'elsewhere':
      states.set(question, elsewhere + state.question);
      break;
    default:
      states.set(question, state.kind);
  }
}
