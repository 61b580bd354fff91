import { isRecord, listOf, numberOf, recordOf, textOf, wordOf } from '../api';

export const kinds = ['quote', 'paraphrase', 'observation'] as const;
export type Kind = (typeof kinds)[number];

export const confidentialities = ['open', 'core'] as const;
export type Confidentiality = (typeof confidentialities)[number];

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

/// How much something rests on.
export interface Support {
  organisations: number;
  notes: number;
  /// Notes that were there once.
  withdrawn: number;
}

/// A note of an interview that I may open.
export interface Note {
  id: string;
  interview: string;
  question: string;
  kind: Kind;
  confidentiality: Confidentiality;
  marks: readonly Mark[];
  text: string;
}

export interface CodedNote extends Note {
  codes: readonly string[];
}

export interface Interview {
  id: string;
  organisation: string;
  /// As people call it.
  partnerKind: string;
}

export interface Group {
  title: string;
  questions: readonly { id: string; text: string }[];
}

export interface Matrix {
  groups: readonly Group[];
  interviews: readonly Interview[];
  notes: readonly CodedNote[];
}

export interface Finding extends Support {
  id: string;
  version: number;
  text: string;
  /// The id of a theme.
  theme: string | undefined;
  /// Those that I may see.
  noteIds: readonly string[];
}

export interface Theme {
  id: string;
  version: number;
  title: string;
  description: string;
}

export interface Findings {
  items: readonly Finding[];
  themes: readonly Theme[];
  /// I make findings.
  mayWork: boolean;
}

export interface Code {
  id: string;
  version: number;
  parent: string | undefined;
  name: string;
  description: string;
  notes: number;
}

/// What stands behind a claim, in numbers.
export interface Evidence extends Support {
  id: string;
  section: string;
  of: 'finding' | 'theme';
}

/// What stands behind a claim, as deep as I may see it.
export interface EvidenceDetail extends Evidence {
  depth: 'count' | 'finding';
  theme: Theme | undefined;
  findings: readonly { id: string; text: string }[];
  /// Of interviews that I may not open.
  open: readonly { kind: Kind; partnerKind: string; text: string }[];
  own: readonly (Note & { organisation: string; partnerKind: string })[];
}

export interface ReportSection {
  id: string;
  key: string;
  number: string;
  title: string;
  /// It should rest on what interviews taught.
  expected: boolean;
  claims: readonly { words: string; evidence: Evidence | undefined }[];
}

export interface Report {
  sections: readonly ReportSection[];
  unusedNotes: readonly string[];
  unusedFindings: readonly string[];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function optional(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function support(root: Readonly<Record<string, unknown>>): Support {
  return {
    organisations: numberOf(root, 'organisations'),
    notes: numberOf(root, 'notes'),
    withdrawn: numberOf(root, 'withdrawn'),
  };
}

function parseNote(json: unknown): Note {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    interview: textOf(root, 'interview'),
    question: textOf(root, 'question'),
    kind: wordOf(root, 'kind', kinds),
    confidentiality: wordOf(root, 'confidentiality', confidentialities),
    marks: listOf(root, 'marks', text).flatMap((word) => marks.find((mark) => mark === word) ?? []),
    text: textOf(root, 'text'),
  };
}

export function parseMatrix(json: unknown): Matrix {
  const root = recordOf(json);
  return {
    groups: listOf(root, 'groups', (item) => {
      const group = recordOf(item);
      return {
        title: textOf(group, 'title'),
        questions: listOf(group, 'questions', (each) => {
          const question = recordOf(each);
          return { id: textOf(question, 'id'), text: textOf(question, 'text') };
        }),
      };
    }),
    interviews: listOf(root, 'interviews', (item) => {
      const interview = recordOf(item);
      return {
        id: textOf(interview, 'id'),
        organisation: textOf(interview, 'organisation'),
        partnerKind: textOf(interview, 'partnerKind'),
      };
    }),
    notes: listOf(root, 'notes', (item) => ({
      ...parseNote(item),
      codes: listOf(recordOf(item), 'codes', text),
    })),
  };
}

function parseTheme(json: unknown): Theme {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    version: numberOf(root, 'version'),
    title: textOf(root, 'title'),
    description: textOf(root, 'description'),
  };
}

export function parseFindings(json: unknown): Findings {
  const root = recordOf(json);
  return {
    items: listOf(root, 'items', (item) => {
      const finding = recordOf(item);
      return {
        id: textOf(finding, 'id'),
        version: numberOf(finding, 'version'),
        text: textOf(finding, 'text'),
        theme: optional(finding['theme']),
        noteIds: listOf(finding, 'noteIds', text),
        ...support(finding),
      };
    }),
    themes: listOf(root, 'themes', parseTheme),
    mayWork: root['mayWork'] === true,
  };
}

