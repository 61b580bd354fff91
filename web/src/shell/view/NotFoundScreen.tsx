import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Heading, useFocusOnArrival, useTitle } from '../../ui';
import { Frame } from './Frame';

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
          <Link className="nl-link bt-link" to="/">
            {t('notFound.link')}
          </Link>
        </p>
      </div>
    </Frame>
  );
}
