import { useTranslation } from 'react-i18next';
import { Button } from '../../ui';
import type { Finding } from '../model';
import { beginning, supportText } from '../words';
import type { FindingsPlan } from './FindingsPage';
import { Placing } from './Placing';

interface FindingCardProps {
  finding: Finding;
  plan: FindingsPlan;
  mayWork: boolean;
  pathOf: (key: string) => string;
  onChange: () => void;
  onRemove: () => void;
}

/// One finding with how much it rests on.
export function FindingCard(props: FindingCardProps) {
  const { finding, plan, mayWork, pathOf, onChange, onRemove } = props;
  const { t } = useTranslation('findings');
  const text = beginning(finding.text);
  return (
    <article className="bt-finding">
      <p className="bt-findings__prose">{finding.text}</p>
      <p className="bt-finding__support" data-withdrawn={finding.notes === 0}>
        {supportText(t, finding)}
        {finding.notes > 0 && finding.withdrawn > 0
          ? ` · ${t('withdrawnCount', { count: finding.withdrawn })}`
          : ''}
      </p>
      <div className="bt-findings__acts">
        {finding.notes === 0 ? null : (
          <Placing
            plan={plan}
            id={finding.id}
            label={t('list.placeFinding', { text })}
            pathOf={pathOf}
          />
        )}
        {mayWork ? (
          <>
            <Button kind="subtle" icon="draft" onClick={onChange}>
              <span aria-hidden="true">{t('change')}</span>
              <span className="bt-hidden">{t('list.changeFinding', { text })}</span>
            </Button>
            <Button kind="subtle" icon="close" onClick={onRemove}>
              <span aria-hidden="true">{t('remove')}</span>
              <span className="bt-hidden">{t('list.removeFinding', { text })}</span>
            </Button>
          </>
        ) : null}
      </div>
    </article>
  );
}
