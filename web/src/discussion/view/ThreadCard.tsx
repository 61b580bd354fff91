import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, asApiError } from '../../api';
import { Alert, Button } from '../../ui';
import { editComment, removeComment, replyTo, resolveThread, type Words } from '../api';
import type { Person, Placed, Thread } from '../model';
import { useRemoval } from '../useRemoval';
import { CommentView, useSomebody, useSpokenTime } from './CommentView';
import { Composer } from './Composer';
import { failureText } from './failure';

export interface ThreadCardProps {
  thread: Thread;
  place: Placed['place']['kind'];
  active: boolean;
  mayComment: boolean;
  people: readonly Person[];
  memberId: string;
  onActive: (threadId: string) => void;
  onGoTo: (threadId: string) => void;
  /// Something in it changed on the server.
  onChanged: () => void;
}

/// One thread: what it is about, what was said, and what one can do. There may be hundreds, so each
/// is made anew only when something of its own changed, not while somebody types in the text.
export const ThreadCard = memo(function ThreadCard(props: ThreadCardProps) {
  const { thread, place, active, people, memberId, onChanged } = props;
  const { t } = useTranslation('discussion');
  const somebody = useSomebody();
  const when = useSpokenTime();
  const card = useRef<HTMLElement>(null);
  const answer = useRef<HTMLButtonElement>(null);
  const [replying, setReplying] = useState(false);
  const [editing, setEditing] = useState<string>();
  const { failure, run } = useDeed(onChanged);
  const removal = useRemoval((id) => run(() => removeComment(id)));
  useEffect(() => {
    if (active) {
      card.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [active]);
  const first = thread.comments[0];
  const name = first ? somebody(first.by) : '';
  const say = (deed: () => Promise<unknown>, then: () => void) => async () => {
    await deed();
    then();
    onChanged();
  };
  const onReply = (words: Words) =>
    say(
      () => replyTo(thread.id, words),
      () => {
        setReplying(false);
        requestAnimationFrame(() => answer.current?.focus());
      },
    )();
  return (
    <article
      ref={card}
      id={`gesprek-${thread.id}`}
      className={`bt-thread ${active ? 'bt-thread--active' : ''}`}
      tabIndex={-1}
      data-bt-thread={thread.id}
      aria-current={active || undefined}
      aria-label={
        thread.quote === ''
          ? t('thread', { name })
          : t('threadOn', { name, quote: shortened(thread.quote) })
      }
      onFocus={() => props.onActive(thread.id)}
    >
      <About thread={thread} place={place} onGoTo={() => props.onGoTo(thread.id)} />
      {thread.comments.map((comment) => (
        <CommentView
          key={comment.id}
          comment={comment}
          people={people}
          memberId={memberId}
          editing={editing === comment.id}
          going={removal.going === comment.id}
          onEdit={(begins) => setEditing(begins ? comment.id : undefined)}
          onSave={(words) =>
            say(
              () => editComment(comment.id, words),
              () => setEditing(undefined),
            )()
          }
          onRemove={() => removal.begin(comment.id)}
          onUndo={removal.undo}
        />
      ))}
      {thread.resolved ? (
        <p className="bt-thread__resolved">
          {t('resolvedBy', {
            name: somebody(thread.resolved.by),
            when: when(thread.resolved.at),
          })}
        </p>
      ) : null}
      {failure ? (
        <Alert kind="error" urgent>
          <p>{failureText(t, failure)}</p>
        </Alert>
      ) : null}
      {replying ? (
        <Composer
          label={t('reply')}
          sendLabel={t('acts.send')}
          people={people}
          memberId={memberId}
          draft={`thread/${thread.id}`}
          onSend={onReply}
          onCancel={() => {
            setReplying(false);
            requestAnimationFrame(() => answer.current?.focus());
          }}
        />
      ) : (
        <p className="bt-thread__acts">
          {props.mayComment ? (
            <Button kind="subtle" ref={answer} onClick={() => setReplying(true)}>
              {t('acts.answer')}
            </Button>
          ) : null}
          {thread.mayResolve ? (
            <Button
              kind="subtle"
              icon={thread.resolved ? 'undo' : 'check'}
              onClick={() => void run(() => resolveThread(thread.id, !thread.resolved))}
            >
              {thread.resolved ? t('acts.reopen') : t('acts.resolve')}
            </Button>
          ) : null}
        </p>
      )}
    </article>
  );
});

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

/// What the thread is about: its words, and the way to them.
function About({
  thread,
  place,
  onGoTo,
}: Pick<ThreadCardProps, 'thread' | 'place'> & { onGoTo: () => void }) {
  const { t } = useTranslation('discussion');
  switch (place) {
    case 'whole':
      return <p className="bt-thread__about">{t('whole')}</p>;
    case 'gone':
      return (
        <div className="bt-thread__about">
          <p>{t('gone')}</p>
          <blockquote className="bt-thread__quote bt-thread__quote--gone">
            {thread.quote}
          </blockquote>
        </div>
      );
    case 'here':
      return (
        <button type="button" className="bt-thread__quote" onClick={onGoTo} title={t('goTo')}>
          <span className="bt-hidden">{`${t('goTo')}: `}</span>
          {thread.quote}
        </button>
      );
  }
}

/// Does one thing on the server at a time and says what went wrong.
function useDeed(onChanged: () => void): {
  failure: ApiError | undefined;
  run: (deed: () => Promise<unknown>) => Promise<void>;
} {
  const [failure, setFailure] = useState<ApiError>();
  const run = async (deed: () => Promise<unknown>) => {
    setFailure(undefined);
    try {
      await deed();
    } catch (cause) {
      setFailure(asApiError(cause));
    }
    onChanged();
  };
  return { failure, run };
}
