import '../partners.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api';
import { Alert, Button, Heading, Skeleton, useFocusOnArrival, useTitle } from '../../ui';
import { fetchPeople, type People } from '../api';
import type { Viewer } from '../model';
import { ownKind } from '../model';
import { Failure } from './Failure';
import { FormerPeople } from './FormerPeople';
import { NewPartner } from './NewPartner';
import { PartnerCard } from './PartnerCard';
import { useDeed } from './useDeed';

/// Partners and their people: all of them for an administrator, their own for others.
export function PeoplePage({ viewer }: { viewer: Viewer }) {
  const { t } = useTranslation('partners');
  const { state, again } = useLoaded('people', fetchPeople);
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const [adding, setAdding] = useState(false);
  const deed = useDeed();
  useTitle(t('people.pageTitle'));
  const done = (told: string) => {
    deed.tell(told);
    again();
  };
  return (
    <div className="bt-page">
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('people.title')}
        </Heading>
        {viewer.administrator ? (
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        ) : null}
      </div>
      <p className="bt-lead">{viewer.administrator ? t('people.lead') : t('people.leadOwn')}</p>
      <div role="status" className="bt-told">
        {deed.told === '' ? null : <Alert kind="ok">{deed.told}</Alert>}
      </div>
      {deed.failure ? <Failure failure={deed.failure} /> : null}
      {state.kind === 'loading' ? <Skeleton label={t('loading')} /> : null}
      {state.kind === 'failed' ? <Failure failure={state.error} onAgain={again} /> : null}
      {state.kind === 'loaded' ? (
        <>
          <Cards people={state.value} viewer={viewer} deed={deed} onDone={done} />
          {adding ? (
            <NewPartner
              kinds={state.value.kinds}
              onClose={() => setAdding(false)}
              onDone={(told) => {
                setAdding(false);
                done(told);
              }}
            />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

interface CardsProps {
  people: People;
  viewer: Viewer;
  deed: ReturnType<typeof useDeed>;
  onDone: (told: string) => void;
}

function Cards({ people, viewer, deed, onDone }: CardsProps) {
  const { t } = useTranslation('partners');
  const shown = viewer.administrator
    ? people.partners
    : people.partners.filter((partner) => partner.id === viewer.partnerId);
  const alone = shown.every((partner) => partner.kind === ownKind);
  const former = people.people.filter((person) => person.removed && person.name !== '');
  return (
    <>
      <ul className="bt-partners">
        {shown.map((partner) => (
          <li key={partner.id}>
            <PartnerCard
              partner={partner}
              kinds={people.kinds}
              people={people.people.filter(
                (person) => person.partner === partner.id && !person.removed,
              )}
              invitations={people.invitations.filter(
                (invitation) => invitation.partner === partner.id,
              )}
              viewer={viewer}
              deed={deed}
              onDone={onDone}
            />
          </li>
        ))}
      </ul>
      {viewer.administrator && alone ? <p className="bt-lead">{t('people.none')}</p> : null}
      {viewer.administrator && former.length > 0 ? (
        <FormerPeople people={former} deed={deed} onDone={onDone} />
      ) : null}
    </>
  );
}
