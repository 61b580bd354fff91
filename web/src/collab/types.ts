/// What the rest of the app may know about live documents, without a socket or a Yjs import.

/// Why words are not on the server yet.
/// `connecting`: the first handshake is under way; `offline`: no socket; `storage`: the server has
/// no database; `refused`: the server did not take the edit (right taken, section fixed).
export type UnsavedReason = 'connecting' | 'offline' | 'storage' | 'refused';

/// Where the words of one document are. `saved` is only said after the server's commit.
/// Times are milliseconds since 1970; `count` is the number of edits that wait.
export type SaveState =
  | { kind: 'typing' }
  | { kind: 'saved'; at: number }
  | { kind: 'unsaved'; reason: UnsavedReason; since: number; count: number };

/// Who somebody is to the others. The server stamps this on every presence state.
export interface PresenceUser {
  memberId: string;
  name: string;
  organisation: string;
  badge: string;
  colour: string;
}

/// One session of somebody in a document. `self` marks this browser's own session.
export interface Presence {
  clientId: number;
  self: boolean;
  user: PresenceUser;
}

/// Words that could not be stored where they were typed, kept aside to be copied.
export interface KeptWords {
  id: string;
  documentId: string;
  at: number;
  reason: 'refused' | 'generation' | 'sign-out';
  text: string;
}

/// Whether this browser keeps a copy of the document. `refused` is said to the user.
export type LocalCopy = 'opening' | 'kept' | 'refused';
