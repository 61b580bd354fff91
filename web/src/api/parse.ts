/// Checks of JSON at the border: what passes has the type it says, what does not is thrown away
/// with a message for the developer.

/// The answer has another shape than agreed.
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordOf(value: unknown): JsonRecord {
  if (!isRecord(value)) {
    throw new ShapeError('an object was expected');
  }
  return value;
}

export function textOf(record: JsonRecord, key: string): string {
  const value = record[key];
  if (typeof value !== 'string') {
    throw new ShapeError(`${key} is not a text`);
  }
  return value;
}

export function numberOf(record: JsonRecord, key: string): number {
  const value = record[key];
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new ShapeError(`${key} is not a number`);
  }
  return value;
}

/// One of a closed list of words.
export function wordOf<Word extends string>(
  record: JsonRecord,
  key: string,
  words: readonly Word[],
): Word {
  const value = textOf(record, key);
  const found = words.find((word) => word === value);
  if (found === undefined) {
    throw new ShapeError(`${key} has an unknown value`);
  }
  return found;
}

export function listOf<Item>(
  record: JsonRecord,
  key: string,
  parse: (item: unknown) => Item,
): readonly Item[] {
  const value = record[key];
  if (!Array.isArray(value)) {
    throw new ShapeError(`${key} is not a list`);
  }
  return value.map(parse);
}
