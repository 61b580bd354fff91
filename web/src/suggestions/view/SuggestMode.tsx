import type { AnyExtension, Editor } from '@tiptap/core';
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '../../api';
import { Fork, type OpenDocument, type PresenceUser } from '../../collab';
import { type EditorSection, ForkEditor, fitsIn, useOpenDocument } from '../../editor';
import { Alert, Button, Skeleton } from '../../ui';
import { propose } from '../api';
import { keepDraft, readDraft } from '../drafts';
import { ForkMarks } from '../marks';
import type { Suggestion } from '../model';
import { failureText } from './words';

/// As the server bounds them.
const sizeMax = 40_000;
const reasonLengthMax = 1000;

export interface SuggestModeProps {
  sectionId: string;
  documentId: string;
  user: PresenceUser;
  sections: readonly EditorSection[];
  /// Lines that the suggestion begins with.
  lines: readonly string[];
  onSent: (made: Suggestion) => void;
  onStop: () => void;
}

/// The text as an editor in which one writes how it should be.
export function SuggestMode(props: SuggestModeProps) {
  const { t } = useTranslation('suggestions');
  const open = useOpenDocument(props.documentId);
  return open === undefined || !open.loaded ? (
    <Skeleton label={t('loading')} lines={8} />
  ) : (
    <Forked key={open.incarnation} {...props} live={open} />
  );
}

function Forked(props: SuggestModeProps & { live: OpenDocument }) {
  const { live, sectionId, user } = props;
  const { t } = useTranslation('suggestions');
  const reasonId = useId();
  const fork = useFork(props);
  const [reason, setReason] = useState(() => readDraft(user.memberId, sectionId)?.reason ?? '');
  const [fault, setFault] = useState<'nothing' | 'misfit' | 'big'>();
  const { busy, failure, send } = useSending();
  const editor = useRef<Editor>(undefined);
  const latest = useRef(reason);
  latest.current = reason;
  const extensions = useMemo((): readonly AnyExtension[] => {
    return [ForkMarks.configure({ live: live.doc })];
  }, [live.doc]);
  useEffect(() => {
    if (fork === undefined) {
      return;
    }
    const keep = () => {
      setFault(undefined);
      keepDraft(user.memberId, sectionId, { update: fork.own, reason: latest.current });
    };
    return fork.onChange(keep);
  }, [fork, user.memberId, sectionId]);
  if (fork === undefined) {
    return <Skeleton label={t('loading')} lines={8} />;
  }
  const onReason = (text: string) => {
    setReason(text);
    keepDraft(user.memberId, sectionId, { update: fork.own, reason: text });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const update = fork.own;
    const wrong =
      update === undefined
        ? 'nothing'
        : update.length > sizeMax
          ? 'big'
          : editor.current && !fitsIn(editor.current.state, update)
            ? 'misfit'
            : undefined;
    setFault(wrong);
    if (update === undefined || wrong !== undefined || busy) {
      return;
    }
    void send(async () => {
      const made = await propose(sectionId, update, reason);
      keepDraft(user.memberId, sectionId, undefined);
      props.onSent(made);
    });
  };
  return (
    <section className="bt-suggest" aria-label={t('mode.label')}>
      <form className="bt-suggest__bar" onSubmit={onSubmit}>
        <p>
          <strong>{t('mode.title')}</strong> {t('mode.text')}
        </p>
        <label className="bt-suggest__label" htmlFor={reasonId}>
          {t('mode.reason')}
        </label>
        <input
          id={reasonId}
          className="bt-suggest__reason"
          value={reason}
          maxLength={reasonLengthMax}
          onChange={(event) => onReason(event.target.value)}
        />
        {failure || fault ? (
          <Alert kind="error" urgent>
            <p>{failure ? failureText(t, failure) : fault ? t(`mode.${fault}`) : ''}</p>
          </Alert>
        ) : null}
        <div className="bt-suggest__acts">
          <Button kind="primary" type="submit" busy={busy}>
            {t('mode.send')}
          </Button>
          <Button onClick={props.onStop}>{t('mode.stop')}</Button>
          <Button
            kind="subtle"
            onClick={() => {
              keepDraft(user.memberId, sectionId, undefined);
              props.onStop();
            }}
          >
            {t('mode.drop')}
          </Button>
        </div>
      </form>
      <ForkEditor
        fork={fork}
        user={user}
        sections={props.sections}
        label={t('mode.label')}
        extensions={() => extensions}
        onEditor={(made) => {
          editor.current = made;
          made?.commands.focus(null, { scrollIntoView: false });
        }}
      />
    </section>
  );
}

/// The fork lives as long as the view.
function useFork(props: SuggestModeProps & { live: OpenDocument }): Fork | undefined {
  const [fork, setFork] = useState<Fork>();
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    const { live, user, sectionId, lines } = latest.current;
    const made = new Fork(live, readDraft(user.memberId, sectionId)?.update);
    if (lines.length > 0) {
      made.append(lines);
      keepDraft(user.memberId, sectionId, { update: made.own, reason: '' });
    }
    setFork(made);
    return () => {
      setFork(undefined);
      made.close();
    };
  }, []);
  return fork;
}
