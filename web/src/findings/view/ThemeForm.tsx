import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '../../api';
import { Button, Form, LongField, TextField } from '../../ui';
import { changeTheme, makeTheme } from '../api';
import type { Theme } from '../model';
import { Failure } from './Failure';
import { Warnings } from './Warnings';

interface ThemeFormProps {
  planId: string;
  /// Absent for a new one.
  theme?: Theme;
  onDone: () => void;
  onCancel: () => void;
}

export function ThemeForm({ planId, theme, onDone, onCancel }: ThemeFormProps) {
  const { t } = useTranslation('findings');
  // What the words here began with: what others save meanwhile is not overwritten.
  const [base] = useState(theme?.version ?? 0);
  const [title, setTitle] = useState(theme?.title ?? '');
  const [description, setDescription] = useState(theme?.description ?? '');
  const [asked, setAsked] = useState(false);
  const { busy, failure, send } = useSending();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const save = async () => {
    setAsked(true);
    if (title.trim() === '') {
      first.current?.focus();
      return;
    }
    const saved = await send(async () => {
      await (theme === undefined
        ? makeTheme(planId, title, description)
        : changeTheme(theme.id, base, title, description));
    });
    if (saved) {
      onDone();
    }
  };
  return (
    <Form card busy={busy} onSubmit={save}>
      <p className="bt-findings__formTitle">
        {theme === undefined ? t('theme.make') : t('theme.change')}
      </p>
      <TextField
        ref={first}
        label={t('theme.title')}
        value={title}
        maxLength={200}
        error={asked && title.trim() === '' ? t('theme.need') : ''}
        onChange={setTitle}
      />
      <LongField
        maxLength={2000}
        label={t('theme.description')}
        value={description}
        onChange={setDescription}
      />
      <Warnings text={`${title}\n${description}`} />
      <Failure error={failure} />
      <div className="bt-findings__acts">
        <Button type="submit" kind="primary" busy={busy}>
          {t('save')}
        </Button>
        <Button kind="subtle" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  );
}
