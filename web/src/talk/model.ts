import { isRecord, type JsonRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';
import { parseTopics, type Topics } from './topics';

export const states = ['planned', 'running', 'closed', 'cancelled', 'erased'] as const;
export type TalkState = (typeof states)[number];

/// Whose words a note has.
export const kinds = ['quote', 'paraphrase', 'observation'] as const;
export type Kind = (typeof kinds)[number];

/// How far a note may go: to the partners, to the core team, nowhere.
export const confidentialities = ['open', 'core', 'unusable'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/// What a note is about, at a glance.
export const marks = [
  'signal',
  'bottleneck',
  'success',
  'group',
  'setting',
  'substance',
  'action',
] as const;
export type Mark = (typeof marks)[number];

/// An interview, for whoever takes notes in it.
export interface Talk {
  id: string;
  planId: string;
  documentId: string | undefined;
  version: number;
  /// Whom they speak for.
  organisation: string;
  partnerKind: string;
  function: string;
  state: TalkState;
  topics: Topics;
  experiment: boolean;
  figures: readonly string[];
  /// What a new note has.
  confidentiality: Confidentiality;
  startedAt: number | undefined;
  closedAt: number | undefined;
}

/// A figure to have at hand.
export interface Figure {
  id: string;
  label: string;
  value: string;
  unit: string;
  source: string;
  year: number;
  /// The question it belongs to; empty for all of them.
  question: string;
}

function timeIn(root: JsonRecord, key: string): number | undefined {
  const value = root[key];
  return typeof value === 'number' ? value : undefined;
}

function wordIn(root: JsonRecord, key: string): string {
  const value = root[key];
  return typeof value === 'string' ? value : '';
}

export function parseTalk(json: unknown): Talk {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    planId: wordIn(root, 'plan'),
    documentId: wordIn(root, 'document') || undefined,
    version: numberOf(root, 'version'),
    organisation: textOf(root, 'organisation'),
    partnerKind: textOf(root, 'partnerKind'),
    function: wordIn(root, 'function'),
    state: wordOf(root, 'state', states),
    topics: parseTopics(root['topics']),
    experiment: root['experiment'] === true,
    figures: listOf(root, 'figures', String),
    confidentiality: wordOf(root, 'confidentiality', confidentialities),
    startedAt: timeIn(root, 'startedAt'),
    closedAt: timeIn(root, 'closedAt'),
  };
}

export function parseFigures(json: unknown): readonly Figure[] {
  return listOf(recordOf(json), 'items', (item) => {
    const root = recordOf(item);
    const value = root['value'];
    return {
      id: textOf(root, 'id'),
      label: textOf(root, 'label'),
      value: typeof value === 'number' ? String(value) : wordIn(root, 'value'),
      unit: wordIn(root, 'unit'),
      source: textOf(root, 'source'),
      year: numberOf(root, 'year'),
      question: isRecord(root['question']) ? '' : wordIn(root, 'question'),
    };
  });
}
