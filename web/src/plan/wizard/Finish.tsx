import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui';

export interface FinishProps {
  busy: boolean;
  /// There is no step after this one.
  last: boolean;
  onFinish: () => void;
}

/// On to the next step, or done: what was skipped is as the model plan has it.
export function Finish({ busy, last, onFinish }: FinishProps) {
  const { t } = useTranslation('plan');
  // What is long says so, and only then.
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLate(busy), busy ? 300 : 0);
    return () => window.clearTimeout(timer);
  }, [busy]);
  const words = busy && late ? t('newPlan.busy') : t('newPlan.submit');
  return (
    <>
      <div className="bt-form__acts">
        <Button kind="primary" type="submit" busy={busy}>
          {last ? words : t('newPlan.next')}
        </Button>
        {last ? null : (
          <Button busy={busy} onClick={onFinish}>
            {words}
          </Button>
        )}
      </div>
      <p className="bt-field__description">{t(last ? 'newPlan.lastHint' : 'newPlan.skipHint')}</p>
    </>
  );
}
