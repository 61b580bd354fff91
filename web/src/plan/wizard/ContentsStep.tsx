import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Loaded } from '../../api';
import { Alert, Checkbox, RadioGroup, Skeleton, TextField } from '../../ui';
import { nameOf } from '../model';
import { failureText } from '../view/failure';
import { isOff, isOffWithPart } from './draft';
import type { TemplateDetail, TemplateSection } from './model';
import type { StepProps } from './NameStep';

export interface DetailStepProps extends StepProps {
  detail: Loaded<TemplateDetail>;
}

/// Shows what a step is about once it is known.
export function Known<Value>({
  loaded,
  children,
}: {
  loaded: Loaded<Value>;
  children: (value: Value) => ReactNode;
}) {
  const { t } = useTranslation('plan');
  switch (loaded.kind) {
    case 'loading':
      return <Skeleton label={t('newPlan.loading')} />;
    case 'failed':
      return (
        <Alert kind="error" title={t('newPlan.templatesFailed')}>
          <p>{failureText(t, loaded.error)}</p>
        </Alert>
      );
    case 'loaded':
      return children(loaded.value);
  }
}

/// The whole plan, or a part of it: which sections are off, and where their subjects stand.
export function ContentsStep({ draft, change, mistakes, detail }: DetailStepProps) {
  const { t } = useTranslation('plan');
  return (
    <>
      <RadioGroup
        legend={t('newPlan.scope')}
        value={draft.scope}
        onChange={(scope) => change({ scope })}
        choices={[
          { value: 'whole', label: t('newPlan.whole'), description: t('newPlan.wholeHint') },
          { value: 'part', label: t('newPlan.part'), description: t('newPlan.partHint') },
        ]}
      />
      {draft.scope === 'whole' ? null : (
        <Known loaded={detail}>
          {({ sections }) => (
            <fieldset className="bt-radios" aria-invalid={mistakes.includes('off') || undefined}>
              <legend className="bt-radios__legend">{t('newPlan.sections')}</legend>
              {mistakes.includes('off') ? (
                <p className="bt-field__error" role="alert">
                  {t('newPlan.nothingOn')}
                </p>
              ) : null}
              <ul className="bt-wizard__sections">
                {sections.map((section) => (
                  <li key={section.key} className={`bt-wizard__section--${section.level}`}>
                    <OneSection
                      section={section}
                      sections={sections}
                      draft={draft}
                      change={change}
                    />
                  </li>
                ))}
              </ul>
            </fieldset>
          )}
        </Known>
      )}
    </>
  );
}

interface OneSectionProps extends Pick<StepProps, 'draft' | 'change'> {
  section: TemplateSection;
  sections: readonly TemplateSection[];
}

function OneSection({ section, sections, draft, change }: OneSectionProps) {
  const { t } = useTranslation('plan');
  const { key } = section;
  const name = nameOf(section);
  if (isOffWithPart(draft, sections, key)) {
    return <p className="bt-wizard__gone">{t('newPlan.withPart', { name })}</p>;
  }
  const turn = (on: boolean) => {
    const { [key]: _, ...rest } = draft.off;
    change({ off: on ? rest : { ...rest, [key]: '' } });
  };
  return (
    <>
      <Checkbox label={name} checked={!isOff(draft, sections, key)} onChange={turn} />
      {key in draft.off ? (
        <TextField
          label={t('newPlan.elsewhere', { name })}
          value={draft.off[key] ?? ''}
          maxLength={200}
          onChange={(where) => change({ off: { ...draft.off, [key]: where } })}
        />
      ) : null}
    </>
  );
}
