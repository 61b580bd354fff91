import { type PersonalKind, personalIn } from '..';

/// A sentence, and what is personal in it.
export interface Marked {
  text: string;
  marks: { kind: PersonalKind; from: number; to: number }[];
}

/// Reads `[kind|words]`.
export function marked(sentence: string): Marked {
  const marks: Marked['marks'] = [];
  let text = '';
  let rest = 0;
  for (const match of sentence.matchAll(/\[(\w+)\|([^\]]+)\]/g)) {
    text += sentence.slice(rest, match.index);
    const words = match[2] ?? '';
    marks.push({
      kind: match[1] as PersonalKind,
      from: text.length,
      to: text.length + words.length,
    });
    text += words;
    rest = match.index + match[0].length;
  }
  return { text: text + sentence.slice(rest), marks };
}

/// How the detector did on a set.
export interface Measured {
  /// Of each kind: how many there are, and how many were warned about.
  found: Map<PersonalKind, { of: number; seen: number }>;
  /// Sentences without anything personal, and those of them with a warning.
  clean: { of: number; warned: number };
  /// What it got wrong, to read.
  missed: string[];
  inVain: string[];
}

/// A place counts as seen when a warning covers at least half of it, whatever it takes it for.
export function measure(sentences: readonly string[], year: number): Measured {
  const result: Measured = {
    found: new Map(),
    clean: { of: 0, warned: 0 },
    missed: [],
    inVain: [],
  };
  for (const sentence of sentences) {
    const { text, marks } = marked(sentence);
    const warnings = personalIn(text, year);
    for (const mark of marks) {
      const count = result.found.get(mark.kind) ?? { of: 0, seen: 0 };
      const covered = warnings.reduce(
        (sum, one) => sum + Math.max(0, Math.min(one.to, mark.to) - Math.max(one.from, mark.from)),
        0,
      );
      const seen = covered * 2 >= mark.to - mark.from;
      result.found.set(mark.kind, { of: count.of + 1, seen: count.seen + (seen ? 1 : 0) });
      if (!seen) {
        result.missed.push(`${mark.kind}: ${text}`);
      }
    }
    const vain = warnings.filter(
      (one) => !marks.some((mark) => one.from < mark.to && mark.from < one.to),
    );
    if (marks.length === 0) {
      result.clean.of++;
      result.clean.warned += vain.length > 0 ? 1 : 0;
    }
    result.inVain.push(...vain.map((one) => `${one.kind} "${one.text}": ${text}`));
  }
  return result;
}
