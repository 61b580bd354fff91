import '../asks.css';
import '../dispositions.css';
import { useId } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Button, Heading, Icon, Select, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { csvPathOf, fetchReactions } from '../api';
import { type Reaction, reactionsLike, sectionName, type Wanted } from '../model';
import { useAsksWords } from '../words';
import type { AsksPlan } from './AsksPage';
import { Failure } from './Failure';
import { ReactionItem } from './ReactionItem';

export interface DispositionsPageProps {
  plan: AsksPlan;
  /// True once the plan can be followed live.
  connected: boolean;
  /// The address of one of the plan's sections.
  pathOf: (key: string) => string;
}

const subjects = new Set([
  'asks-changed',
  'discussion-changed',
  'suggestions-changed',
  'roles-changed',
  'joined',
]);

/// Who said what about the plan, what was done with it, and why.
export function DispositionsPage(props: DispositionsPageProps) {
  const { plan, connected } = props;
  const { t } = useAsksWords();
  const { state, again } = useLoaded(plan.id, fetchReactions);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('table.tab', { plan: plan.title }));
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (subjects.has(kind)) {
      again();
    }
  });
  return (
    <div className="bt-page bt-page--wide bt-asks bt-dispositions">
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('table.title')}
        </Heading>
        <div className="bt-dispositions__acts">
          <Button kind="subtle" icon="print" onClick={() => window.print()}>
            {t('table.print')}
          </Button>
          <a className="nl-link bt-link bt-dispositions__csv" href={csvPathOf(plan.id)} download>
            <Icon name="down" />
            {t('table.csv')}
          </a>
        </div>
      </div>
      <p className="bt-dispositions__plan">{plan.title}</p>
      <p className="bt-lead">{t('table.lead')}</p>
      {state.kind === 'loading' ? <Skeleton label={t('table.loading')} lines={8} /> : null}
      {state.kind === 'failed' ? (
        <Failure error={state.error} title={t('table.failed')} again={again} />
      ) : null}
      {state.kind === 'loaded' && state.value.items.length === 0 ? (
        <section className="bt-asks__empty">
          <p>{t('table.none')}</p>
        </section>
      ) : null}
      {state.kind === 'loaded' && state.value.items.length > 0 ? (
        <Content {...props} items={state.value.items} again={again} />
      ) : null}
    </div>
  );
}

interface ContentProps extends DispositionsPageProps {
  items: readonly Reaction[];
  again: () => void;
}

const parameters = {
  section: 'paragraaf',
  partner: 'partner',
  ask: 'uitvraag',
  state: 'stand',
} as const;

function Content(props: ContentProps) {
  const { items } = props;
  const { t } = useAsksWords();
  const [search, setSearch] = useSearchParams();
  const wanted: Wanted = {
    section: search.get(parameters.section) ?? '',
    partner: search.get(parameters.partner) ?? '',
    ask: search.get(parameters.ask) ?? '',
    state: search.get(parameters.state) ?? '',
  };
  const want = (what: keyof Wanted, value: string) => {
    const next = new URLSearchParams(search);
    if (value === '') {
      next.delete(parameters[what]);
    } else {
      next.set(parameters[what], value);
    }
    setSearch(next, { replace: true });
  };
  const shown = reactionsLike(items, wanted);
  const open = shown.filter(({ decision }) => decision === undefined).length;
  return (
    <>
      <Filter items={items} wanted={wanted} want={want} />
      <p role="status">
        {shown.length === 0 ? t('table.noneLike') : t('table.count', { count: shown.length, open })}
      </p>
      {bySection(shown).map((some) => (
        <SectionReactions key={some[0].section.id} {...props} some={some} />
      ))}
    </>
  );
}

interface FilterProps {
  items: readonly Reaction[];
  wanted: Wanted;
  want: (what: keyof Wanted, value: string) => void;
}

function Filter({ items, wanted, want }: FilterProps) {
  const { t } = useAsksWords();
  const all = { value: '', label: t('table.all') };
  const unique = (pairs: readonly (readonly [string, string])[]) => [
    all,
    ...[...new Map(pairs)].map(([value, label]) => ({ value, label })),
  ];
  const select = (
    what: keyof Wanted,
    label: string,
    choices: readonly { value: string; label: string }[],
  ) => (
    <Select
      label={label}
      value={wanted[what]}
      choices={choices}
      onChange={(value) => want(what, value)}
    />
  );
  return (
    <fieldset className="bt-dispositions__filter">
      <legend className="bt-hidden">{t('table.filter')}</legend>
      {select(
        'section',
        t('table.section'),
        unique(items.map(({ section }) => [section.key, sectionName(section)])),
      )}
      {select(
        'partner',
        t('table.partner'),
        unique(items.flatMap(({ by }) => (by ? [[by.partner.id, by.partner.name]] : []))),
      )}
      {select(
        'ask',
        t('table.ask'),
        unique(items.flatMap(({ ask }) => (ask ? [[ask.id, ask.title]] : []))),
      )}
      {select('state', t('table.state'), [
        all,
        { value: 'open', label: t('table.undecided') },
        { value: 'done', label: t('table.decided') },
      ])}
    </fieldset>
  );
}

type Some = readonly [Reaction, ...Reaction[]];

function bySection(items: readonly Reaction[]): readonly Some[] {
  const groups: [Reaction, ...Reaction[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0].section.id === item.section.id) {
      last.push(item);
    } else {
      groups.push([item]);
    }
  }
  return groups;
}

function SectionReactions({ some, pathOf, plan, again }: ContentProps & { some: Some }) {
  const { t } = useAsksWords();
  const id = useId();
  const { section } = some[0];
  return (
    <section className="bt-dispositions__section" aria-labelledby={id}>
      <div className="bt-dispositions__title">
        <Heading level={2} size={4} id={id}>
          {sectionName(section)}
        </Heading>
        <Link
          className="nl-link bt-link"
          to={pathOf(section.key)}
          aria-label={t('ask.readLabel', { section: sectionName(section) })}
        >
          {t('ask.read')}
        </Link>
      </div>
      <ul className="bt-dispositions__list">
        {some.map((reaction) => (
          <ReactionItem
            key={`${reaction.kind}${reaction.subject}`}
            planId={plan.id}
            reaction={reaction}
            again={again}
          />
        ))}
      </ul>
    </section>
  );
}
