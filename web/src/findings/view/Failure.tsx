import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api';
import { Alert, Button } from '../../ui';
import { failureText } from '../words';

interface FailureProps {
  error: ApiError | undefined;
  title?: string;
  again?: () => void;
}

/// What went wrong, and a way to try again where there is one.
export function Failure({ error, title, again }: FailureProps) {
  const { t } = useTranslation('findings');
  return error === undefined ? null : (
    <Alert kind="error" urgent {...(title === undefined ? {} : { title })}>
      <p>{failureText(t, error)}</p>
      {again === undefined ? null : <Button onClick={again}>{t('failure.again')}</Button>}
    </Alert>
  );
}
