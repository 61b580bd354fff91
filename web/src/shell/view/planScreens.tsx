import type { ReactNode } from 'react';

/// The ways from a plan's outline to its other pages, in their order.
export function planWays(_planId: string, _onLeave: () => void): ReactNode {
  return null;
}