export function parseCodes(json: unknown): readonly Code[] {
  return listOf(recordOf(json), 'items', (item) => {
    const code = recordOf(item);
    return {
      id: textOf(code, 'id'),
      version: numberOf(code, 'version'),
      parent: optional(code['parent']),
      name: textOf(code, 'name'),
      description: textOf(code, 'description'),
      notes: numberOf(code, 'notes'),
    };
  });
}

export function parseEvidence(json: unknown): Evidence {
  const root = recordOf(json);
  return {
    id: textOf(root, 'id'),
    section: textOf(root, 'section'),
    of: wordOf(root, 'of', ['finding', 'theme']),
    ...support(root),
  };
}

export function parseEvidenceList(json: unknown): readonly Evidence[] {
  return listOf(recordOf(json), 'items', parseEvidence);
}

export function parseEvidenceDetail(json: unknown): EvidenceDetail {
  const root = recordOf(json);
  return {
    ...parseEvidence(root),
    depth: wordOf(root, 'depth', ['count', 'finding']),
    theme: isRecord(root['theme']) ? parseTheme(root['theme']) : undefined,
    findings: listOf(root, 'findings', (item) => {
      const finding = recordOf(item);
      return { id: textOf(finding, 'id'), text: textOf(finding, 'text') };
    }),
    open: listOf(root, 'open', (item) => {
      const note = recordOf(item);
      return {
        kind: wordOf(note, 'kind', kinds),
        partnerKind: textOf(note, 'partnerKind'),
        text: textOf(note, 'text'),
      };
    }),
    own: listOf(root, 'own', (item) => {
      const note = recordOf(item);
      return {
        ...parseNote(note),
        organisation: textOf(note, 'organisation'),
        partnerKind: textOf(note, 'partnerKind'),
      };
    }),
  };
}

export function parseReport(json: unknown): Report {
  const root = recordOf(json);
  return {
    sections: listOf(root, 'sections', (item) => {
      const section = recordOf(item);
      return {
        id: textOf(section, 'id'),
        key: textOf(section, 'key'),
        number: textOf(section, 'number'),
        title: textOf(section, 'title'),
        expected: section['expected'] === true,
        claims: listOf(section, 'claims', (each) => {
          const claim = recordOf(each);
          return {
            words: textOf(claim, 'words'),
            evidence: isRecord(claim['evidence']) ? parseEvidence(claim['evidence']) : undefined,
          };
        }),
      };
    }),
    unusedNotes: listOf(root, 'unusedNotes', text),
    unusedFindings: listOf(root, 'unusedFindings', text),
  };
}

/// The id of whatever was made or changed.
export function parseMade(json: unknown): string {
  return textOf(recordOf(json), 'id');
}

/// What was added on the spot, and notes without a question.
export const otherRow = 'other';

/// One question with its notes by interview.
export interface Row {
  id: string;
  /// Absent for what belongs to no question of the list.
  text: string | undefined;
  cells: ReadonlyMap<string, readonly CodedNote[]>;
}

export interface RowGroup {
  title: string | undefined;
  rows: readonly Row[];
}

/// The matrix: every question of the lists, those without notes too, and one row for the rest.
export function rowsOf(matrix: Matrix): readonly RowGroup[] {
  const known = new Set(matrix.groups.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const cellsOf = (notes: readonly CodedNote[]) => {
    const cells = new Map<string, CodedNote[]>();
    for (const note of notes) {
      const cell = cells.get(note.interview);
      if (cell === undefined) {
        cells.set(note.interview, [note]);
      } else {
        cell.push(note);
      }
    }
    return cells;
  };
  const groups: RowGroup[] = matrix.groups.map(({ title, questions }) => ({
    title,
    rows: questions.map((question) => ({
      ...question,
      cells: cellsOf(matrix.notes.filter((note) => note.question === question.id)),
    })),
  }));
  const rest = matrix.notes.filter((note) => !known.has(note.question));
  return rest.length === 0
    ? groups
    : [
        ...groups,
        { title: undefined, rows: [{ id: otherRow, text: undefined, cells: cellsOf(rest) }] },
      ];
}

/// Codes with those below them, in the order of their names.
export function codeTree(
  codes: readonly Code[],
): readonly { code: Code; below: readonly Code[] }[] {
  return codes
    .filter(({ parent }) => parent === undefined)
    .map((code) => ({ code, below: codes.filter(({ parent }) => parent === code.id) }));
}

/// Findings by theme, in the order of the themes; those without one last.
export function byTheme(
  findings: Findings,
): readonly { theme: Theme | undefined; items: readonly Finding[] }[] {
  const groups = findings.themes.map((theme) => ({
    theme: theme as Theme | undefined,
    items: findings.items.filter((each) => each.theme === theme.id),
  }));
  const loose = findings.items.filter(
    (each) => !findings.themes.some(({ id }) => id === each.theme),
  );
  return loose.length === 0 ? groups : [...groups, { theme: undefined, items: loose }];
}
