import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSending } from '../../api';
import { Alert, Button } from '../../ui';
import type { Words } from '../api';
import { keepDraft, readDraft } from '../drafts';
import { mentionAsked, mentionedIn, type Person, peopleLike } from '../model';
import { failureText } from './failure';
import { MentionList } from './MentionList';

/// As the server has it: `Limits.COMMENT_LENGTH_MAX`.
const lengthMax = 5000;
const shownMax = 8;

export interface ComposerProps {
  label: string;
  sendLabel: string;
  /// What stands there at first, where nothing was begun before.
  text?: string;
  mentions?: readonly Person[];
  people: readonly Person[];
  memberId: string;
  /// Names what is begun here; it survives a reload.
  draft: string;
  onSend: (words: Words) => Promise<void>;
  onCancel: () => void;
}

/// A place to say something, in which people can be named.
export function Composer(props: ComposerProps) {
  const { people, memberId, draft, onSend, onCancel } = props;
  const { t } = useTranslation('discussion');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => readDraft(memberId, draft) || (props.text ?? ''));
  const [caret, setCaret] = useState(0);
  const [chosen, setChosen] = useState<readonly Person[]>(props.mentions ?? []);
  const [current, setCurrent] = useState(0);
  const [closed, setClosed] = useState(-1);
  const { busy, failure, send, settle } = useSending();
  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  const write = (value: string) => {
    setText(value);
    keepDraft(memberId, draft, value);
  };
  const asked = mentionAsked(text, caret);
  const offered =
    asked === undefined || asked.from === closed || chosen.some(({ name }) => name === asked.query)
      ? []
      : peopleLike(people, asked.query).slice(0, shownMax);
  const active = Math.min(current, offered.length - 1);
  const choose = (person: Person) => {
    if (asked === undefined) {
      return;
    }
    const before = `${text.slice(0, asked.from)}@${person.name} `;
    write(before + text.slice(caret));
    setCaret(before.length);
    setChosen([...chosen.filter((each) => each.id !== person.id), person]);
    setClosed(asked.from);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
    });
  };
  const finish = async () => {
    const said = text.trim();
    if (said === '' || said.length > lengthMax) {
      field.current?.focus();
      return;
    }
    const mentions = mentionedIn(said, [...chosen, ...people]).map((person) => person.id);
    const sent = await send(() => onSend({ text: said, mentions: [...new Set(mentions)] }));
    if (sent) {
      keepDraft(memberId, draft, '');
      settle();
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (offered.length > 0 && !event.ctrlKey && !event.metaKey) {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const person = offered[active];
      if (step !== 0) {
        event.preventDefault();
        setCurrent((active + step + offered.length) % offered.length);
      } else if ((event.key === 'Enter' || event.key === 'Tab') && person !== undefined) {
        event.preventDefault();
        choose(person);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        setClosed(asked?.from ?? -1);
      }
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void finish();
    } else if (event.key === 'Escape' && text.trim() === (props.text ?? '')) {
      event.preventDefault();
      event.stopPropagation();
      cancel();
    }
  };
  const cancel = () => {
    keepDraft(memberId, draft, '');
    onCancel();
  };
  const tooLong = text.trim().length > lengthMax;
  return (
    <div className="bt-composer">
      <label className="bt-composer__label" htmlFor={id}>
        {props.label}
      </label>
      <textarea
        ref={field}
        id={id}
        className="utrecht-textarea bt-composer__field"
        rows={3}
        value={text}
        lang="nl"
        aria-describedby={`${id}-hint`}
        aria-invalid={tooLong || undefined}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}-people` : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}-people-${active}` : undefined}
        onChange={(event) => {
          write(event.target.value);
          setCaret(event.target.selectionStart);
          setCurrent(0);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {offered.length > 0 ? (
        <MentionList
          id={`${id}-people`}
          label={t('people')}
          people={offered}
          active={active}
          onChoose={choose}
        />
      ) : null}
      <p className="bt-composer__hint" id={`${id}-hint`}>
        {tooLong ? t('full', { max: lengthMax }) : t('hint')}
      </p>
      {failure ? (
        <Alert kind="error" urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      <div className="bt-composer__acts">
        <Button kind="primary" busy={busy} onClick={() => void finish()}>
          {props.sendLabel}
        </Button>
        <Button kind="subtle" onClick={cancel}>
          {t('acts.cancel')}
        </Button>
      </div>
    </div>
  );
}
