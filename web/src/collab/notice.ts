/// What the server says beside the document, as JSON in Stateless messages.
export type Notice =
  | { kind: 'document'; generation: string; schema: number }
  | { kind: 'storage'; away: boolean }
  | { kind: 'unknown' };

function fieldsOf(payload: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(payload);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

export function parseNotice(payload: string): Notice {
  const fields = fieldsOf(payload);
  const { kind, generation, schema, state } = fields;
  if (kind === 'document' && typeof generation === 'string') {
    return { kind, generation, schema: typeof schema === 'number' ? schema : 1 };
  }
  if (kind === 'storage') {
    return { kind, away: state === 'away' };
  }
  return { kind: 'unknown' };
}
