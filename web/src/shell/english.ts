import { afterwardsEn } from '../afterwards/en';
import { asksEn } from '../asks/en';
import { discussionEn } from '../discussion/en';
import { editorEn } from '../editor/en';
import { fillInsEn } from '../fillins/en';
import { findingsEn } from '../findings/en';
import { historyEn } from '../history/en';
import { identityEn } from '../identity/en';
import { interviewsEn } from '../interviews/en';
import { noticesEn } from '../notices/en';
import { partnersEn } from '../partners/en';
import { planEn } from '../plan/en';
import { rolesEn } from '../roles/en';
import { suggestionsEn } from '../suggestions/en';
import { talkEn } from '../talk/en';
import { topicsEn } from '../topics/en';
import { shellEn } from './en';

/// The English texts, with the keys of the Dutch ones. Loaded when somebody asks for them.
export const english = {
  shell: shellEn,
  identity: identityEn,
  partners: partnersEn,
  plan: planEn,
  roles: rolesEn,
  afterwards: afterwardsEn,
  asks: asksEn,
  discussion: discussionEn,
  editor: editorEn,
  fillins: fillInsEn,
  findings: findingsEn,
  history: historyEn,
  interviews: interviewsEn,
  notices: noticesEn,
  suggestions: suggestionsEn,
  topics: topicsEn,
  talk: talkEn,
} as const;
