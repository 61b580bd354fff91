import '@nl-design-system-candidate/skip-link-css/skip-link.css';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../../plan';
import { useSession } from '../session';
import { useShellKeys } from '../useKeys';
import { ExpiredBanner } from './ExpiredBanner';
import { type Crumb, Header } from './Header';
import { KeyList } from './KeyList';
import { Palette } from './Palette';
import { SignOut } from './SignOut';

export interface FrameProps {
  crumbs?: readonly Crumb[];
  plan?: Plan | undefined;
  signs?: ReactNode;
  outline?: ReactNode;
  bar?: ReactNode;
  side?: ReactNode;
  children: ReactNode;
}

type Overlay = 'none' | 'palette' | 'keys' | 'signOut';

/// The parts that are there decide the grid.
function frameClass(parts: Readonly<Record<string, ReactNode>>): string {
  const there = Object.keys(parts).filter((name) => Boolean(parts[name]));
  return ['bt-frame', ...there.map((name) => `bt-frame--${name}`)].join(' ');
}

/// The screen around every page: header, outline where there is one, the page itself, and on a
/// phone a bar at the bottom.
export function Frame({ crumbs = [], plan, signs, outline, bar, side, children }: FrameProps) {
  const { t } = useTranslation('shell');
  const { state } = useSession();
  const [overlay, setOverlay] = useState<Overlay>('none');
  const session = state.kind === 'signed-in' ? state.session : undefined;
  const openPalette = useCallback(() => {
    if (session !== undefined) {
      setOverlay('palette');
    }
  }, [session]);
  const openKeyList = useCallback(() => setOverlay('keys'), []);
  const close = useCallback(() => setOverlay('none'), []);
  useShellKeys({ openPalette, openKeyList });
  return (
    <div className={frameClass({ outline, bar, side })}>
      <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
        {t('skip')}
      </a>
      <Header
        session={session}
        crumbs={crumbs}
        signs={signs}
        planId={plan?.id}
        onPalette={openPalette}
        onKeyList={openKeyList}
        onSignOut={() => setOverlay('signOut')}
      />
      {state.kind === 'signed-in' && state.expired ? <ExpiredBanner /> : null}
      {outline ? (
        <div className="bt-frame__outline" data-bt-region="outline" data-bt-scroll="">
          {outline}
        </div>
      ) : null}
      <main className="bt-frame__main" id="inhoud" tabIndex={-1} data-bt-region="sheet">
        {children}
      </main>
      {side ? (
        <aside className="bt-frame__side" data-bt-region="panel" aria-label={t('regions.panel')}>
          {side}
        </aside>
      ) : null}
      {bar ? (
        <nav className="bt-bar" aria-label={t('regions.bar')}>
          {bar}
        </nav>
      ) : null}
      {overlay === 'palette' ? <Palette plan={plan} onClose={close} /> : null}
      {overlay === 'keys' ? <KeyList onClose={close} /> : null}
      {overlay === 'signOut' && session ? <SignOut session={session} onClose={close} /> : null}
    </div>
  );
}
