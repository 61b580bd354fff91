import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '../../api';
import { Button, Form, LongField, Select, TextField } from '../../ui';
import { changeCode, makeCode } from '../api';
import type { Code } from '../model';
import { Failure } from './Failure';

interface CodeFormProps {
  planId: string;
  codes: readonly Code[];
  /// Absent for a new one.
  code?: Code;
  onDone: () => void;
  onCancel: () => void;
}

export function CodeForm({ planId, codes, code, onDone, onCancel }: CodeFormProps) {
  const { t } = useTranslation('findings');
  // What the words here began with: what others save meanwhile is not overwritten.
  const [base] = useState(code?.version ?? 0);
  const [name, setName] = useState(code?.name ?? '');
  const [description, setDescription] = useState(code?.description ?? '');
  const [parent, setParent] = useState(code?.parent ?? '');
  const [asked, setAsked] = useState(false);
  const { busy, failure, send } = useSending();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const holds = codes.some((each) => each.parent === code?.id);
  const above = codes.filter((each) => each.parent === undefined && each.id !== code?.id);
  const save = async () => {
    setAsked(true);
    if (name.trim() === '') {
      first.current?.focus();
      return;
    }
    const wish = { name, description, parent: parent === '' ? undefined : parent };
    const saved = await send(async () => {
      await (code === undefined ? makeCode(planId, wish) : changeCode(code.id, base, wish));
    });
    if (saved) {
      onDone();
    }
  };
  return (
    <Form card busy={busy} onSubmit={save}>
      <p className="bt-findings__formTitle">
        {code === undefined ? t('codes.make') : t('codes.change')}
      </p>
      <TextField
        ref={first}
        label={t('codes.name')}
        value={name}
        maxLength={100}
        error={asked && name.trim() === '' ? t('codes.need') : ''}
        onChange={setName}
      />
      <LongField
        maxLength={2000}
        label={t('codes.description')}
        value={description}
        rows={3}
        onChange={setDescription}
      />
      {holds || above.length === 0 ? null : (
        <Select
          label={t('codes.parent')}
          value={parent}
          choices={[
            { value: '', label: t('codes.noParent') },
            ...above.map((each) => ({ value: each.id, label: each.name })),
          ]}
          onChange={setParent}
        />
      )}
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
