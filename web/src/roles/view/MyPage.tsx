import '../my-page.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Loaded, useLoaded } from '../../api';
import { spokenTime } from '../../base/when';
import {
  Alert,
  Button,
  Heading,
  Icon,
  PartnerMark,
  Skeleton,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import { fetchMyPage, fetchRoleTable } from '../api';
import type { MyPlan, MySection } from '../model';
import { failureText, type RoleWords, useRoleWords } from '../words';
import { useFocusReload } from './useFocusReload';

/// A plan that can be read.
interface PlanEntry {
  id: string;
  title: string;
}

export interface MyPageProps {
  partnerName: string;
  fetchPlans: () => Promise<{ plans: readonly PlanEntry[]; mayMake: boolean }>;
  pathOf: (planId: string, key?: string) => string;
  rolesPathOf: (planId: string) => string;
  /// Stands before the plans: what cannot wait.
  first: ReactNode;
}

/// So many sections are shown at once; more fold away behind what changed.
const SHOWN_MAX = 12;

/// What is mine: the sections in which my organisation has a role, and what others changed there
/// since I last looked.
export function MyPage(props: MyPageProps) {
  const { t, i18n } = useTranslation('roles');
  const mine = useLoaded('mine', fetchMyPage);
  const plans = useLoaded('plans', props.fetchPlans);
  const table = useLoaded(i18n.language, fetchRoleTable);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const words = useRoleWords(table.state.kind === 'loaded' ? table.state.value : undefined);
  useTitle(t('mine.tab'));
  useFocusReload(mine.again);
  const failure = failureIn([mine.state, plans.state, table.state]);
  const isReady =
    mine.state.kind === 'loaded' && plans.state.kind === 'loaded' && words !== undefined;
  return (
    <div className="bt-page">
      <Heading level={1} size={2} ref={heading}>
        {t('mine.title')}
      </Heading>
      {props.first}
      {failure === undefined ? null : (
        <Alert kind="error" title={t('mine.failed')} urgent>
          <p>{failureText(t, failure)}</p>
          <Button
            onClick={() => {
              mine.again();
              plans.again();
              table.again();
            }}
          >
            {t('note.again')}
          </Button>
        </Alert>
      )}
      {isReady && mine.state.kind === 'loaded' && plans.state.kind === 'loaded' ? (
        <Content {...props} {...plans.state.value} mine={mine.state.value} words={words} />
      ) : failure === undefined ? (
        <Skeleton label={t('mine.loading')} lines={8} />
      ) : null}
    </div>
  );
}

function failureIn(all: readonly Loaded<unknown>[]) {
  return all.flatMap((each) => (each.kind === 'failed' ? [each.error] : []))[0];
}

interface ContentProps extends MyPageProps {
  mine: readonly MyPlan[];
  plans: readonly PlanEntry[];
  mayMake: boolean;
  words: RoleWords;
}

function Content(props: ContentProps) {
  const { mine, plans, mayMake, words, partnerName, pathOf } = props;
  const { t } = words;
  const withRole = newsFirst(mine.filter(({ sections }) => sections.length > 0));
  const others = plans.filter(({ id }) => withRole.every((plan) => plan.id !== id));
  const changed = withRole.flatMap(({ sections }) => sections.filter((each) => each.changed));
  if (plans.length === 0 && mayMake) {
    return <First words={words} />;
  }
  return (
    <>
      {withRole.length === 0 ? (
        <section className="bt-empty">
          <Heading level={2} size={4}>
            {t('mine.noneTitle')}
          </Heading>
          <p>{t('mine.none', { partner: partnerName })}</p>
        </section>
      ) : (
        <p className="bt-lead">
          {changed.length === 0
            ? t('mine.unchanged')
            : t('mine.changed', { count: changed.length })}
        </p>
      )}
      {withRole.map((plan) => (
        <PlanCard key={plan.id} {...props} plan={plan} isOnly={withRole.length === 1} />
      ))}
      {others.length === 0 ? null : (
        <section className="bt-mine__others">
          <Heading level={2} size={4}>
            {t('mine.others')}
          </Heading>
          <p>{t('mine.othersText')}</p>
          <ul className="bt-cards">
            {others.map(({ id, title }) => (
              <li key={id}>
                <Link className="bt-card" to={pathOf(id)}>
                  <span className="bt-card__title">{title}</span>
                  <span className="bt-card__act">
                    {t('mine.toPlan')}
                    <Icon name="forward" />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/// Nothing there yet: the one thing to do first.
function First({ words }: { words: RoleWords }) {
  return (
    <section className="bt-empty">
      <Heading level={2} size={4}>
        {words.t('mine.firstTitle')}
      </Heading>
      <p>{words.t('mine.first')}</p>
      <Link className="nl-button nl-button--primary bt-button" to="/plannen/nieuw">
        <span className="nl-button__icon-start">
          <Icon name="plus" />
        </span>
        <span className="nl-button__label">{words.t('mine.new')}</span>
      </Link>
    </section>
  );
}

/// Plans in which something changed go before the others.
function newsFirst(plans: readonly MyPlan[]): readonly MyPlan[] {
  const hasNews = ({ sections }: MyPlan) => sections.some(({ changed }) => changed);
  return [...plans.filter(hasNews), ...plans.filter((plan) => !hasNews(plan))];
}

function PlanCard(props: ContentProps & { plan: MyPlan; isOnly: boolean }) {
  const { plan, isOnly, words, pathOf, rolesPathOf } = props;
  const { t } = words;
  const { sections } = plan;
  const changed = sections.filter((section) => section.changed);
  const list = (some: readonly MySection[]) => (
    <ul className="bt-mine__list">
      {some.map((section) => (
        <li key={section.id}>
          <SectionLink section={section} path={pathOf(plan.id, section.key)} words={words} />
        </li>
      ))}
    </ul>
  );
  return (
    <article className="bt-mine" aria-label={plan.title}>
      <div className="bt-mine__head">
        <Heading level={2} size={3}>
          {plan.title}
        </Heading>
        <span className="bt-mine__ways">
          <Link className="nl-link bt-link" to={pathOf(plan.id)}>
            {t('mine.toPlan')}
          </Link>
          <Link className="nl-link bt-link" to={rolesPathOf(plan.id)}>
            {t('mine.toRoles')}
          </Link>
        </span>
      </div>
      {sections.length > SHOWN_MAX ? (
        <>
          {changed.length === 0 ? null : (
            <>
              <Heading level={3} size={4}>
                {t('mine.changedTitle')}
              </Heading>
              {list(changed)}
            </>
          )}
          <details className="bt-mine__all" open={isOnly && changed.length === 0}>
            <summary>{t('mine.all', { count: sections.length })}</summary>
            {list(sections)}
          </details>
        </>
      ) : (
        <>
          <Heading level={3} size={4}>
            {t('mine.sections')}
          </Heading>
          {list(sections)}
        </>
      )}
    </article>
  );
}

interface SectionLinkProps {
  section: MySection;
  path: string;
  words: RoleWords;
}

function SectionLink({ section, path, words }: SectionLinkProps) {
  const { t } = words;
  return (
    <Link className="bt-mine__section" to={path}>
      <span className="bt-mine__number">{section.number}</span>
      <span className="bt-mine__words">
        <span className="bt-mine__title">{section.title}</span>
        <span className="bt-mine__role">
          {t('mine.roleAndRight', {
            roles: words.list(section.roles),
            right: t(`mine.you.${section.rights}`),
          })}
        </span>
        {section.changed ? <Changed section={section} words={words} /> : null}
      </span>
      <Icon name="forward" />
    </Link>
  );
}

function Changed({ section, words }: { section: MySection; words: RoleWords }) {
  const { i18n } = useTranslation('roles');
  const { t } = words;
  const { changedAt, changedBy } = section;
  const when =
    changedAt === undefined
      ? t('mine.isChanged')
      : t('mine.changedAt', {
          when: spokenTime(changedAt, Date.now(), i18n.language, {
            yesterday: (time) => t('mine.yesterday', { time }),
          }),
        });
  return (
    <span className="bt-mine__changed">
      <span className="bt-dot" aria-hidden="true" />
      {when}
      {changedBy === undefined ? null : (
        <>
          {` ${t('mine.by')} `}
          <PartnerMark size="small" badge={changedBy.badge} colour={changedBy.colour} />
          {changedBy.name}
        </>
      )}
    </span>
  );
}
