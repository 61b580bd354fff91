import type { AnyExtension, Editor } from '@tiptap/core';
import type { OpenDocument } from '../collab';
import type { PresenceUser, SaveState } from '../collab/types';

/// Who writes; shown only in the notice texts, never sent: the server stamps presence itself.
export type EditorUser = PresenceUser;

/// A section that a cross-reference may point to. `key` is the model's key, such as `3.10` or `B1`.
export interface EditorSection {
  key: string;
  number: string;
  title: string;
}

/// The editor of one document. It opens the document by itself (see `collab.openDocument`) and
/// closes it when it goes. `documentId` may change: the editor then shows the other document.
export interface SectionEditorProps {
  documentId: string;
  token?: string | undefined;
  user: EditorUser;
  readOnly: boolean;
  sections: readonly EditorSection[];
  onState?: ((state: SaveState) => void) | undefined;
  /// The server's word on whether this member may write here, at each change.
  onRight?: ((mayWrite: boolean) => void) | undefined;
  onOpenSection?: ((key: string) => void) | undefined;
  /// What a screen reader and the heading of the toolbar call this text, such as "3.9 Signaleren".
  label?: string | undefined;
  /// What others add to the editor; asked for when an editor is made.
  extensions?: (() => readonly AnyExtension[]) | undefined;
  /// The editor on the sheet with its document, at each change; nothing while there is none.
  onEditor?: ((editor: Editor | undefined, open: OpenDocument | undefined) => void) | undefined;
}
