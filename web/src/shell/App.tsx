import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import type { Session } from '../identity';
import { noteNavigation, Skeleton } from '../ui';
import { LookProvider } from './LookContext';
import { SessionProvider, useSession } from './session';
import { AfterwardsScreen, OwnSummaryScreen } from './view/afterwardsScreens';
import { ErrorBoundary } from './view/ErrorBoundary';
import { Frame } from './view/Frame';
import { InterviewScreen, InterviewsScreen, NewInterviewScreen } from './view/interviewScreens';
import { NotFoundScreen } from './view/NotFoundScreen';
import {
  AccountScreen,
  AuditScreen,
  InvitationScreen,
  LinkScreen,
  MailboxScreen,
  NoticesScreen,
  PeopleScreen,
  ResetScreen,
  TownsScreen,
} from './view/peopleScreens';
import {
  AskScreen,
  AsksScreen,
  DispositionsScreen,
  FillInsScreen,
  FindingsScreen,
  OutlineScreen,
  OverviewScreen,
  ReadingScreen,
  VersionsScreen,
} from './view/planScreens';
import {
  MyScreen,
  NewPlanScreen,
  PlanScreen,
  PlansScreen,
  RolesScreen,
  SecurityScreen,
  SignInScreen,
  UnreachableScreen,
  WaysInScreen,
  WelcomeScreen,
} from './view/screens';
import { TalkScreen } from './view/talkScreen';
import { FiguresScreen, TopicListScreen, TopicListsScreen } from './view/topicScreens';
import './shell.css';
import './overlays.css';

/// The whole app: every address and the page behind it.
export function App() {
  return (
    <LookProvider>
      <ErrorBoundary>
        <SessionProvider>
          <BrowserRouter>
            <Arrival />
            <Addresses />
          </BrowserRouter>
        </SessionProvider>
      </ErrorBoundary>
    </LookProvider>
  );
}

const securityPath = '/account/beveiliging';

