import { useTranslation } from 'react-i18next';
import { Button, Heading } from '../../ui';
import { nameOf } from '../model';
import { switchingOn } from './steps';
import type { OutlineEdit } from './useOutlineEdit';

export interface OffListProps {
  edit: OutlineEdit;
  onSwitchedOn: (id: string) => void;
}

/// What is switched off, with where its subject stands, and the way back.
export function OffList({ edit, onSwitchedOn }: OffListProps) {
  const { t } = useTranslation('plan');
  const { off } = edit.plan;
  if (off.length === 0) {
    return null;
  }
  return (
    <section className="bt-off" id="uitgezet" aria-labelledby="uitgezet-titel">
      <Heading level={2} size={4} id="uitgezet-titel">
        {t('arrange.offTitle')}
      </Heading>
      <p>{t('arrange.offLead')}</p>
      <ul className="bt-off__list">
        {off.map((section) => (
          <li key={section.id} className="bt-off__item">
            <span className="bt-off__name">
              {nameOf(section)}
              {section.elsewhere === '' ? null : (
                <span className="bt-off__where">
                  {t('arrange.standsIn', { where: section.elsewhere })}
                </span>
              )}
            </span>
            <Button
              onClick={() => {
                edit.act(switchingOn(t, section.id));
                onSwitchedOn(section.id);
              }}
            >
              {t('arrange.switchOn')}
              <span className="bt-hidden">{nameOf(section)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
