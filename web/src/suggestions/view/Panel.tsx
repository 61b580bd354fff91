import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Loaded } from '../../api';
import { Alert, Button, Choices, Skeleton } from '../../ui';
import type { Suggestion, Suggestions } from '../model';
import { SuggestionCard } from './SuggestionCard';

export interface PanelProps {
  state: Loaded<Suggestions>;
  /// Where each suggestion first touches the text; absent while the text is not on the sheet.
  places: ReadonlyMap<string, number> | undefined;
  active: string | undefined;
  hasDraft: boolean;
  suggesting: boolean;
  fits: (suggestion: Suggestion) => boolean;
  onBegin: () => void;
  onActive: (id: string | undefined) => void;
  onGoTo: (id: string) => void;
  again: () => void;
}

/// All suggestions of a section, in the order of its text.
export function Panel(props: PanelProps) {
  const { state, places, active, again } = props;
  const { t } = useTranslation('suggestions');
  const [asked, setAsked] = useState<'open' | 'decided'>('open');
  const list = useRef<HTMLOListElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const step = (way: number) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-bt-suggestion]') ?? [])];
    const now = cards.findIndex((card) => card.contains(document.activeElement));
    cards[now < 0 ? 0 : Math.max(0, Math.min(now + way, cards.length - 1))]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.altKey && way !== 0) {
      event.preventDefault();
      step(way);
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
  const { items, mayPropose } = state.value;
  const isActiveDecided = items.some((each) => each.id === active && each.state !== 'open');
  const shown = isActiveDecided ? 'decided' : asked;
  const open = inOrder(
    items.filter((each) => each.state === 'open'),
    places,
  );
  const decided = items.filter((each) => each.state !== 'open').toReversed();
  const these = shown === 'open' ? open : decided;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Alt and an arrow go from card to card.
    <div className="bt-suggestions" onKeyDown={onKeyDown} ref={box} tabIndex={-1}>
      {mayPropose && !props.suggesting ? (
        <Button icon="suggestion" onClick={props.onBegin}>
          {props.hasDraft ? t('goOn') : t('begin')}
        </Button>
      ) : null}
      {items.length > 0 ? (
        <Choices
          legend={t('show.label')}
          items={[
            { value: 'open', label: t('show.open', { number: open.length }) },
            { value: 'decided', label: t('show.decided', { number: decided.length }) },
          ]}
          value={shown}
          onChoose={(which) => {
            props.onActive(undefined);
            setAsked(which);
          }}
        />
      ) : null}
      <News count={items.length} />
      {these.length === 0 ? (
        <p className="bt-suggestion__subtle">
          {shown === 'decided' ? t('noneDecided') : mayPropose ? t('none') : t('noneToRead')}
        </p>
      ) : (
        <ol className="bt-suggestions__list" aria-label={t('list')} ref={list}>
          {these.map((each, index) => (
            <li key={each.id}>
              <SuggestionCard
                suggestion={each}
                rights={state.value}
                active={each.id === active}
                place={placeOf(each, places)}
                fits={() => props.fits(each)}
                onActive={() => props.onActive(each.id)}
                onGoTo={() => props.onGoTo(each.id)}
                onChanged={(left) => {
                  const next = these[index + 1] ?? these[index - 1];
                  again();
                  if (left) {
                    props.onActive(undefined);
                    focusNext(box.current, next?.id);
                  }
                }}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/// The card that the hand goes to when this one leaves, else the panel itself.
function focusNext(box: HTMLElement | null, id: string | undefined): void {
  requestAnimationFrame(() => {
    const next = id && box?.querySelector<HTMLElement>(`[data-bt-suggestion="${id}"]`);
    (next || box)?.focus();
  });
}

function placeOf(
  each: Suggestion,
  places: ReadonlyMap<string, number> | undefined,
): 'here' | 'gone' | 'unknown' {
  if (places === undefined || each.state !== 'open') {
    return 'unknown';
  }
  return places.has(each.id) ? 'here' : 'gone';
}

function inOrder(
  items: readonly Suggestion[],
  places: ReadonlyMap<string, number> | undefined,
): readonly Suggestion[] {
  const at = (each: Suggestion) => places?.get(each.id) ?? Number.MAX_SAFE_INTEGER;
  return items.toSorted((one, other) => at(one) - at(other) || one.at - other.at);
}

/// Tells a screen reader, in its own time, that there is another one.
function News({ count }: { count: number }) {
  const { t } = useTranslation('suggestions');
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
