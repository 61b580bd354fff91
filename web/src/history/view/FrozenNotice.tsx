import { useTranslation } from 'react-i18next';
import { useSending } from '../../api';
import type { SheetContext, SheetSection } from '../../editor';
import { Alert, Button } from '../../ui';
import { moveSection } from '../api';
import type { Past } from '../model';
import { failureText, useHistoryWords } from '../words';

export interface FrozenNoticeProps {
  plan: SheetContext['plan'];
  section: SheetSection;
  past: Past | undefined;
  onChanged: () => void;
}

/// Over a text that is fixed: that it does not change, what it is, and who can reopen it.
export function FrozenNotice({ plan, section, past, onChanged }: FrozenNoticeProps) {
  const { t } = useHistoryWords();
  const { i18n } = useTranslation();
  const sending = useSending();
  const version = past?.versions.find((each) => each.fixed);
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  const names = list.format(plan.coordinators.map((each) => t('person', each)));
  const reopen = async () => {
    if (await sending.send(() => moveSection(section.id, 'fixed', 'draft'))) {
      // This notice goes; the status says what there is now.
      document.querySelector<HTMLElement>('.bt-states button')?.focus();
    }
    sending.settle();
    onChanged();
  };
  return (
    <Alert kind="info" title={t('frozen.title')}>
      <p>
        {t('frozen.text')}{' '}
        {version ? `${t('frozen.version', { number: version.number, name: version.name })} ` : ''}
        {plan.mayCoordinate
          ? t('frozen.reopenMine')
          : names === ''
            ? ''
            : t('frozen.reopenOthers', { names })}
      </p>
      {plan.mayCoordinate ? (
        <Button kind="secondary" icon="undo" busy={sending.busy} onClick={() => void reopen()}>
          {t('frozen.reopen')}
        </Button>
      ) : null}
      {sending.failure ? <p role="alert">{failureText(t, sending.failure)}</p> : null}
    </Alert>
  );
}
