import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Dialog } from '../../ui';

export interface ConfirmProps {
  title: string;
  act: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/// Asks once more before something that cannot be undone.
export function Confirm(props: ConfirmProps) {
  const { t } = useTranslation('identity');
  return (
    <Dialog title={props.title} closeLabel={t('ways.security.close')} onClose={props.onClose}>
      <p>{props.children}</p>
      <div className="bt-form__acts">
        <Button kind="primary" busy={props.busy} onClick={props.onConfirm}>
          {props.act}
        </Button>
        <Button onClick={props.onClose}>{t('ways.security.cancel')}</Button>
      </div>
    </Dialog>
  );
}
