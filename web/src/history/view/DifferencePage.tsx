import { useCallback } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLoaded } from '../../api';
import { Alert, Button, Heading, Select, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchDifference, fetchPast } from '../api';
import { countOf } from '../difference';
import type { Difference, Past } from '../model';
import { differencePathOf, versionsPathOf } from '../paths';
import { failureText, type HistoryWords, useHistoryWords } from '../words';
import { DifferenceText } from './DifferenceText';
import { sectionName, type VersionsPageProps } from './VersionsPage';

export interface DifferencePageProps extends VersionsPageProps {
  sectionKey: string;
  /// A moment: a version, such as `v3`, or a place in the log.
  from: string;
  /// Likewise; empty for now.
  to: string;
}

/// What changed in one section between two moments, and who did it.
export function DifferencePage(props: DifferencePageProps) {
  const { t } = useHistoryWords();
  const section = props.plan.sections.find((each) => each.key === props.sectionKey);
  return section === undefined ? (
    <div className="bt-page bt-versions">
      <Heading level={1} size={2}>
        {t('difference.title')}
      </Heading>
      <p>{t('difference.missing')}</p>
      <Link className="nl-link bt-link" to={versionsPathOf(props.plan.id)}>
        {t('page.toVersions')}
      </Link>
    </div>
  ) : (
    <OfSection {...props} section={section} />
  );
}

interface OfSectionProps extends DifferencePageProps {
  section: VersionsPageProps['plan']['sections'][number];
}

function OfSection({ plan, section, from, to, pathOf }: OfSectionProps) {
  const words = useHistoryWords();
  const { t } = words;
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const name = sectionName(section);
  useTitle(t('difference.tab', { section: name, plan: plan.title }));
  const { state: past } = useLoaded(section.id, fetchPast);
  const ask = useCallback(() => fetchDifference(section.id, from, to), [section.id, from, to]);
  const { state, again } = useLoaded(`${section.id} ${from} ${to}`, ask);
  return (
    <div className="bt-page bt-versions">
      <header>
        <p className="bt-paper__part">{name}</p>
        <Heading level={1} size={2} ref={heading}>
          {t('difference.title')}
        </Heading>
        <p>
          <Link className="nl-link bt-link" to={pathOf(section.key)}>
            {t('difference.back')}
          </Link>
        </p>
      </header>
      {past.kind === 'loaded' ? (
        <Moments
          past={past.value}
          words={words}
          from={from}
          to={to}
          pathOf={(one, other) =>
            differencePathOf(plan.id, section.key, one, other === '' ? undefined : other)
          }
        />
      ) : null}
      {state.kind === 'loading' ? <Skeleton label={t('difference.loading')} lines={6} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" urgent>
          <p>{failureText(t, state.error)}</p>
          <Button onClick={again}>{t('failure.again')}</Button>
        </Alert>
      ) : null}
      {state.kind === 'loaded' ? <Found difference={state.value} words={words} /> : null}
    </div>
  );
}

interface MomentsProps {
  past: Past;
  words: HistoryWords;
  from: string;
  to: string;
  pathOf: (from: string, to: string) => string;
}

/// The two moments, each to be chosen from those that people remember.
function Moments({ past, words, from, to, pathOf }: MomentsProps) {
  const { t } = words;
  const navigate = useNavigate();
  const known = momentsOf(past, words);
  const choose = (one: string, other: string) => void navigate(pathOf(one, other));
  const withThis = (value: string) =>
    value === '' || known.some((each) => each.value === value)
      ? known
      : [...known, { value, label: t('difference.moment'), seq: 0 }];
  return (
    <div className="bt-versions__choice">
      <Select
        label={t('difference.from')}
        value={from}
        choices={withThis(from)}
        onChange={(value) => choose(value, to)}
      />
      <Select
        label={t('difference.to')}
        value={to}
        choices={[{ value: '', label: t('difference.now') }, ...withThis(to)]}
        onChange={(value) => choose(from, value)}
      />
    </div>
  );
}

interface Moment {
  value: string;
  label: string;
  seq: number;
}

/// Versions, and where sittings begin and end, the newest first.
function momentsOf(past: Past, { t, when, people }: HistoryWords): readonly Moment[] {
  const versions = past.versions.map(({ number, name, seq }) => ({
    value: `v${number}`,
    label: t('difference.version', { number, name }),
    seq,
  }));
  const ends = past.sittings.map(({ to, toAt, by }) => ({
    value: String(to),
    label: t('difference.sitting', { when: when(toAt), who: people(by) }),
    seq: to,
  }));
  const begins = past.sittings
    .filter(({ from }) => from > 1 && !ends.some(({ seq }) => seq === from))
    .map(({ from, fromAt }) => ({
      value: String(from),
      label: t('difference.before', { when: when(fromAt) }),
      seq: from,
    }));
  const start = { value: '1', label: t('difference.start'), seq: 1 };
  return [...versions, ...ends, ...begins, start].sort((a, b) => b.seq - a.seq);
}

function Found({ difference, words }: { difference: Difference; words: HistoryWords }) {
  const { t, author } = words;
  if (difference.same) {
    return <p role="status">{t('difference.same')}</p>;
  }
  const { added, removed } = countOf(difference.blocks);
  return (
    <>
      <p role="status" className="bt-versions__count">
        {added > 0 ? <span>{t('difference.added', { count: added })}</span> : null}
        {removed > 0 ? <span>{t('difference.removed', { count: removed })}</span> : null}
      </p>
      <DifferenceText difference={difference} t={t} nameOf={author} />
    </>
  );
}
