import type { ReactNode } from 'react';
import { useEvidenceNotes } from '../useEvidenceNotes';

export interface EvidenceNotesProps {
  planId: string;
  /// True once the plan can be followed live.
  connected: boolean;
  /// Draws with what a footnote in the place of a chip says, by the id of its evidence.
  children: (noteOf: (id: string) => string | undefined) => ReactNode;
}

/// Follows what stands behind the claims of a plan.
export function EvidenceNotes({ planId, connected, children }: EvidenceNotesProps) {
  return children(useEvidenceNotes(planId, connected));
}
