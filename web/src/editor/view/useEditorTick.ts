import type { Editor } from '@tiptap/core';
import { useEffect, useReducer } from 'react';

/// Renders anew after the editor's changes, at most once per frame.
export function useEditorTick(editor: Editor): void {
  const [, changed] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(changed);
    };
    editor.on('transaction', soon);
    return () => {
      cancelAnimationFrame(frame);
      editor.off('transaction', soon);
    };
  }, [editor]);
}
