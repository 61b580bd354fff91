/// What a talk needs to open without a network, in this browser: its questions and its figures, no
/// person. The notes are not here: they have a local copy of their own.

const prefix = 'beleidstafel.talk';

function keyOf(member: string, id: string): string {
  return `${prefix}/${member}/${id}`;
}

/// Does nothing where this browser keeps nothing.
export function keepTalk<Kept extends { id: string }>(member: string, talk: Kept): void {
  try {
    localStorage.setItem(keyOf(member, talk.id), JSON.stringify(talk));
  } catch {
    // Then a reload without network does not open it.
  }
}

export function keptTalk<Kept>(member: string, id: string): Kept | undefined {
  try {
    const text = localStorage.getItem(keyOf(member, id));
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}

export function forgetTalk(member: string, id: string): void {
  try {
    localStorage.removeItem(keyOf(member, id));
    localStorage.removeItem(keyOf(member, `${id}/figures`));
  } catch {
    // Nothing is kept.
  }
}

/// At sign-out: what this member kept of talks, pseudonyms too.
export function forgetTalks(member: string): void {
  try {
    const ours = [`${prefix}/${member}/`, `beleidstafel.pseudonyms/${member}/`];
    for (const key of Object.keys(localStorage)) {
      if (ours.some((start) => key.startsWith(start))) {
        localStorage.removeItem(key);
      }
    }
  } catch {
    // Nothing is kept.
  }
}
