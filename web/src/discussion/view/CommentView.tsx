import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenTime } from '../../base/when';
import { Button, PartnerMark } from '../../ui';
import type { Words } from '../api';
import type { Comment, Person } from '../model';
import { Composer } from './Composer';

export interface CommentViewProps {
  comment: Comment;
  people: readonly Person[];
  memberId: string;
  editing: boolean;
  going: boolean;
  onEdit: (editing: boolean) => void;
  onSave: (words: Words) => Promise<void>;
  onRemove: () => void;
  onUndo: () => void;
}

export function useSomebody(): (person: Person) => string {
  const { t } = useTranslation('discussion');
  return ({ name, partner }) => name || t('somebody', { partner: partner.name });
}

export function useSpokenTime(): (at: number) => string {
  const { t, i18n } = useTranslation('discussion');
  return (at) =>
    spokenTime(at, Date.now(), i18n.language, { yesterday: (time) => t('yesterday', { time }) });
}

/// What one person said.
export function CommentView(props: CommentViewProps) {
  const { comment, editing, going } = props;
  const { t } = useTranslation('discussion');
  const somebody = useSomebody();
  const when = useSpokenTime();
  const { partner } = comment.by;
  return (
    <div className="bt-comment">
      <p className="bt-comment__who">
        <PartnerMark badge={partner.badge} colour={partner.colour} size="small" />
        <span className="bt-comment__name">{somebody(comment.by)}</span>
        {comment.by.name === '' ? null : (
          <span className="bt-comment__partner">{partner.name}</span>
        )}
        <time className="bt-comment__when" dateTime={new Date(comment.at).toISOString()}>
          {when(comment.at)}
        </time>
        {comment.edited && !comment.removed ? (
          <span className="bt-comment__when">{t('edited')}</span>
        ) : null}
      </p>
      {going ? (
        <p className="bt-comment__text bt-comment__text--gone">
          {t('removing')}{' '}
          <Button kind="subtle" icon="undo" onClick={props.onUndo}>
            {t('undo')}
          </Button>
        </p>
      ) : comment.removed ? (
        <p className="bt-comment__text bt-comment__text--gone">{t('removed')}</p>
      ) : editing ? (
        <Composer
          label={t('edit')}
          sendLabel={t('acts.save')}
          text={comment.text}
          mentions={comment.mentions}
          people={props.people}
          memberId={props.memberId}
          draft={`comment/${comment.id}`}
          onSend={props.onSave}
          onCancel={() => props.onEdit(false)}
        />
      ) : (
        <p className="bt-comment__text">
          <Said text={comment.text} mentions={comment.mentions} />
        </p>
      )}
      {comment.mine && !comment.removed && !editing && !going ? (
        <p className="bt-comment__acts">
          <Button kind="subtle" onClick={() => props.onEdit(true)}>
            {t('acts.edit')}
          </Button>
          <Button kind="subtle" onClick={props.onRemove}>
            {t('acts.remove')}
          </Button>
        </p>
      ) : null}
    </div>
  );
}

/// The words, with those who are named in it set off.
function Said({ text, mentions }: { text: string; mentions: readonly Person[] }) {
  const names = mentions.filter(({ name }) => name !== '').map(({ name }) => `@${name}`);
  if (names.length === 0) {
    return text;
  }
  const pattern = new RegExp(`(${names.map(literally).join('|')})`, 'u');
  return text.split(pattern).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never move.
    <Fragment key={index}>{names.includes(part) ? <strong>{part}</strong> : part}</Fragment>
  ));
}

function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
