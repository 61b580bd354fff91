import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { afterwardsNl } from '../afterwards';
import { speak } from '../api';
import { asksNl } from '../asks';
import { discussionNl } from '../discussion';
import { editorNl } from '../editor/nl';
import { fillInsNl } from '../fillins';
import { findingsNl } from '../findings';
import { historyNl } from '../history';
import { identityNl } from '../identity';
import { interviewsNl } from '../interviews';
import { noticesNl } from '../notices';
import { partnersNl } from '../partners';
import { planNl } from '../plan';
import { rolesNl } from '../roles';
import { suggestionsNl } from '../suggestions';
import { talkNl } from '../talk';
import { topicsNl } from '../topics';
import { store, stored } from '../ui';
import { shellNl } from './nl';

/// The Dutch texts, a namespace per folder. Dutch is the source: its keys are the keys. English
/// comes when it is asked for.
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

export type LanguageTag = 'nl' | 'en';

const LANGUAGE_KEY = 'beleidstafel.language';

/// Starts in the language chosen before on this device; Dutch otherwise.
export async function startTexts(): Promise<void> {
  const first: LanguageTag = stored(LANGUAGE_KEY) === 'en' ? 'en' : 'nl';
  i18next.on('languageChanged', (tag) => {
    document.documentElement.lang = tag;
    speak(tag);
  });
  await i18next.use(initReactI18next).init({
    lng: 'nl',
    fallbackLng: 'nl',
    defaultNS: 'shell',
    resources,
    partialBundledLanguages: true,
    // React escapes already.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  if (first === 'en') {
    await change(first);
  }
}

/// Without a network a language that was never here stays away, and the present one stays.
async function change(tag: LanguageTag): Promise<void> {
  if (tag === 'en' && !i18next.hasResourceBundle('en', 'shell')) {
    try {
      const { english } = await import('./english');
      for (const [namespace, texts] of Object.entries(english)) {
        i18next.addResourceBundle('en', namespace, texts);
      }
    } catch {
      return;
    }
  }
  await i18next.changeLanguage(tag);
}

export async function switchLanguage(tag: LanguageTag): Promise<void> {
  store(LANGUAGE_KEY, tag);
  await change(tag);
}
