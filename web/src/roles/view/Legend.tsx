import type { RoleTable } from '../model';
import type { RoleWords } from '../words';

interface LegendProps {
  table: RoleTable;
  words: RoleWords;
  /// Whether the reader is shown overrides.
  overrides: boolean;
}

/// What the signs in the cells mean, on paper too.
export function Legend({ table, words, overrides }: LegendProps) {
  const { t } = words;
  return (
    <section className="bt-legend" aria-label={t('legend.title')}>
      <ul className="bt-legend__list">
        {table.roles.map((role) => (
          <li key={role.id}>
            <span className="bt-role" aria-hidden="true">
              {words.initial(role.id)}
            </span>
            {t('legend.role', { name: words.name(role.id), right: t(`level.${role.level}`) })}
          </li>
        ))}
        <li>
          <span className="bt-role bt-role--from" aria-hidden="true">
            {`(${words.initial(table.roles[0]?.id ?? '')})`}
          </span>
          {t('legend.inherited')}
        </li>
        {overrides ? (
          <li>
            <span className="bt-right bt-right--override" aria-hidden="true">
              ≠
            </span>
            {t('legend.override')}
          </li>
        ) : null}
        <li>{t('legend.none', { right: t(`level.${table.withoutRole}`) })}</li>
      </ul>
    </section>
  );
}
