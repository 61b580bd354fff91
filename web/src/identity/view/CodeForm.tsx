import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Form, Heading, TextField } from '../../ui';

export interface CodeFormProps {
  busy: boolean;
  onCode: (code: string) => Promise<void>;
  onBack: () => void;
}

/// The second step of signing in: a code of the app, or a recovery code.
export function CodeForm({ busy, onCode, onBack }: CodeFormProps) {
  const { t } = useTranslation('identity');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <div>
        <Heading level={2} size={3}>
          {t('ways.code.title')}
        </Heading>
        <p className="bt-signin__lead">{t('ways.code.lead')}</p>
      </div>
      <Form
        busy={busy}
        onSubmit={async () => {
          setMissing(code.trim() === '');
          if (code.trim() !== '') {
            await onCode(code.trim());
          }
        }}
      >
        <TextField
          ref={field}
          label={t('ways.code.field')}
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
          error={missing && code.trim() === '' ? t('ways.code.missing') : ''}
        />
        <div className="bt-form__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('ways.code.submit')}
          </Button>
          <Button kind="subtle" onClick={onBack}>
            {t('ways.code.back')}
          </Button>
        </div>
      </Form>
    </>
  );
}
