import { isRecord, type JsonRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

export const keptKinds = ['name', 'notes', 'summary'] as const;
export type Kept = (typeof keptKinds)[number];

export interface Basis {
  id: string;
  label: string;
  text: string;
}

/// Why a talk may be kept, as somebody recorded it.
export interface Recorded extends Basis {
  version: number;
  at: number;
}

/// What whoever was spoken with said of the summary.
export interface Reply {
  at: number;
  agrees: boolean;
  remark: string;
  /// One for each paragraph, empty where it is right.
  corrections: readonly string[];
}

export interface Summary {
  version: number;
  paragraphs: readonly string[];
  at: number;
  /// Absent while nobody was sent it as it is now.
  sentAt: number | undefined;
  correctUntil: number | undefined;
  answer: Reply | undefined;
}

/// What is kept, and until when.
export interface Term {
  kept: Kept;
  days: number;
  dueAt: number;
  erasedAt: number | undefined;
}

export interface Afterwards {
  core: boolean;
  /// Whether it is known where to send the summary.
  canSend: boolean;
  basis: Recorded | undefined;
  bases: readonly Basis[];
  summary: Summary | undefined;
  /// Open notes, to begin a summary with.
  notes: readonly { question: string; text: string }[];
  retention: readonly Term[];
}

/// What whoever was spoken with sees behind their link.
export interface OwnSummary {
  municipality: string;
  plan: string;
  organisation: string;
  heldAt: number | undefined;
  basis: { label: string; text: string } | undefined;
  paragraphs: readonly string[];
  correctUntil: number | undefined;
  mayCorrect: boolean;
  answer: Reply | undefined;
  days: readonly { kept: Kept; days: number }[];
}

function flagOf(record: JsonRecord, key: string): boolean {
  return record[key] === true;
}

function optionalNumber(record: JsonRecord, key: string): number | undefined {
  const value = record[key];
  return value === null || value === undefined ? undefined : numberOf(record, key);
}

function within<Value>(
  record: JsonRecord,
  key: string,
  parse: (value: JsonRecord) => Value,
): Value | undefined {
  const value = record[key];
  return isRecord(value) ? parse(value) : undefined;
}

function plainText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseBasis(value: unknown): Basis {
  const record = recordOf(value);
  return { id: textOf(record, 'id'), label: textOf(record, 'label'), text: textOf(record, 'text') };
}

function parseRecorded(record: JsonRecord): Recorded {
  return {
    ...parseBasis(record),
    version: numberOf(record, 'version'),
    at: numberOf(record, 'at'),
  };
}

function parseReply(record: JsonRecord): Reply {
  return {
    at: numberOf(record, 'at'),
    agrees: flagOf(record, 'agrees'),
    remark: textOf(record, 'remark'),
    corrections: listOf(record, 'corrections', plainText),
  };
}

function parseSummary(record: JsonRecord): Summary {
  return {
    version: numberOf(record, 'version'),
    paragraphs: listOf(record, 'paragraphs', plainText),
    at: numberOf(record, 'at'),
    sentAt: optionalNumber(record, 'sentAt'),
    correctUntil: optionalNumber(record, 'correctUntil'),
    answer: within(record, 'answer', parseReply),
  };
}

function parseTerm(value: unknown): Term {
  const record = recordOf(value);
  return {
    kept: wordOf(record, 'kept', keptKinds),
    days: numberOf(record, 'days'),
    dueAt: numberOf(record, 'dueAt'),
    erasedAt: optionalNumber(record, 'erasedAt'),
  };
}

export function parseAfterwards(json: unknown): Afterwards {
  const record = recordOf(json);
  return {
    core: flagOf(record, 'core'),
    canSend: flagOf(record, 'canSend'),
    basis: within(record, 'basis', parseRecorded),
    bases: listOf(record, 'bases', parseBasis),
    summary: within(record, 'summary', parseSummary),
    notes: listOf(record, 'notes', (item) => {
      const note = recordOf(item);
      return { question: textOf(note, 'question'), text: textOf(note, 'text') };
    }),
    retention: listOf(record, 'retention', parseTerm),
  };
}

export function parseOwnSummary(json: unknown): OwnSummary {
  const record = recordOf(json);
  return {
    municipality: textOf(record, 'municipality'),
    plan: textOf(record, 'plan'),
    organisation: textOf(record, 'organisation'),
    heldAt: optionalNumber(record, 'heldAt'),
    basis: within(record, 'basis', (basis) => ({
      label: textOf(basis, 'label'),
      text: textOf(basis, 'text'),
    })),
    paragraphs: listOf(record, 'paragraphs', plainText),
    correctUntil: optionalNumber(record, 'correctUntil'),
    mayCorrect: flagOf(record, 'mayCorrect'),
    answer: within(record, 'answer', parseReply),
    days: listOf(record, 'days', (item) => {
      const term = recordOf(item);
      return { kept: wordOf(term, 'kept', keptKinds), days: numberOf(term, 'days') };
    }),
  };
}

/// Paragraphs as one text, an empty line between them.
export function textOfParagraphs(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}

/// Whether everything that is kept of a talk was erased.
export function isErased(retention: readonly Term[]): boolean {
  return retention.every(({ erasedAt }) => erasedAt !== undefined);
}
