import './notices.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { Alert, Button, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchNotices, markSeen } from '../api';
import { tellSeen } from '../changed';
import { type Group, groupsOf, type Notice, type NoticePage } from '../model';
import { kindKeys } from '../words';

/// All that one was told, by where it is about.
export function NoticesPage() {
  const { t } = useTranslation('notices');
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const { state, again } = useLoaded('notices', () => fetchNotices());
  useTitle(t('pageTitle'));
  return (
    <div className="bt-page bt-page--narrow">
      <Heading level={1} size={2} ref={heading}>
        {t('title')}
      </Heading>
      <p className="bt-lead">{t('lead')}</p>
      {state.kind === 'loading' ? <Skeleton label={t('loading')} lines={6} /> : null}
      {state.kind === 'failed' ? (
        <Alert kind="error" title={t('failed')}>
          <Button kind="secondary" onClick={again}>
            {t('retry')}
          </Button>
        </Alert>
      ) : null}
      {state.kind === 'loaded' ? <Pages first={state.value} onSeen={again} /> : null}
    </div>
  );
}

function Pages({ first, onSeen }: { first: NoticePage; onSeen: () => void }) {
  const { t } = useTranslation('notices');
  const [older, setOlder] = useState<readonly NoticePage[]>([]);
  const [failed, setFailed] = useState(false);
  const pages = [first, ...older];
  const items = pages.flatMap((page) => page.items);
  const next = pages.at(-1)?.next;
  const attempt = (work: Promise<void>) =>
    work.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const more = () =>
    attempt(fetchNotices(next).then((page) => setOlder((before) => [...before, page])));
  const seeAll = () =>
    attempt(
      markSeen().then(() => {
        setOlder([]);
        onSeen();
        tellSeen();
      }),
    );
  const unseen = items.some((each) => !each.seen);
  return (
    <>
      <div className="bt-notices__acts">
        {unseen ? (
          <Button kind="secondary" onClick={seeAll}>
            {t('allSeen')}
          </Button>
        ) : null}
        <Link className="nl-link bt-link" to="/account#meldingen">
          {t('preferences')}
        </Link>
      </div>
      <div role="status">{failed ? <Alert kind="error">{t('failed')}</Alert> : null}</div>
      {items.length === 0 && next === undefined ? <p>{t('none')}</p> : null}
      {groupsOf(items).map((group) => (
        <Place key={group.key} group={group} />
      ))}
      {next === undefined ? null : (
        <Button kind="secondary" onClick={more}>
          {t('older')}
        </Button>
      )}
    </>
  );
}

function Place({ group }: { group: Group }) {
  const { t } = useTranslation('notices');
  const { plan, section, items } = group;
  const name = section ? `${section.number} ${section.title}`.trim() : t('wholePlan');
  return (
    <section className="bt-notices__group">
      <Heading level={2} size={4}>
        {name}
      </Heading>
      <div className="bt-notices__plan">{plan.title}</div>
      <ul className="bt-notices__list">
        {items.map((each) => (
          <Item key={each.id} notice={each} />
        ))}
      </ul>
    </section>
  );
}

function Item({ notice }: { notice: Notice }) {
  const { t, i18n } = useTranslation('notices');
  const who = useWho(notice);
  const see = () => {
    if (!notice.seen) {
      // Where it fails it stays new, and is seen next time.
      markSeen([notice.id]).then(tellSeen, () => undefined);
    }
  };
  return (
    <li className={`bt-notices__item ${notice.seen ? '' : 'bt-notices__item--new'}`}>
      <Link className="bt-notices__link" to={notice.path} onClick={see}>
        <span className="bt-notices__text">{t(`told.${kindKeys[notice.kind]}`, { who })}</span>
        {notice.seen ? null : <span className="bt-notices__new">{t('isNew')}</span>}
        <time className="bt-notices__at" dateTime={new Date(notice.at).toISOString()}>
          {momentOf(notice.at, i18n.language)}
        </time>
      </Link>
    </li>
  );
}

function useWho({ by }: Notice): string {
  const { t } = useTranslation('notices');
  if (by === undefined) {
    return t('someone');
  }
  const partner = by.partner.name;
  return by.name === '' ? t('someoneOf', { partner }) : t('who', { name: by.name, partner });
}

function momentOf(at: number, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'nl-NL', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
}
