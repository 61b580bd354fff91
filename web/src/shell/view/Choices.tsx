import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioGroup, type Scheme, schemes, type Town, towns } from '../../ui';
import { type LanguageTag, switchLanguage } from '../i18n';
import { useLook } from '../LookContext';

export function LanguageChoice() {
  const { t, i18n } = useTranslation('shell');
  // On its way: its texts are loaded first.
  const [asked, setAsked] = useState<LanguageTag>();
  const present: LanguageTag = i18n.language === 'en' ? 'en' : 'nl';
  return (
    <RadioGroup<LanguageTag>
      layout="line"
      legend={t('language.legend')}
      value={asked ?? present}
      choices={[
        { value: 'nl', label: t('language.nl'), lang: 'nl' },
        { value: 'en', label: t('language.en'), lang: 'en' },
      ]}
      onChange={(tag) => {
        setAsked(tag);
        void switchLanguage(tag).finally(() => setAsked(undefined));
      }}
    />
  );
}

export function LookChoice() {
  const { t } = useTranslation('shell');
  const { look, change } = useLook();
  return (
    <>
      <RadioGroup<Scheme>
        legend={t('scheme.legend')}
        value={look.scheme}
        choices={schemes.map((scheme) => ({ value: scheme, label: t(`scheme.${scheme}`) }))}
        onChange={(scheme) => change({ ...look, scheme })}
      />
      <RadioGroup<Town>
        layout="line"
        legend={t('town.legend')}
        value={look.town}
        choices={towns.map((town) => ({ value: town, label: t(`town.${town}`) }))}
        onChange={(town) => change({ ...look, town })}
      />
    </>
  );
}
