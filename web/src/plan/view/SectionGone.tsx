import { useTranslation } from 'react-i18next';
import { KeptWordsOf } from '../../editor';
import { Alert, Heading } from '../../ui';
import { nameOf, type Plan, type Section } from '../model';
import { useHelp } from './RightsLine';

/// The section that was on the sheet until somebody took the right to see it. Words that did not
/// reach the server are offered first; the text itself is gone from this browser.
export function SectionGone({ plan, section }: { plan: Plan; section: Section }) {
  const { t } = useTranslation('plan');
  const help = useHelp(plan.coordinators);
  return (
    <article className="bt-paper" aria-label={nameOf(section)}>
      <header className="bt-paper__head">
        <Heading level={1} size={2}>
          {nameOf(section)}
        </Heading>
      </header>
      <KeptWordsOf documentId={section.documentId} />
      <Alert kind="warning" title={t('gone.title')} urgent>
        <p>{`${t('gone.text')} ${help}`.trim()}</p>
        <p>{t('gone.next')}</p>
      </Alert>
    </article>
  );
}
