import { useTranslation } from 'react-i18next';
import { discussionKeys } from '../../discussion';
import { editorKeys } from '../../editor/keys';
import { fillInKeys } from '../../fillins';
import { suggestionKeys } from '../../suggestions';
import { Dialog } from '../../ui';
import { capsOf, isMac, shellKeys } from '../keyHelp';

/// All keys, of the app and of the editor.
export function KeyList({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['shell', 'discussion', 'fillins', 'suggestions']);
  // The editor names its texts by plain strings, because its list is data.
  const editor = (key: string): string => {
    const text: unknown = i18n.getResource(i18n.language, 'editor', key);
    return typeof text === 'string' ? text : '';
  };
  return (
    <Dialog title={t('keys.title')} closeLabel={t('close')} onClose={onClose}>
      <div className="bt-keys">
        <section>
          <h3 className="bt-keys__group">{t('keys.everywhere')}</h3>
          <dl className="bt-keys__list">
            {shellKeys.map((key) => (
              <Line key={key.keys} keys={key.keys} text={t(key.textKey)} />
            ))}
          </dl>
        </section>
        <section>
          <h3 className="bt-keys__group">{t('keys.editor')}</h3>
          <dl className="bt-keys__list">
            {editorKeys.map((key) => (
              <Line key={key.keys} keys={key.keys} text={editor(key.textKey)} />
            ))}
          </dl>
        </section>
        <section>
          <h3 className="bt-keys__group">{t('keys.fillIns')}</h3>
          <dl className="bt-keys__list">
            {fillInKeys.map((key) => (
              <Line key={key.keys} keys={key.keys} text={t(`fillins:${key.textKey}`)} />
            ))}
          </dl>
        </section>
        <section>
          <h3 className="bt-keys__group">{t('keys.comments')}</h3>
          <dl className="bt-keys__list">
            {discussionKeys.map((key) => (
              <Line key={key.keys} keys={key.keys} text={t(`discussion:${key.textKey}`)} />
            ))}
          </dl>
        </section>
        <section>
          <h3 className="bt-keys__group">{t('keys.suggestions')}</h3>
          <dl className="bt-keys__list">
            {suggestionKeys.map((key) => (
              <Line key={key.keys} keys={key.keys} text={t(`suggestions:${key.textKey}`)} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Line({ keys, text }: { keys: string; text: string }) {
  return (
    <div className="bt-keys__line">
      <dt>
        {capsOf(keys, isMac()).map((cap) => (
          <kbd key={cap} className="bt-key">
            {cap}
          </kbd>
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
