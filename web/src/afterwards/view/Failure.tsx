import type { ApiError } from '../../api';
import { Alert } from '../../ui';
import { failureText, useAfterwardsWords } from '../words';

/// What went wrong, if anything did.
export function Failure({ error }: { error: ApiError | undefined }) {
  const { t } = useAfterwardsWords();
  return error === undefined ? null : (
    <Alert kind="error" urgent>
      <p>{failureText(t, error)}</p>
    </Alert>
  );
}
