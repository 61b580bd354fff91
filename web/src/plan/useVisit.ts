import { useEffect, useRef } from 'react';
import { visitSection } from './api';
import type { Section } from './model';

/// So long a section must be on the screen to count as looked at.
const LOOK_MS = 1500;

/// Tells the server that this section was looked at: when it has been on the screen for a moment,
/// and again when one leaves it, because others went on writing before one's eyes. `onNews` is
/// called when that settled a change one had not seen.
export function useVisit(
  planId: string,
  section: Section | undefined,
  connected: boolean,
  onNews: () => void,
): void {
  const sectionId = section?.id;
  const changed = useRef(false);
  changed.current = section?.changed ?? false;
  const latest = useRef(onNews);
  latest.current = onNews;
  useEffect(() => {
    if (sectionId === undefined || !connected) {
      return;
    }
    let looked = false;
    // Nothing is lost when the server is away: the section only stays marked as changed.
    const visit = () => visitSection(planId, sectionId).catch(() => {});
    const timer = setTimeout(() => {
      if (document.visibilityState === 'visible') {
        looked = true;
        const isNews = changed.current;
        void visit().then(() => isNews && latest.current());
      }
    }, LOOK_MS);
    const hidden = () => {
      if (looked && document.visibilityState === 'hidden') {
        void visit();
      }
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hidden);
      if (looked) {
        void visit();
      }
    };
  }, [planId, sectionId, connected]);
}
