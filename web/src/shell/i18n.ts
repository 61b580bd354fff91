import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { afterwardsEn, afterwardsNl } from '../afterwards';
import { speak } from '../api';
import { asksEn, asksNl } from '../asks';
import { discussionEn, discussionNl } from '../discussion';
import { editorEn } from '../editor/en';
import { editorNl } from '../editor/nl';
import { fillInsEn, fillInsNl } from '../fillins';
import { findingsEn, findingsNl } from '../findings';
import { historyEn, historyNl } from '../history';
import { identityEn, identityNl } from '../identity';
import { interviewsEn, interviewsNl } from '../interviews';
import { noticesEn, noticesNl } from '../notices';
import { partnersEn, partnersNl } from '../partners';
import { planEn, planNl } from '../plan';
import { rolesEn, rolesNl } from '../roles';
import { suggestionsEn, suggestionsNl } from '../suggestions';
import { talkEn, talkNl } from '../talk';
import { topicsEn, topicsNl } from '../topics';
import { store, stored } from '../ui';
import { shellEn } from './en';
import { shellNl } from './nl';

/// All texts, a namespace per folder. Dutch is the source: its keys are the keys.
export const resources = {
  nl: {
    shell: shellNl,
    identity: identityNl,
    partners: partnersNl,
    plan: planNl,
    roles: rolesNl,
    afterwards: afterwardsNl,
    asks: asksNl,
    discussion: discussionNl,
    editor: editorNl,
    fillins: fillInsNl,
    findings: findingsNl,
    history: historyNl,
    interviews: interviewsNl,
    notices: noticesNl,
    suggestions: suggestionsNl,
    topics: topicsNl,
    talk: talkNl,
  },
  en: {
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
  },
} as const;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      shell: typeof shellNl;
      identity: typeof identityNl;
      partners: typeof partnersNl;
      plan: typeof planNl;
      roles: typeof rolesNl;
      afterwards: typeof afterwardsNl;
      asks: typeof asksNl;
      discussion: typeof discussionNl;
      editor: typeof editorNl;
      fillins: typeof fillInsNl;
      findings: typeof findingsNl;
      history: typeof historyNl;
      interviews: typeof interviewsNl;
      notices: typeof noticesNl;
      suggestions: typeof suggestionsNl;
      topics: typeof topicsNl;
      talk: typeof talkNl;
    };
  }
}

export type LanguageTag = keyof typeof resources;

const LANGUAGE_KEY = 'beleidstafel.language';

/// Starts in the language chosen before on this device; Dutch otherwise.
export async function startTexts(): Promise<void> {
  const first: LanguageTag = stored(LANGUAGE_KEY) === 'en' ? 'en' : 'nl';
  i18next.on('languageChanged', (tag) => {
    document.documentElement.lang = tag;
    speak(tag);
  });
  await i18next.use(initReactI18next).init({
    lng: first,
    fallbackLng: 'nl',
    defaultNS: 'shell',
    resources,
    // React escapes already.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

export async function switchLanguage(tag: LanguageTag): Promise<void> {
  store(LANGUAGE_KEY, tag);
  await i18next.changeLanguage(tag);
}
