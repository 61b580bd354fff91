import type { Kind, Way } from './model';

/// The keys of texts for kinds and ways, as the texts spell them.
export const kindKeys = {
  mention: 'mention',
  reply: 'reply',
  comment: 'comment',
  suggestion: 'suggestion',
  'suggestion-decided': 'suggestionDecided',
  ask: 'ask',
  'ask-reminder': 'askReminder',
  answer: 'answer',
  'fill-in-asked': 'fillInAsked',
  'fill-in-due': 'fillInDue',
  status: 'status',
  version: 'version',
  'sign-off-stale': 'signOffStale',
  'interview-planned': 'interviewPlanned',
  'interview-changed': 'interviewChanged',
  'summary-answered': 'summaryAnswered',
} as const satisfies Record<Kind, string>;

export const wayKeys = {
  'at-once': 'atOnce',
  digest: 'digest',
  app: 'app',
  none: 'none',
} as const satisfies Record<Way, string>;
