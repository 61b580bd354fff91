import type { Editor } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { randomId } from '../../base/ids';
import type { OpenDocument } from '../../collab';
import { KeptWordsOf } from '../../editor/view/KeptWordsOf';
import { Button, Dialog } from '../../ui';
import { begin } from '../api';
import { QuestionTimes } from '../clock';
import { addQuestion, general, setState } from '../document';
import { takeCaret } from '../followFocus';
import { type Act, actOf } from '../keys';
import type { Figure, Talk } from '../model';
import { type NoteDefaults, selectedNotes } from '../note';
import { marksOf } from '../noteNode';
import { neighbourOf, outlineOf } from '../outline';
import { useEditors } from '../useEditors';
import { useKeysEverywhere } from '../useKeysEverywhere';
import { type Said, usePseudonyms } from '../usePseudonyms';
import { useRoom } from '../useRoom';
import { useSaid } from '../useSaid';
import { othersAt, useOpenQuestion, useOwnPlace, useTalkTick } from '../useTalkDocument';
import { Clock } from './Clock';
import { NoteBar } from './NoteBar';
import { NoteEditor } from './NoteEditor';
import { type Asking, QuestionHead } from './QuestionHead';
import { Rail, wordsOf } from './Rail';
import { Side } from './Side';
import type { TalkPageProps } from './TalkPage';

export interface OpenTalkProps extends TalkPageProps {
  talk: Talk;
  open: OpenDocument;
  figures: readonly Figure[];
  figuresFailed: boolean;
  again: () => void;
}

type Drawer = 'none' | 'questions' | 'side';

