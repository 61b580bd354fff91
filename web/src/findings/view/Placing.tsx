import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../ui';
import { dropPathOf } from '../paths';
import type { FindingsPlan } from './FindingsPage';

interface PlacingProps {
  plan: FindingsPlan;
  /// Of the finding or theme.
  id: string;
  label: string;
  pathOf: (key: string) => string;
}

/// Where findings usually belong: people, groups, settings, goals.
function isUsual(key: string): boolean {
  return ['3.9', '3.10', '3.11', '4'].includes(key) || key.startsWith('4.');
}

/// The ways to the sections where somebody could put it.
export function Placing({ plan, id, label, pathOf }: PlacingProps) {
  const { t } = useTranslation('findings');
  const [open, setOpen] = useState(false);
  const list = useId();
  const sections = plan.sections.filter(({ key, rights }) => rights !== 'read' && isUsual(key));
  return sections.length === 0 ? null : (
    <div className="bt-placing">
      <Button icon="forward" expanded={open} controls={list} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{t('list.place')}</span>
        <span className="bt-hidden">{label}</span>
      </Button>
      <div id={list} hidden={!open} className="bt-placing__list">
        <p className="bt-findings__sub">{t('list.placeIn')}</p>
        <ul>
          {sections.map(({ key, number, title }) => (
            <li key={key}>
              <Link className="nl-link bt-link" to={dropPathOf(pathOf(key), id)}>
                {`${number} ${title}`.trim()}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
