import { askAhead } from '../api';

/// A plan, or a section with a number.
const sheet = /^\/plannen\/([0-9a-f-]{36})(?:\/[A-Z]?\d[\d-]*)?$/;

const plan = sheet.exec(location.pathname)?.[1];

// Where the address is that of a section: fetches side by side, before the first page is made, what
// would come one after the other: the session, then the editor, then the plan. What the first text
// (`src/first`) asked for already is not asked for again.
if (plan !== undefined) {
  askAhead('/v1/session');
  askAhead(`/v1/plans/${plan}`);
  // Without network it is asked for again, by who shows that it failed.
  import('./view/LivePlan').catch(() => {});
  import('../collab').catch(() => {});
}