/// A talk whose document is there.
export function OpenTalk(props: OpenTalkProps): ReactNode {
  const { talk, open, user, frame } = props;
  const { t } = useTranslation('talk');
  const room = useRoom();
  const [all, setAll] = useState(false);
  const [drawer, setDrawer] = useState<Drawer>('none');
  const [asking, setAsking] = useState<Asking>('nothing');
  useTalkTick(open);
  const { partnerKind, experiment } = talk;
  const outlineWith = (at?: string) =>
    outlineOf(talk.topics, open.doc, { partnerKind, experiment, all, open: at });
  const [wanted, setWanted] = useOpenQuestion(
    talk.id,
    () => outlineWith().order.find((one) => one.state.kind === 'open')?.id ?? general,
  );
  const outline = outlineWith(wanted);
  const item = outline.order.find(({ id }) => id === wanted) ?? outline.order[0];
  const question = item?.id ?? general;
  useOwnPlace(open, user, question);
  const times = useTimes(talk.id, question);
  const hands = useEditors(question);
  const names = usePseudonyms(user.memberId, props.planId, hands.current);
  const mayWrite = open.mayWrite && open.denied === undefined;
  const defaults = useRef<NoteDefaults>({
    kind: 'paraphrase',
    confidentiality: talk.confidentiality,
  });
  const start = useBegin(talk, props.again);
  const acted = useSaid();

  const turnTo = (id: string, withCaret: boolean) => {
    setAsking('nothing');
    setDrawer('none');
    hands.focusNext(withCaret ? id : undefined);
    setWanted(id);
  };
  const close = (state: 'covered' | 'skipped') => {
    setState(open.doc, question, { kind: state });
    turnTo(neighbourOf(outline, question, 1), true);
  };
  const stay = () => {
    setAsking('nothing');
    hands.focusNext(question);
  };
  const change = (what: NoteAct) => {
    const editor = hands.current();
    if (what.kind === 'kind') {
      defaults.current = { ...defaults.current, kind: what.value };
    }
    if (editor === undefined) {
      return;
    }
    takeCaret(editor);
    changeNote(editor, what);
    acted.say(changeSaid(what, editor.state, t));
  };
  const act = (what: Act) => {
    switch (what.kind) {
      case 'go':
        turnTo(neighbourOf(outline, question, what.step), true);
        return;
      case 'kind':
      case 'confidentiality':
      case 'mark':
        change(what);
        return;
      case 'covered':
      case 'skipped':
        if (question !== general) {
          close(what.kind);
        }
        return;
      case 'elsewhere':
        if (question !== general) {
          setAsking('elsewhere');
        }
        return;
      case 'add':
        setAsking('add');
        return;
      case 'pseudonym':
        names.replaceSelected(t('pseudonyms.next', { number: names.list.length + 1 }));
        return;
    }
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const what = actOf(event, event.getModifierState('AltGraph'));
    if (what === undefined || (!mayWrite && what.kind !== 'go')) {
      return false;
    }
    event.preventDefault();
    if (!event.repeat || what.kind === 'go') {
      act(what);
    }
    return true;
  };
  useKeysEverywhere(onKey);
  useLeaveWarning(open);

  if (item === undefined) {
    return null;
  }
  const group = outline.groups.find(({ items }) => items.some(({ id }) => id === question));
  const labelOf = (id: string) => {
    const found = outline.order.find((one) => one.id === id);
    return found === undefined || id === general
      ? t('notes.generalLabel')
      : t('notes.label', { question: wordsOf(found, t) });
  };
  const editor = hands.current();
  const rail = (
    <Rail
      outline={outline}
      current={question}
      others={othersAt(open)}
      all={all}
      onAll={setAll}
      onOpen={(id) => turnTo(id, room !== 'phone')}
    />
  );
  const side = (
    <Side
      goal={talk.topics.goal}
      question={question}
      figures={props.figures}
      figuresFailed={props.figuresFailed}
      pseudonyms={names.list}
      pseudonymsKept={names.kept}
      onPseudonyms={names.setList}
    />
  );
  const bar = (
    <TalkBar
      onQuestions={() => setDrawer('questions')}
      onSide={() => setDrawer('side')}
      onStep={(step) => turnTo(neighbourOf(outline, question, step), hands.hasCaret())}
    />
  );
  const sheet = (
    <div className="bt-talk">
      <div className="bt-talk__head">
        <p className="bt-talk__with">
          <Link className="nl-link bt-link" to={props.interviewPath}>
            {talk.organisation}
          </Link>
          {talk.function === '' ? null : <span>{talk.function}</span>}
        </p>
        <Clock
          talk={talk}
          question={question}
          times={times}
          onBegin={mayWrite && talk.state === 'planned' ? start.begin : undefined}
          busy={start.busy}
        />
        {room === 'wide' ? null : (
          <div className="bt-talk__drawers">
            <Button icon="outline" onClick={() => setDrawer('questions')}>
              {t('rail.open')}
            </Button>
            <Button kind="subtle" onClick={() => setDrawer('side')}>
              {t('side.open')}
            </Button>
          </div>
        )}
      </div>
      <KeptWordsOf documentId={open.documentId} />
      {open.localCopy === 'refused' ? <p className="bt-notice">{t('notKept')}</p> : null}
      {mayWrite ? null : (
        <p className="bt-notice" role="status">
          {talk.state === 'closed' ? t('closed') : t('readOnly')}
        </p>
      )}
      <QuestionHead
        key={question}
        item={item}
        outline={outline}
        group={group?.title ?? ''}
        mayWrite={mayWrite}
        asking={asking}
        phone={room === 'phone'}
        onAct={act}
        onReopen={() => {
          setState(open.doc, question, { kind: 'open' });
          hands.focusNext(question);
        }}
        onElsewhere={(at) => {
          setState(open.doc, question, { kind: 'elsewhere', question: at });
          turnTo(neighbourOf(outline, question, 1), true);
        }}
        onAdd={(text) => {
          const behind = { text, group: group?.id ?? '', after: question };
          turnTo(addQuestion(open.doc, randomId(), behind), true);
        }}
        onCancel={stay}
      />
      {mayWrite && editor !== undefined ? (
        <NoteBar editor={editor} defaults={defaults.current} onAct={act} />
      ) : null}
      {hands.kept.map((id) => (
        <NoteEditor
          key={id}
          open={open}
          question={id}
          label={labelOf(id)}
          shown={id === question}
          mayWrite={mayWrite}
          defaults={() => defaults.current}
          pseudonyms={() => names.list}
          onReplaced={names.onReplaced}
          onKey={onKey}
          onEditor={hands.onEditor}
        />
      ))}
      <p className="bt-talk__said" role="status">
        {names.said === undefined ? start.said : saidOf(names.said, t)}
      </p>
      <p className="bt-hidden" role="status">
        {acted.said}
      </p>
      {drawer === 'none' ? null : (
        <Dialog
          kind="drawer"
          title={drawer === 'questions' ? t('rail.label') : t('side.label')}
          closeLabel={t('side.close')}
          onClose={() => setDrawer('none')}
        >
          {drawer === 'questions' ? rail : side}
        </Dialog>
      )}
    </div>
  );
  return frame({
    signs: props.signs(open),
    outline: rail,
    bar,
    sheet,
    side: room === 'wide' ? side : null,
  });
}