function Addresses() {
  const mine = (session: Session) => <MyScreen session={session} />;
  const roles = (session: Session, expired: boolean) => (
    <RolesScreen session={session} expired={expired} />
  );
  const outline = (session: Session, expired: boolean) => (
    <OutlineScreen session={session} expired={expired} />
  );
  const fillIns = (session: Session, expired: boolean) => (
    <FillInsScreen session={session} expired={expired} />
  );
  const findings = (session: Session, expired: boolean) => (
    <FindingsScreen session={session} expired={expired} />
  );
  const versions = (session: Session, expired: boolean) => (
    <VersionsScreen session={session} expired={expired} />
  );
  const overview = (session: Session, expired: boolean) => (
    <OverviewScreen session={session} expired={expired} />
  );
  const reading = (session: Session, expired: boolean) => (
    <ReadingScreen session={session} expired={expired} />
  );
  const asks = (session: Session, expired: boolean) => (
    <AsksScreen session={session} expired={expired} />
  );
  const ask = (session: Session, expired: boolean) => (
    <AskScreen session={session} expired={expired} />
  );
  const dispositions = (session: Session, expired: boolean) => (
    <DispositionsScreen session={session} expired={expired} />
  );
  const interviews = (session: Session, expired: boolean) => (
    <InterviewsScreen session={session} expired={expired} />
  );
  const newInterview = (session: Session, expired: boolean) => (
    <NewInterviewScreen session={session} expired={expired} />
  );
  const interview = (session: Session, expired: boolean) => (
    <InterviewScreen session={session} expired={expired} />
  );
  const talk = (session: Session, expired: boolean) => (
    <TalkScreen session={session} expired={expired} />
  );
  const afterwards = (session: Session, expired: boolean) => (
    <AfterwardsScreen session={session} expired={expired} />
  );
  const lists = (session: Session, expired: boolean) => (
    <TopicListsScreen session={session} expired={expired} />
  );
  const list = (session: Session, expired: boolean) => (
    <TopicListScreen session={session} expired={expired} />
  );
  const figures = (session: Session, expired: boolean) => (
    <FiguresScreen session={session} expired={expired} />
  );
  const plan = (session: Session, expired: boolean) => (
    <PlanScreen session={session} expired={expired} />
  );
  const newPlan = (session: Session) => <NewPlanScreen session={session} />;
  const account = (session: Session) => <AccountScreen session={session} />;
  const people = (session: Session) => <PeopleScreen session={session} />;
  const towns = (session: Session) => <TownsScreen session={session} />;
  const audit = (session: Session) => <AuditScreen session={session} />;
  return (
    <Routes>
      <Route path="/" element={<Members>{mine}</Members>} />
      <Route path="/inloggen" element={<SignInScreen />} />
      <Route path="/welkom" element={<WelcomeScreen />} />
      <Route path="/plannen" element={<Members>{() => <PlansScreen />}</Members>} />
      <Route path="/plannen/nieuw" element={<Members>{newPlan}</Members>} />
      <Route path="/plannen/:planId/rollen" element={<Members>{roles}</Members>} />
      <Route path="/plannen/:planId/inhoud" element={<Members>{outline}</Members>} />
      <Route path="/plannen/:planId/invulplekken" element={<Members>{fillIns}</Members>} />
      <Route path="/plannen/:planId/bevindingen/:view?" element={<Members>{findings}</Members>} />
      <Route path="/plannen/:planId/versies" element={<Members>{versions}</Members>} />
      <Route path="/plannen/:planId/overzicht" element={<Members>{overview}</Members>} />
      <Route path="/plannen/:planId/lezen" element={<Members>{reading}</Members>} />
      <Route path="/plannen/:planId/uitvragen" element={<Members>{asks}</Members>} />
      <Route path="/plannen/:planId/uitvragen/:askId" element={<Members>{ask}</Members>} />
      <Route path="/plannen/:planId/afdoening" element={<Members>{dispositions}</Members>} />
      <Route path="/plannen/:planId/interviews" element={<Members>{interviews}</Members>} />
      <Route path="/plannen/:planId/interviews/nieuw" element={<Members>{newInterview}</Members>} />
      <Route
        path="/plannen/:planId/interviews/:interviewId"
        element={<Members>{interview}</Members>}
      />
      <Route
        path="/plannen/:planId/interviews/:interviewId/gesprek"
        element={<Members>{talk}</Members>}
      />
      <Route
        path="/plannen/:planId/interviews/:interviewId/daarna"
        element={<Members>{afterwards}</Members>}
      />
      <Route path="/plannen/:planId/gesprekslijsten" element={<Members>{lists}</Members>} />
      <Route path="/plannen/:planId/gesprekslijsten/:listId" element={<Members>{list}</Members>} />
      <Route path="/plannen/:planId/cijfers" element={<Members>{figures}</Members>} />
      <Route path="/plannen/:planId/:slug?" element={<Members>{plan}</Members>} />
      <Route
        path={securityPath}
        element={<Members>{(session) => <SecurityScreen session={session} />}</Members>}
      />
      <Route
        path="/beheer/inloggen"
        element={<Members>{(session) => <WaysInScreen session={session} />}</Members>}
      />
      <Route path="/meldingen" element={<Members>{() => <NoticesScreen />}</Members>} />
      <Route path="/account" element={<Members>{account}</Members>} />
      <Route path="/beheer/partners" element={<Members>{people}</Members>} />
      <Route path="/beheer/gemeenten" element={<Members>{towns}</Members>} />
      <Route path="/beheer/controlelog" element={<Members>{audit}</Members>} />
      <Route path="/uitnodiging" element={<InvitationScreen />} />
      <Route path="/ga" element={<LinkScreen />} />
      <Route path="/samenvatting" element={<OwnSummaryScreen />} />
      <Route path="/wachtwoord" element={<ResetScreen />} />
      <Route path="/postvak" element={<MailboxScreen />} />
      <Route path="*" element={<NotFoundScreen />} />
    </Routes>
  );
}

/// Shows a page to members only; others sign in first and come back to it.
function Members({ children }: { children: (session: Session, expired: boolean) => ReactNode }) {
  const { state } = useSession();
  const { t } = useTranslation('shell');
  const { pathname, search, hash } = useLocation();
  switch (state.kind) {
    case 'unknown':
      return (
        <Late>
          <Frame>
            <Skeleton label={t('loading')} />
          </Frame>
        </Late>
      );
    case 'unreachable':
      return <UnreachableScreen />;
    case 'signed-out':
      return (
        <Navigate to={state.left ? '/inloggen' : signInPath(pathname + search + hash)} replace />
      );
    case 'signed-in':
      return state.session.session.secondFactorDue && pathname !== securityPath ? (
        <Navigate to={securityPath} replace />
      ) : (
        children(state.session, state.expired)
      );
  }
}

/// An answer that comes at once is not worth a frame of its own before it.
const lateMs = 300;

function Late({ children }: { children: ReactNode }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), lateMs);
    return () => clearTimeout(timer);
  }, []);
  return late ? children : <span hidden data-waits="" />;
}

function signInPath(from: string): string {
  return from === '/' ? '/inloggen' : `/inloggen?terug=${encodeURIComponent(from)}`;
}

/// A new page starts at its top. Going from the first page to the next is noted, so that the focus
/// follows from then on.
function Arrival() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== pathname) {
      before.current = pathname;
      noteNavigation();
      window.scrollTo(0, 0);
    }
  }, [pathname]);
  return null;
}
