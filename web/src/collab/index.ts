export { Connection, type ConnectionOptions, type ConnectionStatus } from './connection';
export { currentConnection, openDocument, startConnection, stopConnection } from './current';
export type { OpenDocument } from './document';
export { forgetLocalCopies, unsavedLocalCopies } from './localCopies';
export type { PlanEvent } from './planChannel';
export type {
  KeptWords,
  LocalCopy,
  Presence,
  PresenceUser,
  SaveState,
  UnsavedReason,
} from './types';
export { usePlanEvents } from './usePlanEvents';
export { stampedUser, useConnectionStatus, usePresence } from './usePresence';