type Translate = ReturnType<typeof useTranslation<'talk'>>['t'];

function saidOf({ name, instead, back }: Said, t: Translate): string {
  return back ? t('pseudonyms.restored', { name }) : t('pseudonyms.replaced', { name, instead });
}

type NoteAct = Extract<Act, { kind: 'kind' | 'confidentiality' | 'mark' }>;

function changeNote({ commands }: Editor, what: NoteAct): void {
  if (what.kind === 'kind') {
    commands.setKind(what.value);
  } else if (what.kind === 'confidentiality') {
    commands.setConfidentiality(what.value);
  } else {
    commands.toggleNoteMark(what.value);
  }
}

/// What a change of the notes came to, for whoever cannot see it.
function changeSaid(what: NoteAct, state: EditorState, t: Translate): string {
  if (what.kind === 'kind') {
    return t('said.kind', { value: t(`kind.${what.value}`).toLowerCase() });
  }
  if (what.kind === 'confidentiality') {
    const value = t(`confidentiality.${what.value}`).toLowerCase();
    return t('said.confidentiality', { value });
  }
  const on = selectedNotes(state).some(({ node }) => marksOf(node).includes(what.value));
  return t(on ? 'said.mark' : 'said.noMark', { value: t(`mark.${what.value}`).toLowerCase() });
}

interface TalkBarProps {
  onQuestions: () => void;
  onSide: () => void;
  onStep: (step: 1 | -1) => void;
}

/// A tap on it leaves the caret in the text, and the keyboard of a phone open.
function keepFocus(button: HTMLButtonElement | null) {
  const keep = (event: MouseEvent) => event.preventDefault();
  button?.addEventListener('mousedown', keep);
  return () => button?.removeEventListener('mousedown', keep);
}

/// The bar at the bottom of a phone.
function TalkBar({ onQuestions, onSide, onStep }: TalkBarProps) {
  const { t } = useTranslation('talk');
  return (
    <>
      <Button kind="subtle" icon="outline" className="bt-bar__item" onClick={onQuestions}>
        {t('rail.open')}
      </Button>
      <Button
        kind="subtle"
        icon="back"
        className="bt-bar__item bt-talk__step"
        ref={keepFocus}
        onClick={() => onStep(-1)}
      >
        {t('act.previous')}
      </Button>
      <Button
        kind="subtle"
        icon="forward"
        className="bt-bar__item bt-talk__step"
        ref={keepFocus}
        onClick={() => onStep(1)}
      >
        {t('act.next')}
      </Button>
      <Button kind="subtle" icon="review" className="bt-bar__item" onClick={onSide}>
        {t('figures.label')}
      </Button>
    </>
  );
}

function useTimes(talk: string, question: string): QuestionTimes {
  const times = useMemo(() => new QuestionTimes(talk), [talk]);
  useEffect(() => {
    times.turnTo(question, Date.now());
    return () => times.turnTo('', Date.now());
  }, [times, question]);
  return times;
}

/// Whoever closes the window with words that are nowhere else is asked once.
function useLeaveWarning({ saveState }: OpenDocument): void {
  const unsaved = saveState.kind === 'unsaved' && saveState.count > 0;
  useEffect(() => {
    if (!unsaved) {
      return;
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
}

function useBegin(talk: Talk, again: () => void) {
  const { t } = useTranslation('talk');
  const [busy, setBusy] = useState(false);
  const { said, say } = useSaid();
  const go = async () => {
    setBusy(true);
    try {
      await begin(talk);
      say(t('clock.begun'));
      again();
    } catch {
      say(t('clock.failed'));
    }
    setBusy(false);
  };
  return { busy, said, begin: () => void go() };
}
