import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { takeBackForMs } from './nameKeeper';
import { keepPseudonyms, type Pseudonym, readPseudonyms, tidied } from './pseudonyms';

/// What was just replaced, or put back.
export interface Said {
  name: string;
  instead: string;
  back: boolean;
}

/// The names to replace, kept in this browser only.
export function usePseudonyms(member: string, plan: string, editor: () => Editor | undefined) {
  const [list, show] = useState(() => readPseudonyms(member, plan));
  const [kept, setKept] = useState(true);
  const [said, setSaid] = useState<Said>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const setList = (now: readonly Pseudonym[]) => {
    show(now);
    setKept(keepPseudonyms(member, plan, now));
  };
  const onReplaced = useCallback((name: string, instead: string, back: boolean) => {
    clearTimeout(timer.current);
    setSaid({ name, instead, back });
    timer.current = setTimeout(() => setSaid(undefined), takeBackForMs);
  }, []);
  /// Puts the selected words on the list, and another word in their place.
  const replaceSelected = (instead: string) => {
    const now = editor();
    if (now === undefined || now.state.selection.empty) {
      return;
    }
    const { from, to } = now.state.selection;
    const name = now.state.doc.textBetween(from, to, ' ').trim();
    const [fresh] = tidied([{ name, instead }]);
    if (fresh === undefined || name.length > nameMax) {
      return;
    }
    const known = list.find((one) => one.name.toLowerCase() === fresh.name.toLowerCase());
    const word = known?.instead ?? fresh.instead;
    if (known === undefined) {
      setList([...list, fresh]);
    }
    now.chain().insertContentAt({ from, to }, { type: 'text', text: word }).run();
    onReplaced(fresh.name, word, false);
  };
  return { list, kept, said, setList, onReplaced, replaceSelected };
}

const nameMax = 100;
