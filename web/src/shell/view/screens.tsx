import { Suspense, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useNavigate, useParams } from 'react-router';
import {
  SecurityPage,
  type Session,
  SignInPage,
  safeReturn,
  WaysInPage,
  WelcomePage,
} from '../../identity';
import { NewPlanPage, PlanPage, PlansPage, pathOf } from '../../plan';
import { Button, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { useLiveText } from '../liveText';
import { useSession } from '../session';
import { Frame } from './Frame';

export function SignInScreen() {
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

export function PlansScreen() {
  return (
    <Frame>
      <PlansPage />
    </Frame>
  );
}

export function NewPlanScreen() {
  const { t } = useTranslation('shell');
  return (
    <Frame crumbs={[{ name: t('header.plans'), path: '/plannen' }]}>
      <NewPlanPage />
    </Frame>
  );
}

export function PlanScreen({ session, expired }: { session: Session; expired: boolean }) {
  const { t } = useTranslation('shell');
  const { planId = '', slug } = useParams();
  const { refresh } = useSession();
  const denied = useCallback(() => void refresh(), [refresh]);
  const user = {
    memberId: session.member.id,
    name: session.member.name,
    organisation: session.partner.name,
    badge: session.partner.badge,
    colour: String(session.partner.colour),
  };
  const connected = useLiveText(user, expired);
  const plans = { name: t('header.plans'), path: '/plannen' };
  const waiting = (
    <Frame crumbs={[plans]}>
      <Skeleton label={t('loading')} lines={8} />
    </Frame>
  );
  return (
    <Suspense fallback={waiting}>
      <PlanPage
        planId={planId}
        slug={slug}
        connected={connected}
        user={user}
        onDenied={denied}
        frame={({ plan, signs, outline, bar, sheet }) => (
          <Frame
            crumbs={plan ? [plans, { name: plan.title, path: pathOf(plan.id) }] : [plans]}
            plan={plan}
            signs={signs}
            outline={outline}
            bar={bar}
          >
            {sheet}
          </Frame>
        )}
      />
    </Suspense>
  );
}

export function NotFoundScreen() {
  const { t } = useTranslation('shell');
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  useTitle(t('notFound.pageTitle'));
  return (
    <Frame>
      <div className="bt-page bt-page--narrow">
        <Heading level={1} size={2} ref={heading}>
          {t('notFound.title')}
        </Heading>
        <p className="bt-lead">{t('notFound.text')}</p>
        <p>
          <Link className="nl-link bt-link" to="/plannen">
            {t('notFound.link')}
          </Link>
        </p>
      </div>
    </Frame>
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
