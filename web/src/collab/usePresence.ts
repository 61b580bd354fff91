import type { ConnectionStatus } from './connection';
import type { Presence } from './types';

/// Everybody in this document now, this session first. Does not open the document: empty until
/// somebody else (the editor, a preload) has it open.
export function usePresence(_documentId: string): readonly Presence[] {
  return [];
}

/// The state of the one socket.
export function useConnectionStatus(): ConnectionStatus {
  return 'connecting';
}
