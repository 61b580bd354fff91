import { request } from '../api';
import {
  type AllLists,
  type Content,
  contentJson,
  type Figure,
  type Figures,
  parseFigure,
  parseFigures,
  parseList,
  parseLists,
  type TopicList,
} from './model';

function path(...parts: readonly string[]): string {
  return `/v1/${parts.map(encodeURIComponent).join('/')}`;
}

export function fetchLists(): Promise<AllLists> {
  return request('GET', path('topic-lists'), parseLists);
}

/// @param version absent for the newest
export function fetchList(id: string, version?: number): Promise<TopicList> {
  const query = version === undefined ? '' : `?version=${version}`;
  return request('GET', path('topic-lists', id) + query, parseList);
}

/// A new list of the municipality: empty, or what another has.
export function makeList(title: string, goal: string, copyOf?: string): Promise<TopicList> {
  return request('POST', path('topic-lists'), parseList, { title, goal, copyOf: copyOf ?? null });
}

/// @param version the newest, as it was read
export function saveList(id: string, version: number, content: Content): Promise<TopicList> {
  const body = { version, content: contentJson(content) };
  return request('PUT', path('topic-lists', id), parseList, body);
}

export function archiveList(id: string, archived: boolean): Promise<TopicList> {
  return request('PUT', path('topic-lists', id, 'archived'), parseList, { archived });
}

export function fetchFigures(planId: string): Promise<Figures> {
  return request('GET', path('plans', planId, 'figures'), parseFigures);
}

/// What somebody registers.
export interface FigureWords {
  label: string;
  value: string;
  unit: string;
  source: string;
  year: number;
  section: string | null;
  question: string | null;
}

export function registerFigure(planId: string, words: FigureWords): Promise<Figure> {
  return request('POST', path('plans', planId, 'figures'), parseFigure, words);
}

export function changeFigure(figure: Figure, words: FigureWords): Promise<Figure> {
  const body = { ...words, version: figure.version };
  return request('PUT', path('figures', figure.id), parseFigure, body);
}

export function removeFigure(id: string, removed: boolean): Promise<Figure> {
  return request('PUT', path('figures', id, 'removed'), parseFigure, { removed });
}

/// The questions of all lists that are in use, each once, to choose one.
export async function fetchQuestions(): Promise<readonly { id: string; text: string }[]> {
  const { items } = await fetchLists();
  const lists = await Promise.all(
    items.filter(({ archived }) => !archived).map(({ id }) => fetchList(id)),
  );
  const questions = new Map<string, string>();
  for (const { content } of lists) {
    for (const { id, text } of content.groups.flatMap((group) => group.questions)) {
      if (!questions.has(id)) {
        questions.set(id, text);
      }
    }
  }
  return [...questions].map(([id, text]) => ({ id, text }));
}
