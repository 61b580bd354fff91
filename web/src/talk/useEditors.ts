import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';

/// So many questions keep their editors: the caret and what can be undone wait there.
const editorsMax = 8;

/// The editors of the questions that were open, the last ones kept, and where the caret goes next.
export function useEditors(question: string) {
  const editors = useRef(new Map<string, Editor>());
  const [kept, setKept] = useState<readonly string[]>([question]);
  const [, changed] = useState(0);
  const next = useRef<string>(undefined);
  const now = useRef(question);
  now.current = question;
  if (!kept.includes(question)) {
    setKept([...kept, question].slice(-editorsMax));
  }
  const give = useCallback(() => {
    const editor = editors.current.get(now.current);
    if (next.current === now.current && editor !== undefined) {
      next.current = undefined;
      const fresh = editor.state.selection.from <= 1;
      editor.commands.focus(fresh ? 'end' : null);
    }
  }, []);
  useEffect(() => {
    if (question !== '') {
      give();
    }
  }, [question, give]);
  const onEditor = useCallback(
    (id: string, editor: Editor | undefined) => {
      if (editor === undefined) {
        editors.current.delete(id);
      } else {
        editors.current.set(id, editor);
        give();
      }
      changed((count) => count + 1);
    },
    [give],
  );
  const current = useCallback(() => editors.current.get(now.current), []);
  return {
    kept,
    onEditor,
    current,
    hasCaret: () => current()?.isFocused === true,
    /// The caret goes to this question's notes as soon as they are there; absent: it stays away.
    focusNext: (id: string | undefined) => {
      next.current = id;
      if (id === now.current) {
        // After a form that had the focus is gone.
        setTimeout(give);
      }
    },
  };
}
