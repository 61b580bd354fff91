import { lazy, Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
import { MyAsks } from '../../asks';
import {
  SecurityPage,
  type Session,
  SignInPage,
  safeReturn,
  WaysInPage,
  WelcomePage,
} from '../../identity';
import { fetchPlans, NewPlanPage, PlansPage, pathOf, rolesPathOf } from '../../plan';
import { MyPage, RolesPage } from '../../roles';
import { Button, Heading, Skeleton, useTitle } from '../../ui';
import { useLiveText } from '../liveText';
import { presenceOf } from '../presence';
import { useSession } from '../session';
import { useRolesInWords } from '../useRolesInWords';
import { Frame } from './Frame';
import { InPlan, type PlanScreenProps, Waiting } from './InPlan';
import { NotFoundScreen } from './NotFoundScreen';
import { planWays } from './planScreens';

export function SignInScreen() {
  const { t } = useTranslation('shell');
  const { state, refresh } = useSession();
  const { search } = useLocation();
  const query = new URLSearchParams(search);
  const navigate = useNavigate();
  const back = safeReturn(query.get('terug'));
  const again = query.has('opnieuw');
  if (state.kind === 'signed-in' && !state.expired && !again) {
    return <Navigate to={back} replace />;
  }
  const onSignedIn = async () => {
    await refresh();
    if (again) {
      void navigate(back, { replace: true });
    }
  };
  const reason = query.get('reden');
  return (
    <Frame>
      <SignInPage
        onSignedIn={onSignedIn}
        providerFault={query.get('aanbieder') ?? undefined}
        reason={
          reason === 'verlopen'
            ? 'expired'
            : reason === 'gemaakt'
              ? 'administrator-made'
              : undefined
        }
        more={(demonstration) => (
          <>
            <Link className="nl-link bt-link" to="/wachtwoord">
              {t('forgotten')}
            </Link>
            {demonstration ? (
              <Link className="nl-link bt-link" to="/postvak">
                {t('mailbox')}
              </Link>
            ) : null}
          </>
        )}
      />
    </Frame>
  );
}

export function WelcomeScreen() {
  const { hash } = useLocation();
  const navigate = useNavigate();
  return (
    <Frame>
      <WelcomePage hash={hash} onMade={() => void navigate('/inloggen?reden=gemaakt')} />
    </Frame>
  );
}

/// Back to the same page after signing in once more.
function useSignInAgain(): () => void {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return () => void navigate(`/inloggen?opnieuw&terug=${encodeURIComponent(pathname)}`);
}

export function SecurityScreen({ session }: { session: Session }) {
  const { t } = useTranslation('identity');
  const { refresh } = useSession();
  const again = useSignInAgain();
  return (
    <Frame crumbs={[{ name: t('ways.security.crumb') }]}>
      <Suspense fallback={<Skeleton label={t('ways.security.loading')} />}>
        <SecurityPage
          due={session.session.secondFactorDue}
          onChanged={refresh}
          onSignInAgain={again}
        />
      </Suspense>
    </Frame>
  );
}

export function WaysInScreen({ session }: { session: Session }) {
  const { t } = useTranslation('identity');
  const again = useSignInAgain();
  return session.member.administrator ? (
    <Frame crumbs={[{ name: t('ways.manage.crumb') }]}>
      <Suspense fallback={<Skeleton label={t('ways.security.loading')} />}>
        <WaysInPage onSignInAgain={again} />
      </Suspense>
    </Frame>
  ) : (
    <NotFoundScreen />
  );
}

export function MyScreen({ session }: { session: Session }) {
  return (
    <Frame>
      <MyPage
        partnerName={session.partner.name}
        fetchPlans={fetchPlans}
        pathOf={pathOf}
        rolesPathOf={rolesPathOf}
        first={
          <Suspense fallback={null}>
            <MyAsks />
          </Suspense>
        }
      />
    </Frame>
  );
}

export function PlansScreen() {
  return (
    <Frame>
      <PlansPage />
    </Frame>
  );
}

export function NewPlanScreen({ session }: { session: Session }) {
  const { t } = useTranslation('shell');
  return (
    <Frame crumbs={[{ name: t('header.plans'), path: '/plannen' }]}>
      <Suspense fallback={<Skeleton label={t('loading')} />}>
        <NewPlanPage memberId={session.member.id} municipality={session.municipality.name} />
      </Suspense>
    </Frame>
  );
}

const LivePlan = lazy(async () => ({ default: (await import('./LivePlan')).LivePlan }));

export function PlanScreen({ session, expired }: PlanScreenProps) {
  const { t } = useTranslation('shell');
  const { planId = '', slug } = useParams();
  const { refresh } = useSession();
  const denied = useCallback(() => void refresh(), [refresh]);
  const user = presenceOf(session);
  const connected = useLiveText(user, expired);
  const rolesInWords = useRolesInWords();
  const plans = { name: t('header.plans'), path: '/plannen' };
  return (
    <Suspense fallback={<Waiting crumbs={[plans]} />}>
      <LivePlan
        planId={planId}
        slug={slug}
        connected={connected}
        user={user}
        onDenied={denied}
        rolesInWords={rolesInWords}
        ways={planWays}
        frame={({ plan, signs, outline, bar, sheet, side }) => (
          <Frame
            crumbs={plan ? [plans, { name: plan.title, path: pathOf(plan.id) }] : [plans]}
            plan={plan}
            signs={signs}
            outline={outline}
            bar={bar}
            side={side}
          >
            {sheet}
          </Frame>
        )}
      />
    </Suspense>
  );
}

/// Who has which role in a plan.
export function RolesScreen({ session, expired }: PlanScreenProps) {
  const { planId = '' } = useParams();
  const sectionPath = useCallback((key?: string) => pathOf(planId, key), [planId]);
  return (
    <InPlan session={session} expired={expired}>
      {({ plan, connected, again }) => (
        <RolesPage
          plan={plan}
          ownPartner={session.partner.id}
          connected={connected}
          onPlanChanged={again}
          pathOf={sectionPath}
        />
      )}
    </InPlan>
  );
}

/// No answer from the server at the first question already.
export function UnreachableScreen() {
  const { t } = useTranslation('shell');
  const { refresh } = useSession();
  useTitle(t('unreachable.title'));
  return (
    <Frame>
      <div className="bt-page bt-page--narrow">
        <Heading level={1} size={2}>
          {t('unreachable.title')}
        </Heading>
        <p className="bt-lead">{t('unreachable.text')}</p>
        <Button kind="primary" onClick={() => void refresh()}>
          {t('unreachable.again')}
        </Button>
      </div>
    </Frame>
  );
}
