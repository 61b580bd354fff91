import './asks.css';
import './dispositions.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useLoaded } from '../api';
import { usePlanEvents } from '../collab';
import type { SheetContext, SheetExtra } from '../editor';
import { Icon } from '../ui';
import { fetchSignOffs } from './api';
import { asksPathOf } from './paths';
import { SignOffPanel } from './view/SignOffPanel';

const panelId = 'akkoord';

/// What sign-off adds to the sheet of a section: its panel; and for who came from an ask, the way
/// back to it.
export function useAsksExtra(context: SheetContext): SheetExtra {
  const { plan, section, connected, panel } = context;
  const { t } = useTranslation('asks');
  const { state, again } = useLoaded(section.id, fetchSignOffs);
  const [search] = useSearchParams();
  const askId = search.get('uitvraag');
  usePlanEvents(plan.id, connected, (event) => {
    const here = 'section' in event && event.section === section.id;
    if (here && (event.kind === 'asks-changed' || event.kind === 'history-changed')) {
      again();
    }
  });
  const open = panel === panelId;
  useEffect(() => {
    // What was written since shows when one looks.
    if (open) {
      again();
    }
  }, [open, again]);
  const changed =
    state.kind === 'loaded'
      ? state.value.items.filter((each) => each.state === 'changed').length
      : 0;
  const back =
    askId === null ? undefined : (
      <Link className="nl-link bt-link bt-asks__return" to={asksPathOf(plan.id, askId)}>
        <Icon name="back" />
        {t('ask.back')}
      </Link>
    );
  return {
    acts: back,
    foot: back,
    panel: {
      id: panelId,
      label: t('signOff.panel'),
      icon: 'agreed',
      count: changed,
      content: () => (
        <SignOffPanel key={section.id} context={context} state={state} again={again} />
      ),
    },
  };
}
