import { useEffect, useReducer, useRef, useState } from 'react';
import type { OpenDocument, PresenceUser } from '../collab';
import { stampedUser } from '../collab';

/// Renders anew after changes of the document or of who is where, at most once per frame.
export function useTalkTick(open: OpenDocument | undefined): void {
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const doc = open?.doc;
  const awareness = open?.awareness;
  useEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(changed);
    };
    doc?.on('update', soon);
    awareness?.on('change', soon);
    return () => {
      cancelAnimationFrame(frame);
      doc?.off('update', soon);
      awareness?.off('change', soon);
    };
  }, [doc, awareness]);
}

/// Who else is at which question now.
export function othersAt(open: OpenDocument): ReadonlyMap<string, readonly PresenceUser[]> {
  const places = new Map<string, PresenceUser[]>();
  for (const [client, presence] of open.awareness.getStates()) {
    const user = stampedUser(presence);
    const question: unknown = presence['question'];
    if (client !== open.awareness.clientID && user !== undefined && typeof question === 'string') {
      const here = places.get(question) ?? [];
      if (!here.some(({ memberId }) => memberId === user.memberId)) {
        places.set(question, [...here, user]);
      }
    }
  }
  return places;
}

/// Tells the others which question is open here.
export function useOwnPlace(open: OpenDocument, user: PresenceUser, question: string): void {
  const { awareness } = open;
  const now = useRef(question);
  useEffect(() => {
    open.bePresent(user);
    tellPlace(open.awareness, now.current);
    return () => open.bePresent(undefined);
  }, [open, user]);
  useEffect(() => {
    now.current = question;
    tellPlace(awareness, question);
  }, [awareness, question]);
}

function tellPlace(awareness: OpenDocument['awareness'], question: string): void {
  if (awareness.getLocalState() !== null) {
    awareness.setLocalStateField('question', question);
  }
}

/// The question that is open, kept for this window, so that a reload comes back to it.
export function useOpenQuestion(talk: string, first: () => string) {
  const key = `beleidstafel.talk.at/${talk}`;
  const [question, setQuestion] = useState(() => {
    try {
      return sessionStorage.getItem(key) ?? first();
    } catch {
      return first();
    }
  });
  const open = (id: string) => {
    setQuestion(id);
    try {
      sessionStorage.setItem(key, id);
    } catch {
      // Then a reload begins at the first question.
    }
  };
  return [question, open] as const;
}
