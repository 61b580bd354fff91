import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLoaded } from '../../api';
import { usePlanEvents } from '../../collab';
import { Button, Heading, Icon, Skeleton } from '../../ui';
import { fetchReport } from '../api';
import type { Findings, Report, ReportSection } from '../model';
import { dropPathOf, notesPathOf, unusedOnly } from '../paths';
import { supportText } from '../words';
import { Failure } from './Failure';
import type { FindingsPlan } from './FindingsPage';
import { Placing } from './Placing';

interface ReportViewProps {
  plan: FindingsPlan;
  findings: Findings;
  connected: boolean;
  pathOf: (key: string) => string;
}

/// Which claims rest on nothing, and what was not used.
export function ReportView(props: ReportViewProps) {
  const { plan, connected } = props;
  const { t } = useTranslation('findings');
  const { state, again } = useLoaded(plan.id, fetchReport);
  usePlanEvents(plan.id, connected, ({ kind }) => {
    if (kind === 'findings-changed' || kind === 'joined') {
      again();
    }
  });
  if (state.kind === 'loading') {
    return <Skeleton label={t('report.loading')} lines={8} />;
  }
  return state.kind === 'failed' ? (
    <Failure error={state.error} title={t('report.failed')} again={again} />
  ) : (
    <Loaded {...props} report={state.value} />
  );
}

function Loaded({ plan, findings, pathOf, report }: ReportViewProps & { report: Report }) {
  const { t } = useTranslation('findings');
  const unused = findings.items.filter(({ id }) => report.unusedFindings.includes(id));
  return (
    <>
      <div className="bt-report__head">
        <p className="bt-lead">{t('report.lead')}</p>
        <Button kind="subtle" icon="print" onClick={() => window.print()}>
          {t('report.print')}
        </Button>
      </div>
      <section className="bt-theme" aria-label={t('report.claims')}>
        <Heading level={2} size={3}>
          {t('report.claims')}
        </Heading>
        {report.sections.map((section) => (
          <Section key={section.id} section={section} path={pathOf(section.key)} />
        ))}
      </section>
      <section className="bt-theme" aria-label={t('report.findings')}>
        <Heading level={2} size={3}>
          {t('report.findings')}
        </Heading>
        {unused.length === 0 ? <p>{t('report.noFindings')}</p> : null}
        <ul className="bt-findings__list">
          {unused.map((finding) => (
            <li key={finding.id} className="bt-finding">
              <p className="bt-findings__prose">{finding.text}</p>
              <p className="bt-finding__support" data-withdrawn={finding.notes === 0}>
                {supportText(t, finding)}
              </p>
              {finding.notes === 0 ? null : (
                <Placing
                  plan={plan}
                  id={finding.id}
                  label={t('list.placeFinding', { text: finding.text })}
                  pathOf={pathOf}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      {findings.mayWork ? (
        <section className="bt-theme" aria-label={t('report.notes')}>
          <Heading level={2} size={3}>
            {t('report.notes')}
          </Heading>
          {report.unusedNotes.length === 0 ? (
            <p>{t('report.noNotes')}</p>
          ) : (
            <>
              <p>{t('report.noteCount', { count: report.unusedNotes.length })}</p>
              <Link className="nl-link bt-link" to={notesPathOf(plan.id, unusedOnly)}>
                {t('report.toNotes')}
              </Link>
            </>
          )}
        </section>
      ) : null}
    </>
  );
}

function Section({ section, path }: { section: ReportSection; path: string }) {
  const { t } = useTranslation('findings');
  const { claims } = section;
  const name = `${section.number} ${section.title}`.trim();
  const fine = claims.filter(({ evidence }) => evidence !== undefined && evidence.notes > 0);
  const lost = claims.filter(({ evidence }) => evidence?.notes === 0);
  const unknown = claims.filter(({ evidence }) => evidence === undefined);
  return (
    <div className="bt-report__section">
      <h3 className="bt-report__name">{name}</h3>
      {claims.length === 0 ? (
        <p className="bt-report__missing">
          <Icon name="unsaved" /> {t('report.noClaims')}
        </p>
      ) : null}
      {fine.length === 0 ? null : <p>{t('report.fine', { count: fine.length })}</p>}
      <Claims title={t('report.lost')} claims={lost} />
      <Claims title={t('report.unknown')} claims={unknown} />
      <Link className="nl-link bt-link" to={dropPathOf(path)}>
        {t('report.open', { section: name })}
      </Link>
    </div>
  );
}

function Claims({ title, claims }: { title: string; claims: ReportSection['claims'] }) {
  return claims.length === 0 ? null : (
    <>
      <p className="bt-report__missing">
        <Icon name="unsaved" /> {title}
      </p>
      <ul>
        {claims.map(({ words }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: claims have no name of their own.
          <li key={place}>{words}</li>
        ))}
      </ul>
    </>
  );
}
