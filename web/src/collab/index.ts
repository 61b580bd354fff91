export { Connection, type ConnectionOptions, type ConnectionStatus } from './connection';
export { currentConnection, openDocument, startConnection, stopConnection } from './current';
export type { OpenDocument } from './document';
export { Fork } from './fork';
export { forgetCopiesOutside, forgetLocalCopies, unsavedLocalCopies } from './localCopies';
export type { PlanEvent } from './planChannel';
export { isSignedOut } from './refusals';
export type {
  KeptWords,
  LocalCopy,
  Presence,
  PresenceUser,
  SaveState,
  UnsavedReason,
} from './types';
export { useKeptWords } from './useKeptWords';
export { usePlanEvents } from './usePlanEvents';
export { stampedUser, useConnectionStatus, usePresence } from './usePresence';
