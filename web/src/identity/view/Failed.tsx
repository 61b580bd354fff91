import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../../api';
import { Alert } from '../../ui';
import { failureText } from './failure';

/// Says above a form why it was not taken.
export function Failed(props: { title: string; failure: ApiError; ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation('identity');
  return (
    <Alert kind="error" title={props.title} urgent ref={props.ref}>
      <p>{failureText(t, props.failure)}</p>
    </Alert>
  );
}
