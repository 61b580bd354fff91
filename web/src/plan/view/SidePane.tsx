import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SidePanel } from '../../editor';
import { Button, Dialog, Heading, Icon } from '../../ui';
import { useNarrow } from '../useNarrow';

export interface SidePaneProps {
  panels: readonly SidePanel[];
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}

/// What stands beside the sheet: a rail with a button for each panel, and the one that is open. On
/// a narrow screen the panel comes over the sheet.
export function SidePane({ panels, open, onOpen }: SidePaneProps) {
  const { t } = useTranslation('plan');
  const narrow = useNarrow();
  const rail = useRef<HTMLUListElement>(null);
  const panel = panels.find(({ id }) => id === open);
  const close = () => {
    onOpen(undefined);
    rail.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  };
  return (
    <div className={`bt-side ${panel && !narrow ? 'bt-side--open' : ''}`}>
      <ul className="bt-side__rail" aria-label={t('side.label')} ref={rail}>
        {panels.map((each) => (
          <li key={each.id}>
            <RailButton
              panel={each}
              open={each.id === open}
              onClick={() => onOpen(each.id === open ? undefined : each.id)}
            />
          </li>
        ))}
      </ul>
      {panel === undefined ? null : narrow ? (
        <Dialog kind="drawer" title={panel.label} closeLabel={t('close')} onClose={close}>
          {panel.content()}
        </Dialog>
      ) : (
        <section className="bt-side__panel" aria-label={panel.label} data-bt-scroll="">
          <div className="bt-side__head">
            <Heading level={2} size={4}>
              {panel.label}
            </Heading>
            <Button kind="subtle" icon="close" onClick={close}>
              {t('close')}
            </Button>
          </div>
          {panel.content()}
        </section>
      )}
    </div>
  );
}

interface RailButtonProps {
  panel: SidePanel;
  open: boolean;
  onClick: () => void;
}

function RailButton({ panel, open, onClick }: RailButtonProps) {
  const { t } = useTranslation('plan');
  const { label, icon, count = 0 } = panel;
  return (
    <button
      type="button"
      className="bt-side__button"
      aria-expanded={open}
      onClick={onClick}
      title={label}
    >
      <Icon name={icon} />
      <span className="bt-side__word">{label}</span>
      {count > 0 ? (
        <>
          <span className="bt-side__count" aria-hidden="true">
            {count}
          </span>
          <span className="bt-hidden">{t('side.count', { count })}</span>
        </>
      ) : null}
    </button>
  );
}
