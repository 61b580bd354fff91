import { useTranslation } from 'react-i18next';
import type { Deed } from '../model';
import { partnersNl } from '../nl';
import { momentOf } from '../when';

type Known = keyof typeof partnersNl.audit.deed;

function isKnown(word: string): word is Known {
  return word in partnersNl.audit.deed;
}

/// Lines of the audit log. On a narrow screen each becomes a small list.
export function DeedTable({ deeds }: { deeds: readonly Deed[] }) {
  const { t, i18n } = useTranslation('partners');
  const whatOf = (deed: Deed): string => {
    const word = deed.action.replaceAll('.', '-');
    return isKnown(word) ? t(`audit.deed.${word}`) : deed.action;
  };
  const whoOf = (deed: Deed): string =>
    deed.actor === undefined
      ? t('audit.nobody')
      : deed.actor.name === ''
        ? t('audit.erased')
        : deed.actor.name;
  return (
    <table className="utrecht-table utrecht-table--html-table bt-deeds">
      <caption className="bt-hidden">{t('audit.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('audit.time')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.object')}</th>
          <th scope="col">{t('audit.result')}</th>
          <th scope="col">{t('audit.origin')}</th>
        </tr>
      </thead>
      <tbody>
        {deeds.map((deed, number) => (
          // Older lines come at the end; those that are there never move.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={number}>
            <td>
              <time dateTime={deed.at}>{momentOf(deed.at, i18n.language)}</time>
            </td>
            <td>{whoOf(deed)}</td>
            <td>{whatOf(deed)}</td>
            <td>{deed.objectName}</td>
            <td>
              <span className={`bt-tag bt-tag--${deed.result}`}>{t(`audit.${deed.result}`)}</span>
            </td>
            <td className="bt-deeds__origin">{deed.origin}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
