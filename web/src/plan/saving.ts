import type { SaveState } from '../collab/types';

/// One document's words: where they are, and which section they belong to.
export interface SectionSaving {
  /// Names the section to the user.
  section: string;
  state: SaveState;
}

/// What the one sign says. `unsaved` names the section where that is not the one on the sheet.
export type SaveSummary =
  | { kind: 'saved' }
  | { kind: 'typing' }
  | {
      kind: 'unsaved';
      reason: Extract<SaveState, { kind: 'unsaved' }>['reason'];
      since: number;
      count: number;
      sections: readonly string[];
    };

/// The one honest sign over all documents that are open here: as long as any word of any of them
/// is not on the server, the sign does not say saved. The oldest worry gives the reason.
export function summaryOf(all: readonly SectionSaving[]): SaveSummary {
  let oldest: Extract<SaveState, { kind: 'unsaved' }> | undefined;
  let count = 0;
  const sections: string[] = [];
  for (const { section, state } of all) {
    if (state.kind === 'unsaved' && isWorry(state)) {
      count += state.count;
      if (state.count > 0) {
        sections.push(section);
      }
      oldest = oldest === undefined || outranks(state, oldest) ? state : oldest;
    }
  }
  if (oldest !== undefined) {
    return { kind: 'unsaved', reason: oldest.reason, since: oldest.since, count, sections };
  }
  return all.some(({ state }) => state.kind === 'typing') ? { kind: 'typing' } : { kind: 'saved' };
}

type Unsaved = Extract<SaveState, { kind: 'unsaved' }>;

/// Without words that wait, a text that is not connected keeps nobody's words from the server. A
/// refusal is one even so: its words were put aside.
function isWorry({ count, reason }: Unsaved): boolean {
  return count > 0 || reason === 'refused';
}

/// A refusal asks for an act of the user, so it goes before what mends itself.
function outranks(one: Unsaved, other: Unsaved): boolean {
  if ((one.reason === 'refused') !== (other.reason === 'refused')) {
    return one.reason === 'refused';
  }
  return one.since < other.since;
}
