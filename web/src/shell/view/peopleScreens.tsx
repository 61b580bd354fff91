import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import type { Session } from '../../identity';
import { NoticePreferences, NoticesPage } from '../../notices';
import {
  AccountPage,
  AuditPage,
  InvitationPage,
  LinkPage,
  MailboxPage,
  PeoplePage,
  ResetPage,
  TownsPage,
  type Viewer,
} from '../../partners';
import { forgetPlans } from '../../plan';
import { Heading, Skeleton, useTitle } from '../../ui';
import { forgetLiveText } from '../liveText';
import { useSession } from '../session';
import { Frame } from './Frame';

function Framed({ children }: { children: ReactNode }) {
  const { t } = useTranslation('shell');
  return (
    <Frame>
      <Suspense fallback={<Skeleton label={t('loading')} />}>{children}</Suspense>
    </Frame>
  );
}

function viewerOf({ member, partner }: Session): Viewer {
  return {
    memberId: member.id,
    partnerId: partner.id,
    administrator: member.administrator,
    operator: member.operator,
    contact: member.contact,
    byLink: member.byLink,
  };
}

/// Says who can, to whom a page is not for; the server refuses by itself.
function NotYours() {
  const { t } = useTranslation('shell');
  useTitle(t('notYours.title'));
  return (
    <div className="bt-page bt-page--narrow">
      <Heading level={1} size={2}>
        {t('notYours.title')}
      </Heading>
      <p className="bt-lead">{t('notYours.text')}</p>
    </div>
  );
}

export function PeopleScreen({ session }: { session: Session }) {
  const { administrator, contact } = session.member;
  return (
    <Framed>
      {administrator || contact ? <PeoplePage viewer={viewerOf(session)} /> : <NotYours />}
    </Framed>
  );
}

export function TownsScreen({ session }: { session: Session }) {
  return <Framed>{session.member.operator ? <TownsPage /> : <NotYours />}</Framed>;
}

export function AuditScreen({ session }: { session: Session }) {
  return <Framed>{session.member.administrator ? <AuditPage /> : <NotYours />}</Framed>;
}

export function AccountScreen({ session }: { session: Session }) {
  const { hash } = useLocation();
  const { refresh, clear } = useSession();
  const { member } = session;
  const erased = async () => {
    await forgetLiveText(member.id);
    forgetPlans();
    clear();
  };
  return (
    <Framed>
      <AccountPage
        viewer={viewerOf(session)}
        name={member.name}
        email={member.email}
        hash={hash}
        onChanged={refresh}
        onErased={erased}
        hearing={<NoticePreferences />}
      />
    </Framed>
  );
}

export function NoticesScreen() {
  return (
    <Framed>
      <NoticesPage />
    </Framed>
  );
}

export function MailboxScreen() {
  return (
    <Framed>
      <MailboxPage />
    </Framed>
  );
}

function ToSignIn() {
  const { t } = useTranslation('partners');
  return (
    <p>
      <Link className="nl-link bt-link" to="/inloggen">
        {t('door.toSignIn')}
      </Link>
    </p>
  );
}

/// Whoever is signed in at this browser becomes who was invited.
function useIn(): (path?: string) => Promise<void> {
  const { refresh } = useSession();
  const navigate = useNavigate();
  return async (path = '/') => {
    await refresh();
    await navigate(path, { replace: true });
  };
}

export function InvitationScreen() {
  const { hash } = useLocation();
  const onIn = useIn();
  return (
    <Framed>
      <InvitationPage hash={hash} onIn={onIn} signIn={<ToSignIn />} />
    </Framed>
  );
}

export function LinkScreen() {
  const { hash } = useLocation();
  const onIn = useIn();
  return (
    <Framed>
      <LinkPage hash={hash} onIn={onIn} signIn={<ToSignIn />} />
    </Framed>
  );
}

export function ResetScreen() {
  const { hash } = useLocation();
  return (
    <Framed>
      <ResetPage key={hash} hash={hash} signIn={<ToSignIn />} />
    </Framed>
  );
}
