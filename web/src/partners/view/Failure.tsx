import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api';
import { Alert, Button } from '../../ui';

export interface FailureProps {
  failure: ApiError;
  /// Asks once more, where that may help.
  onAgain?: (() => void) | undefined;
  ref?: Ref<HTMLDivElement>;
}

/// Says what was refused or went wrong, in the server's own sentence where it has one.
export function Failure({ failure, onAgain, ref }: FailureProps) {
  const { t } = useTranslation('partners');
  const detail =
    failure.kind === 'unreachable'
      ? t('failure.unreachable')
      : failure.detail === ''
        ? t('failure.unknown')
        : failure.detail;
  return (
    <Alert
      kind="error"
      title={failure.title === '' ? t('failure.title') : failure.title}
      urgent
      {...(ref === undefined ? {} : { ref })}
    >
      <p>{detail}</p>
      {onAgain ? <Button onClick={onAgain}>{t('failure.again')}</Button> : null}
    </Alert>
  );
}
