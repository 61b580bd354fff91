import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { KeptWords, LocalCopy, PresenceUser, SaveState } from './types';

/// Why a document cannot be opened or written now, if so.
export type Denied = { reason: string } | undefined;

/// One open document; made by `openDocument`, shared by all who open the same id, closed when the
/// last of them calls `close`. Neighbours are preloaded by opening them and closing later.
export interface OpenDocument {
  readonly documentId: string;
  /// True when the content has come from the local copy or the server.
  readonly loaded: boolean;
  readonly saveState: SaveState;
  readonly localCopy: LocalCopy;
  /// What the server allows at this moment; the editor is read-only otherwise. Before the first
  /// answer it is what this browser may do offline: write.
  readonly mayWrite: boolean;
  /// True once `mayWrite` is the server's own word.
  readonly rightKnown: boolean;
  readonly denied: Denied;
  /// The schema version that the server named; 1 until it has.
  readonly schema: number;
  readonly keptWords: readonly KeptWords[];
  /// How many passages were put back because somebody else removed the place around them.
  readonly rescued: number;
  /// Rises when the document had to start afresh: `doc` and `awareness` are then new objects.
  readonly incarnation: number;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /// Calls back after any change of the fields above.
  onChange(listener: () => void): () => void;
  /// Who this session is in its own list of people, while it is among those present.
  readonly self: PresenceUser | undefined;
  /// Shows this session among those present in the document, or hides it. Others see who it is
  /// from the server.
  bePresent(self: PresenceUser | undefined): void;
  /// While true, others' edits wait: an input method is composing.
  composing(active: boolean): void;
  dropKept(id: string): void;
  /// Asks to be let in once more, where the right to see this text was refused or taken.
  askIfDenied(): void;
  close(): void;
}
