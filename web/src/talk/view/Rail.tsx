import { useTranslation } from 'react-i18next';
import type { PresenceUser } from '../../collab';
import { Button, Icon, type IconName, PartnerMark } from '../../ui';
import { general, type QuestionState } from '../document';
import { type Item, type Outline, progressOf } from '../outline';

interface RailProps {
  outline: Outline;
  current: string;
  others: ReadonlyMap<string, readonly PresenceUser[]>;
  all: boolean;
  onAll: (all: boolean) => void;
  onOpen: (question: string) => void;
}

const signs: Readonly<Record<QuestionState['kind'], IconName>> = {
  open: 'todo',
  covered: 'agreed',
  skipped: 'forward',
  elsewhere: 'dispositions',
};

/// The questions of the talk, with what was done with each.
export function Rail({ outline, current, others, all, onAll, onOpen }: RailProps) {
  const { t } = useTranslation('talk');
  const { done, total } = progressOf(outline);
  const grouped = new Set(outline.groups.flatMap(({ items }) => items.map(({ id }) => id)));
  const rest = outline.order.filter(({ id }) => !grouped.has(id));
  const list = (items: readonly Item[]) => (
    <ol className="bt-rail__list">
      {items.map((item) => (
        <li key={item.id}>
          <RailItem
            item={item}
            outline={outline}
            current={item.id === current}
            others={others.get(item.id) ?? []}
            onOpen={() => onOpen(item.id)}
          />
        </li>
      ))}
    </ol>
  );
  return (
    <nav className="bt-rail" aria-label={t('rail.label')}>
      <p className="bt-rail__progress">{t('rail.progress', { done, total })}</p>
      <progress className="bt-rail__bar" value={done} max={Math.max(total, 1)} aria-hidden="true" />
      {outline.groups.map((group) => (
        <section key={group.id} className="bt-rail__group" aria-label={group.title}>
          <h2 className="bt-rail__title">{group.title}</h2>
          {list(group.items)}
        </section>
      ))}
      <div className="bt-rail__group">{list(rest)}</div>
      {outline.left > 0 || all ? (
        <div className="bt-rail__more">
          {outline.left > 0 ? <p>{t('rail.left', { count: outline.left })}</p> : null}
          <Button kind="subtle" onClick={() => onAll(!all)}>
            {all ? t('rail.fewer') : t('rail.all')}
          </Button>
        </div>
      ) : null}
    </nav>
  );
}

interface RailItemProps {
  item: Item;
  outline: Outline;
  current: boolean;
  others: readonly PresenceUser[];
  onOpen: () => void;
}

function RailItem({ item, outline, current, others, onOpen }: RailItemProps) {
  const { t } = useTranslation('talk');
  const names = others.map(({ name }) => name).join(', ');
  const facts = [
    item.foreign && item.id !== item.text ? t('rail.foreign') : '',
    item.added && item.id !== general && !item.foreign ? t('rail.added') : '',
    item.state.kind === 'open' ? '' : t(`state.${item.state.kind}`),
    item.count > 0 ? t('rail.notes', { count: item.count }) : '',
  ].filter((fact) => fact !== '');
  return (
    <button
      type="button"
      className={`bt-rail__item bt-rail__item--${item.state.kind}`}
      aria-current={current ? 'page' : undefined}
      onClick={onOpen}
    >
      <Icon name={item.id === general ? 'draft' : signs[item.state.kind]} />
      <span className="bt-rail__words">
        <span className="bt-rail__text">
          {item.number === '' ? null : <b>{item.number} </b>}
          {wordsOf(item, t)}
        </span>
        {facts.length === 0 ? null : <span className="bt-rail__facts">{facts.join(' · ')}</span>}
        {item.state.kind === 'elsewhere' ? (
          <span className="bt-hidden">
            {t('state.elsewhereAt', { question: numberIn(outline, item.state.question) })}
          </span>
        ) : null}
      </span>
      {others.length === 0 ? null : (
        <span className="bt-rail__people" title={names}>
          {others.slice(0, 2).map(({ memberId, badge, colour }) => (
            <PartnerMark key={memberId} size="small" badge={badge} colour={colour} />
          ))}
          <span className="bt-hidden">{t('rail.here', { names })}</span>
        </span>
      )}
    </button>
  );
}

/// What a question is called; one that is gone from the list has only its id left.
export function wordsOf(item: Item, t: (key: 'rail.general' | 'rail.lost') => string): string {
  if (item.id === general) {
    return t('rail.general');
  }
  return item.text === item.id ? t('rail.lost') : item.text;
}

export function numberIn(outline: Outline, question: string): string {
  const found = outline.order.find(({ id }) => id === question);
  return found === undefined ? question : found.number || found.text;
}
