import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Loaded, useLoaded } from '../../api';
import { Alert, Button, Choices, Skeleton } from '../../ui';
import { fetchPeople } from '../api';
import type { Begun, Choice } from '../begun';
import type { Person, Placed, Threads } from '../model';
import { NewThread } from './NewThread';
import { ThreadCard } from './ThreadCard';

export interface PanelProps {
  planId: string;
  sectionId: string;
  memberId: string;
  state: Loaded<Threads>;
  placed: readonly Placed[];
  active: string | undefined;
  begun: Begun | undefined;
  onBegin: () => void;
  onChoose: (choice: Choice) => void;
  onMade: (threadId: string) => void;
  onCancel: () => void;
  onActive: (threadId: string) => void;
  onGoTo: (threadId: string) => void;
  again: () => void;
}

const nobody: readonly Person[] = [];

/// All threads of a section, in the order of its text.
export function Panel(props: PanelProps) {
  const { state, placed, active, begun, again } = props;
  const { t } = useTranslation('discussion');
  const people = useLoaded(props.planId, fetchPeople).state;
  const [asked, setShown] = useState<'open' | 'resolved'>('open');
  const list = useRef<HTMLOListElement>(null);
  const isActiveResolved = placed.some(
    ({ thread }) => thread.id === active && thread.resolved !== undefined,
  );
  const shown = isActiveResolved ? 'resolved' : asked;
  const open = placed.filter(({ thread }) => thread.resolved === undefined);
  const resolved = placed.filter(({ thread }) => thread.resolved !== undefined);
  const items = shown === 'open' ? open : resolved;
  const mayComment = state.kind === 'loaded' && state.value.mayComment;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.altKey && step !== 0) {
      event.preventDefault();
      const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-bt-thread]') ?? [])];
      const now = cards.findIndex((card) => card.contains(document.activeElement));
      cards[now < 0 ? 0 : Math.max(0, Math.min(now + step, cards.length - 1))]?.focus();
    }
  };
  if (state.kind === 'loading') {
    return <Skeleton label={t('loading')} lines={5} />;
  }
  if (state.kind === 'failed') {
    return (
      <>
        <Alert kind="error">
          <p>{t('failed')}</p>
        </Alert>
        <Button onClick={again}>{t('again')}</Button>
      </>
    );
  }
  const everybody = people.kind === 'loaded' ? people.value : nobody;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Alt and an arrow go from card to card.
    <div className="bt-threads" onKeyDown={onKeyDown}>
      {mayComment ? null : <p className="bt-threads__reading">{t('reading')}</p>}
      {mayComment && begun === undefined ? (
        <Button icon="comment" onClick={props.onBegin}>
          {t('begin')}
        </Button>
      ) : null}
      {mayComment && begun !== undefined ? (
        <NewThread
          key={begun.choices[0]?.id}
          sectionId={props.sectionId}
          begun={begun}
          people={everybody}
          memberId={props.memberId}
          onChoose={props.onChoose}
          onMade={props.onMade}
          onCancel={props.onCancel}
        />
      ) : null}
      {placed.length > 0 ? (
        <Choices
          legend={t('show.label')}
          items={[
            { value: 'open', label: t('show.open', { number: open.length }) },
            { value: 'resolved', label: t('show.resolved', { number: resolved.length }) },
          ]}
          value={shown}
          onChoose={(which) => {
            props.onActive('');
            setShown(which);
          }}
        />
      ) : null}
      <News count={placed.reduce((sum, { thread }) => sum + thread.comments.length, 0)} />
      {items.length === 0 ? (
        <p className="bt-threads__none">
          {shown === 'resolved' ? t('noneResolved') : mayComment ? t('none') : t('noneToRead')}
        </p>
      ) : (
        <ol className="bt-threads__list" aria-label={t('list')} ref={list}>
          {items.map((each) => (
            <li key={each.thread.id}>
              <ThreadCard
                thread={each.thread}
                place={each.place.kind}
                active={each.thread.id === active}
                mayComment={mayComment}
                people={everybody}
                memberId={props.memberId}
                onActive={props.onActive}
                onGoTo={props.onGoTo}
                onChanged={again}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/// Tells a screen reader, in its own time, that somebody said something.
function News({ count }: { count: number }) {
  const { t } = useTranslation('discussion');
  const [before, setBefore] = useState(count);
  const [news, setNews] = useState(false);
  useEffect(() => {
    if (count > before) {
      setNews(true);
    }
    setBefore(count);
  }, [count, before]);
  useEffect(() => {
    const timer = news ? setTimeout(() => setNews(false), 5000) : undefined;
    return () => clearTimeout(timer);
  }, [news]);
  return (
    <p className="bt-hidden" role="status">
      {news ? t('news') : ''}
    </p>
  );
}
