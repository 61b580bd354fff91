import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui';

export interface RemovalProps {
  label: string;
  /// What it means, said before it is done: it cannot be undone.
  sure: string;
  yes: string;
  busy: boolean;
  onRemove: () => void;
  children?: ReactNode;
}

/// Something that cannot be undone, in two steps.
export function Removal({ label, sure, yes, busy, onRemove, children }: RemovalProps) {
  const { t } = useTranslation('partners');
  const [asked, setAsked] = useState(false);
  return (
    <div className="bt-removal">
      {asked ? (
        <>
          <p role="status">{sure}</p>
          {children}
          <div className="bt-form__acts">
            <Button kind="primary" busy={busy} onClick={onRemove}>
              {yes}
            </Button>
            <Button kind="subtle" onClick={() => setAsked(false)}>
              {t('cancel')}
            </Button>
          </div>
        </>
      ) : (
        <Button kind="subtle" onClick={() => setAsked(true)}>
          {label}
        </Button>
      )}
    </div>
  );
}
