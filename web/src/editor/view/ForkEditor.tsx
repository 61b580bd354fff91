import type { AnyExtension, Editor } from '@tiptap/core';
import { useRef } from 'react';
import type { Fork } from '../../collab';
import type { EditorSection, EditorUser } from '../props';
import { type KeptPlace, Sheet } from './Sheet';

export interface ForkEditorProps {
  fork: Fork;
  user: EditorUser;
  sections: readonly EditorSection[];
  label: string;
  extensions: () => readonly AnyExtension[];
  onEditor: (editor: Editor | undefined) => void;
}

/// The editor of a fork: the same bar and text as on the sheet, and nothing of it is sent.
export function ForkEditor(props: ForkEditorProps) {
  const { fork } = props;
  const place = useRef<KeptPlace>({ documentId: '', top: 0, wrote: true });
  return (
    <Sheet {...props} documentId={fork.documentId} readOnly={false} open={fork} place={place} />
  );
}
