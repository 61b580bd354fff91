import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useSession } from '../session';

/// The session has ended while somebody was at work. Nothing on the screen goes away; signing in
/// opens beside it, and this window follows by itself.
export function ExpiredBanner() {
  const { t } = useTranslation('shell');
  const { pathname } = useLocation();
  const { refresh } = useSession();
  useEffect(() => {
    const check = () => {
      if (document.visibilityState === 'visible') {
        void refresh();
      }
    };
    document.addEventListener('visibilitychange', check);
    return () => document.removeEventListener('visibilitychange', check);
  }, [refresh]);
  return (
    <div className="bt-banner" role="alert">
      <p>{t('expired.text')}</p>
      <a
        className="nl-link bt-link"
        href={`/inloggen?reden=verlopen&terug=${encodeURIComponent(pathname)}`}
        target="_blank"
        rel="noreferrer"
      >
        {t('expired.link')}
      </a>
    </div>
  );
}
