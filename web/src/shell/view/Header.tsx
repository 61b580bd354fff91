import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '../../identity';
import { Bell } from '../../notices';
import { Icon, PartnerMark, Popover } from '../../ui';
import { capsOf, isMac } from '../keyHelp';
import { LanguageChoice, LookChoice } from './Choices';

export interface Crumb {
  name: string;
  path?: string;
}

export interface HeaderProps {
  session: Session | undefined;
  crumbs: readonly Crumb[];
  /// Who is here and where the words are.
  signs?: ReactNode;
  /// The plan that is open.
  planId: string | undefined;
  onPalette: () => void;
  onKeyList: () => void;
  onSignOut: () => void;
}

/// The bar on top: whose product, where one is, who is here, is it saved, oneself.
export function Header(props: HeaderProps) {
  const { t } = useTranslation('shell');
  const { session, crumbs } = props;
  return (
    <header className="bt-header" data-bt-region="header">
      <div className="bt-header__place">
        <Link className="bt-header__product" to="/">
          <Logo />
          <span className="bt-header__name">
            <span className="bt-header__word">{t('product')}</span>
            {session ? <span className="bt-header__town">{session.municipality.name}</span> : null}
          </span>
        </Link>
        {crumbs.length === 0 ? null : <Crumbs crumbs={crumbs} />}
      </div>
      <div className="bt-header__signs">{props.signs}</div>
      <div className="bt-header__acts">
        {session ? (
          <>
            <button
              type="button"
              className="bt-go"
              aria-label={t('header.go')}
              aria-keyshortcuts="Control+K"
              onClick={props.onPalette}
            >
              <Icon name="search" />
              <span className="bt-go__word">{t('header.go')}</span>
              <kbd className="bt-key">{capsOf('Mod-k', isMac()).join(' ')}</kbd>
            </button>
            <Suspense fallback={<span className="bt-bell-place" />}>
              <Bell planId={props.planId} />
            </Suspense>
            <Account {...props} session={session} />
          </>
        ) : (
          <LanguageChoice />
        )}
      </div>
    </header>
  );
}

/// Four places at a table.
function Logo() {
  return (
    <svg className="bt-logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect className="bt-logo__table" x="8" y="8" width="16" height="16" rx="3" />
      <path className="bt-logo__seats" d="M11 4h10M11 28h10M4 11v10M28 11v10" />
    </svg>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('shell');
  return (
    <nav className="bt-crumbs" aria-label={t('header.crumbs')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.name}>
            {crumb.path === undefined ? (
              <span aria-current="location" title={crumb.name}>
                {crumb.name}
              </span>
            ) : (
              <Link to={crumb.path}>{crumb.name}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/// What this person may open besides the plans.
function placesOf({ member }: Session) {
  const places = [
    { path: '/account', name: 'own', may: true },
    { path: '/beheer/partners', name: 'people', may: member.administrator || member.contact },
    { path: '/beheer/controlelog', name: 'audit', may: member.administrator },
    { path: '/beheer/gemeenten', name: 'towns', may: member.operator },
  ] as const;
  return places.filter((place) => place.may);
}

function Account(props: HeaderProps & { session: Session }) {
  const { t } = useTranslation('shell');
  const { member, partner } = props.session;
  return (
    <Popover
      className="bt-account"
      label={t('account.button', { name: member.name, organisation: partner.name })}
      face={
        <span className="bt-account__face">
          <PartnerMark badge={partner.badge} colour={partner.colour} />
          <Icon name="down" />
        </span>
      }
    >
      {(close) => (
        <>
          <div className="bt-person bt-account__who">
            <PartnerMark badge={partner.badge} colour={partner.colour} />
            <span className="bt-person__text">
              <span className="bt-person__name">{member.name}</span>
              <span className="bt-person__organisation">{partner.name}</span>
              <span className="bt-person__organisation">{member.email}</span>
            </span>
          </div>
          <LanguageChoice />
          <LookChoice />
          <nav className="bt-account__acts" aria-label={t('account.places')}>
            {placesOf(props.session).map(({ path, name }) => (
              <Link key={path} className="bt-account__act" to={path} onClick={close}>
                <Icon name="forward" />
                {t(`account.${name}`)}
              </Link>
            ))}
          </nav>
          <div className="bt-account__acts">
            <Link className="bt-account__act" to="/account/beveiliging" onClick={close}>
              <Icon name="fixed" />
              {t('account.security')}
            </Link>
            {member.administrator ? (
              <Link className="bt-account__act" to="/beheer/inloggen" onClick={close}>
                <Icon name="account" />
                {t('account.waysIn')}
              </Link>
            ) : null}
            <button
              type="button"
              className="bt-account__act"
              onClick={() => {
                close();
                props.onKeyList();
              }}
            >
              <Icon name="keyboard" />
              {t('account.keys')}
            </button>
            <button
              type="button"
              className="bt-account__act"
              onClick={() => {
                close();
                props.onSignOut();
              }}
            >
              <Icon name="forward" />
              {t('account.signOut')}
            </button>
          </div>
        </>
      )}
    </Popover>
  );
}
