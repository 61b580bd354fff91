import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded, useSending } from '../../api';
import { Button, Form, Icon, LongField, Select, TextField } from '../../ui';
import { changeFinding, fetchMatrix, makeFinding, makeTheme } from '../api';
import type { Finding, Findings } from '../model';
import { beginning } from '../words';
import { Failure } from './Failure';
import { Warnings } from './Warnings';

interface FindingFormProps {
  planId: string;
  findings: Findings;
  /// Absent for a new one.
  finding?: Finding;
  /// Those it rests on, as far as I may see them; their words are asked for where they are absent.
  notes: readonly { id: string; text: string | undefined }[];
  onDone: () => void;
  onCancel: () => void;
  /// Where notes are chosen elsewhere on the page.
  onDrop?: ((id: string) => void) | undefined;
}

const newTheme = 'new';

/// Words of one's own for some notes. What may point to a person is said before it is saved.
export function FindingForm(props: FindingFormProps) {
  const { planId, findings, finding, onDone, onCancel, onDrop } = props;
  const { t } = useTranslation('findings');
  // What the words here began with: what others save meanwhile is not overwritten.
  const [base] = useState(finding?.version ?? 0);
  const [text, setText] = useState(finding?.text ?? '');
  const [theme, setTheme] = useState(finding?.theme ?? '');
  const [title, setTitle] = useState('');
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState(false);
  const { busy, failure, send } = useSending();
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const notes = props.notes.filter(({ id }) => !dropped.has(id));
  const unseen = finding === undefined ? 0 : Math.max(0, finding.notes - finding.noteIds.length);
  const save = async () => {
    setAsked(true);
    if (text.trim() === '' || (theme === newTheme && title.trim() === '')) {
      if (text.trim() === '') {
        first.current?.focus();
      }
      return;
    }
    const saved = await send(async () => {
      const of =
        theme === newTheme ? await makeTheme(planId, title, '') : theme === '' ? undefined : theme;
      const wish = { text, theme: of, notes: notes.map(({ id }) => id) };
      await (finding === undefined
        ? makeFinding(planId, wish)
        : changeFinding(finding.id, base, wish));
    });
    if (saved) {
      onDone();
    }
  };
  return (
    <Form card busy={busy} onSubmit={save}>
      <p className="bt-findings__formTitle">
        {finding === undefined ? t('finding.make') : t('finding.change')}
      </p>
      <LongField
        maxLength={2000}
        ref={first}
        label={t('finding.text')}
        description={t('finding.hint')}
        value={text}
        error={asked && text.trim() === '' ? t('finding.need') : ''}
        onChange={setText}
      />
      <Warnings text={text} />
      <Select
        label={t('finding.theme')}
        value={theme}
        choices={[
          { value: '', label: t('finding.noTheme') },
          ...findings.themes.map((each) => ({ value: each.id, label: each.title })),
          { value: newTheme, label: t('finding.newTheme') },
        ]}
        onChange={setTheme}
      />
      {theme === newTheme ? (
        <TextField
          label={t('finding.newThemeTitle')}
          value={title}
          maxLength={200}
          error={asked && title.trim() === '' ? t('finding.needTheme') : ''}
          onChange={setTitle}
        />
      ) : null}
      <RestsOn
        planId={planId}
        notes={notes}
        onDrop={(id) => {
          setDropped((before) => new Set(before).add(id));
          onDrop?.(id);
        }}
      />
      {unseen > 0 ? (
        <p className="bt-findings__sub">{t('finding.hidden', { count: unseen })}</p>
      ) : null}
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

interface RestsOnProps {
  planId: string;
  notes: readonly { id: string; text: string | undefined }[];
  onDrop: (id: string) => void;
}

function RestsOn({ planId, notes, onDrop }: RestsOnProps) {
  const { t } = useTranslation('findings');
  const unknown = notes.some((note) => note.text === undefined);
  const { state } = useLoaded(unknown ? planId : '', (id) =>
    id === '' ? Promise.resolve(undefined) : fetchMatrix(id),
  );
  const all = state.kind === 'loaded' ? state.value : undefined;
  const wordsOf = ({ id, text }: (typeof notes)[number]) =>
    text ?? all?.notes.find((note) => note.id === id)?.text ?? '…';
  return notes.length === 0 ? null : (
    <fieldset className="bt-rests">
      <legend>{t('finding.rests')}</legend>
      <ul>
        {notes.map((note) => {
          const words = wordsOf(note);
          return (
            <li key={note.id}>
              <span>{words}</span>
              {notes.length > 1 ? (
                <button type="button" className="bt-rests__drop" onClick={() => onDrop(note.id)}>
                  <Icon name="close" />
                  <span className="bt-hidden">{t('finding.drop', { text: beginning(words) })}</span>
                </button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
