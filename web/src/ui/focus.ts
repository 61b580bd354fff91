import { type RefObject, useEffect, useRef } from 'react';

/// The page's title in the browser's tab.
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/// Gives the focus to an element once `ready`, so that a screen reader hears the new page. Only
/// after a navigation inside the app: at the first load the browser has its own order.
export function useFocusOnArrival<Target extends HTMLElement>(
  ready: boolean,
): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => {
    if (ready && navigated) {
      target.current?.focus({ preventScroll: true });
    }
  }, [ready]);
  return target;
}

let navigated = false;

/// The router says so at each change of page after the first.
export function noteNavigation(): void {
  navigated = true;
}

/// Where letters are text, and single-key commands must stay silent.
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('[contenteditable="true"]') !== null ||
      target instanceof HTMLInputElement ||
      target instanceof HTMLTextAreaElement ||
      target instanceof HTMLSelectElement)
  );
}
