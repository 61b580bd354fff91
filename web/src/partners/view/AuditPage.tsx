import '@utrecht/table-css/dist/index.css';
import '../partners.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../api';
import {
  Button,
  Form,
  Heading,
  Select,
  Skeleton,
  TextField,
  useFocusOnArrival,
  useTitle,
} from '../../ui';
import { fetchDeeds, fetchPeople } from '../api';
import type { Deed, DeedPage } from '../model';
import { partnersNl } from '../nl';
import { DeedTable } from './DeedTable';
import { Failure } from './Failure';
import { useDeed } from './useDeed';

const features = Object.keys(partnersNl.audit.feature).filter(
  (name): name is keyof typeof partnersNl.audit.feature => name in partnersNl.audit.feature,
);

const none = { from: '', until: '', member: '', action: '' };
type Wish = typeof none;

function queryOf(wish: Wish, before = ''): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...wish, before })) {
    if (value !== '') {
      query.set(name, value);
    }
  }
  return query.size === 0 ? '' : `?${query}`;
}

/// The audit log of the municipality, to read and to take along.
export function AuditPage() {
  const { t } = useTranslation('partners');
  const heading = useFocusOnArrival<HTMLHeadingElement>(true);
  const [wish, setWish] = useState<Wish>(none);
  const { state, again } = useLoaded(queryOf(wish), fetchDeeds);
  useTitle(t('audit.pageTitle'));
  return (
    <div className="bt-page bt-page--wide">
      <div className="bt-page__head">
        <Heading level={1} size={2} ref={heading}>
          {t('audit.title')}
        </Heading>
      </div>
      <p className="bt-lead">{t('audit.lead')}</p>
      <WishForm onShow={setWish} />
      {state.kind === 'loading' ? <Skeleton label={t('loading')} lines={8} /> : null}
      {state.kind === 'failed' ? <Failure failure={state.error} onAgain={again} /> : null}
      {state.kind === 'loaded' ? (
        <Deeds key={queryOf(wish)} first={state.value} wish={wish} />
      ) : null}
      <div className="bt-form__acts">
        <a
          className="nl-button nl-button--secondary bt-button"
          href={`/v1/audit-log/export${queryOf(wish)}`}
          download="controlelog.csv"
        >
          {t('audit.export')}
        </a>
        <span className="bt-subtle">{t('audit.exportHint')}</span>
      </div>
    </div>
  );
}

function WishForm({ onShow }: { onShow: (wish: Wish) => void }) {
  const { t } = useTranslation('partners');
  const [typed, setTyped] = useState<Wish>(none);
  const { state } = useLoaded('people', fetchPeople);
  const people = state.kind === 'loaded' ? state.value.people : [];
  const set = (name: keyof Wish) => (value: string) =>
    setTyped((before) => ({ ...before, [name]: value }));
  return (
    <Form busy={false} card onSubmit={async () => onShow(typed)}>
      <div className="bt-wish">
        <TextField label={t('audit.from')} type="date" value={typed.from} onChange={set('from')} />
        <TextField
          label={t('audit.until')}
          type="date"
          value={typed.until}
          onChange={set('until')}
        />
        <Select
          label={t('audit.member')}
          value={typed.member}
          onChange={set('member')}
          choices={[
            { value: '', label: t('audit.everybody') },
            ...people
              .filter((person) => person.name !== '')
              .map((person) => ({ value: person.id, label: person.name })),
          ]}
        />
        <Select
          label={t('audit.action')}
          value={typed.action}
          onChange={set('action')}
          choices={[
            { value: '', label: t('audit.everything') },
            ...features.map((name) => ({ value: name, label: t(`audit.feature.${name}`) })),
          ]}
        />
      </div>
      <div className="bt-form__acts">
        <Button kind="primary" type="submit">
          {t('audit.show')}
        </Button>
      </div>
    </Form>
  );
}

function Deeds({ first, wish }: { first: DeedPage; wish: Wish }) {
  const { t } = useTranslation('partners');
  const { busy, failure, run } = useDeed();
  const [older, setOlder] = useState<readonly Deed[]>([]);
  const [next, setNext] = useState(first.next);
  const more = () =>
    run(async () => {
      const page = await fetchDeeds(queryOf(wish, next));
      setOlder((before) => [...before, ...page.items]);
      setNext(page.next);
    });
  if (first.items.length === 0) {
    return <p role="status">{t('audit.none')}</p>;
  }
  return (
    <>
      <DeedTable deeds={[...first.items, ...older]} />
      {failure ? <Failure failure={failure} /> : null}
      {next === '' ? null : (
        <div className="bt-form__acts">
          <Button busy={busy} onClick={() => void more()}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </>
  );
}
