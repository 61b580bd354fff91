import type { KeptWords, LocalCopy, SaveState } from './types';

/// One open document; made by `openDocument`, shared by all who open the same id, closed when the
/// last of them calls `close`. Neighbours are preloaded by opening them and closing later.
export interface OpenDocument {
  readonly documentId: string;
  /// True when the content has come from the local copy or the server.
  readonly loaded: boolean;
  readonly saveState: SaveState;
  readonly localCopy: LocalCopy;
  /// What the server allows at this moment; the editor is read-only otherwise.
  readonly mayWrite: boolean;
  readonly keptWords: readonly KeptWords[];
  /// Calls back after any change of the fields above.
  onChange(listener: () => void): () => void;
  close(): void;
}
