import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { useSending } from '../../api';
import { Button, Icon, LongField, PartnerMark, Select } from '../../ui';
import { decide } from '../api';
import { type Outcome, outcomes, type Reaction, sectionName } from '../model';
import { asksPathOf } from '../paths';
import { useAsksWords } from '../words';
import { verdictIcons } from './AnswerCard';
import { Failure } from './Failure';

interface ReactionItemProps {
  planId: string;
  reaction: Reaction;
  again: () => void;
}

/// Who said what on the left, what was done with it on the right.
export function ReactionItem(props: ReactionItemProps) {
  const { reaction, planId } = props;
  const { t, date, who } = useAsksWords();
  const { by, verdict, ask, quote, text, kind } = reaction;
  return (
    <li className="bt-dispositions__item">
      <div className="bt-dispositions__said">
        <p className="bt-dispositions__who">
          {by === undefined ? null : (
            <PartnerMark badge={by.partner.badge} colour={by.partner.colour} size="small" />
          )}
          <span>
            {who(by)}, {date(reaction.at)}
          </span>
        </p>
        <p className="bt-asks__verdict">
          <Icon name={verdict === undefined ? 'comment' : verdictIcons[verdict]} />
          {verdict === undefined
            ? t(`table.kind.${kind === 'suggestion' ? 'suggestion' : 'thread'}`)
            : t(`verdict.${verdict}`)}
        </p>
        {quote === '' ? null : (
          <p className="bt-asks__sub" lang="nl">
            {t('table.quote', { quote })}
          </p>
        )}
        {text === '' ? null : (
          <p className="bt-asks__text" lang="nl">
            {text}
          </p>
        )}
        {ask === undefined ? null : (
          <p className="bt-asks__sub">
            {reaction.mayOpenAsk ? (
              <Link className="nl-link bt-link" to={asksPathOf(planId, ask.id)}>
                {t('table.on', { title: ask.title })}
              </Link>
            ) : (
              t('table.on', { title: ask.title })
            )}
          </p>
        )}
      </div>
      <Decided {...props} />
    </li>
  );
}

function Decided(props: ReactionItemProps) {
  const { reaction } = props;
  const { t, date, who } = useAsksWords();
  const [editing, setEditing] = useState(false);
  const [said, setSaid] = useState('');
  const { decision, own, mayDecide } = reaction;
  const act = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !editing) {
      act.current?.focus();
    }
    wasEditing.current = editing;
  }, [editing]);
  const names = { who: who(reaction.by), section: sectionName(reaction.section) };
  return (
    <div className="bt-dispositions__done">
      {own === undefined ? null : (
        <p className="bt-asks__sub">
          {t(`table.own.${own.outcome}`, { who: who(own.by), reason: own.reason })}
        </p>
      )}
      {editing ? (
        <Deciding
          {...props}
          onDone={(words) => {
            setEditing(false);
            setSaid(words);
          }}
        />
      ) : (
        <>
          {decision === undefined ? (
            <p className="bt-dispositions__open">{t('table.open')}</p>
          ) : (
            <>
              <p className="bt-asks__verdict">
                <Icon name="check" />
                {t(`table.outcome.${decision.outcome}`)}
              </p>
              {decision.reason === '' ? null : (
                <p className="bt-asks__text" lang="nl">
                  {decision.reason}
                </p>
              )}
              <p className="bt-asks__sub">
                {t('table.decidedBy', { who: who(decision.by), when: date(decision.at) })}
              </p>
              {decision.changed ? (
                <p className="bt-asks__warning">
                  <Icon name="unsaved" />
                  {t('table.changed')}
                </p>
              ) : null}
            </>
          )}
          {mayDecide ? (
            <Button
              ref={act}
              kind="subtle"
              icon="draft"
              className="bt-dispositions__act"
              onClick={() => setEditing(true)}
            >
              <span aria-hidden="true">
                {t(decision === undefined ? 'table.decide' : 'table.change')}
              </span>
              <span className="bt-hidden">
                {t(decision === undefined ? 'table.decideLabel' : 'table.changeLabel', names)}
              </span>
            </Button>
          ) : null}
        </>
      )}
      <p role="status" className="bt-hidden">
        {said}
      </p>
    </div>
  );
}

function Deciding({
  reaction,
  again,
  onDone,
}: ReactionItemProps & { onDone: (said: string) => void }) {
  const { t } = useAsksWords();
  const { decision, section, kind, subject } = reaction;
  const [outcome, setOutcome] = useState<Outcome>(decision?.outcome ?? 'adopted');
  const [reason, setReason] = useState(decision?.reason ?? '');
  const { busy, failure, send, settle } = useSending();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const save = async (what: Outcome | undefined, words: string) => {
    const done = await send(() =>
      decide(section.id, kind, subject, what, what === undefined ? '' : reason),
    );
    if (done) {
      settle();
      again();
      onDone(words);
    }
  };
  return (
    <div ref={form} className="bt-dispositions__form">
      <Select
        label={t('table.what')}
        value={outcome}
        choices={outcomes.map((value) => ({ value, label: t(`table.outcome.${value}`) }))}
        onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? 'adopted')}
      />
      <LongField
        maxLength={2000}
        label={t('table.why')}
        rows={3}
        value={reason}
        onChange={setReason}
      />
      <Failure error={failure} />
      <div className="bt-form__acts">
        <Button kind="primary" busy={busy} onClick={() => void save(outcome, t('table.saved'))}>
          {t('table.save')}
        </Button>
        <Button kind="subtle" onClick={() => onDone('')}>
          {t('table.cancel')}
        </Button>
        {decision === undefined ? null : (
          <Button
            kind="subtle"
            busy={busy}
            onClick={() => void save(undefined, t('table.takenBack'))}
          >
            {t('table.takeBack')}
          </Button>
        )}
      </div>
    </div>
  );
}
