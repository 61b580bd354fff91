import type { Editor } from '@tiptap/core';
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { undoKey } from '../plugins/undo';
import { Icon, type IconName } from './icons';
import { useEditorTick } from './useEditorTick';

/// Which form stands open under the toolbar.
export type PanelName = 'link' | 'image' | 'imageText' | 'table' | 'fillIn' | 'reference' | 'find';

interface ToolbarProps {
  editor: Editor;
  panel: PanelName | undefined;
  onPanel: (panel: PanelName | undefined) => void;
  toolbarRef: RefObject<HTMLDivElement | null>;
}

type Block = 'paragraph' | 'heading2' | 'heading3' | 'heading4';

function blockOf(editor: Editor): Block {
  for (const level of [2, 3, 4] as const) {
    if (editor.isActive('heading', { level })) {
      return `heading${level}`;
    }
  }
  return 'paragraph';
}

function setBlock(editor: Editor, block: string): void {
  const level = Number(block.slice(-1));
  if (level === 2 || level === 3 || level === 4) {
    editor.chain().focus().setHeading({ level }).run();
  } else {
    editor.chain().focus().setParagraph().run();
  }
}

/// One tab stop; the arrows move inside, as the ARIA toolbar pattern has it.
function rove(event: KeyboardEvent<HTMLDivElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button, select')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const moves: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: items.length - 1,
  };
  const to = moves[event.key];
  const next = to === undefined ? undefined : items.at(to % items.length);
  if (next !== undefined) {
    event.preventDefault();
    for (const item of items) {
      item.tabIndex = item === next ? 0 : -1;
    }
    next.focus();
  }
}

interface ActionProps {
  name: IconName;
  first?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  disabled?: boolean;
  onRun: () => void;
}

function Action({ name, first, pressed, expanded, disabled, onRun }: ActionProps) {
  const { t } = useTranslation('editor');
  const label = t(`do.${name}`);
  return (
    <button
      type="button"
      className="bt-tool"
      tabIndex={first === true ? 0 : -1}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      // Not `disabled`: the first action is where Tab enters the bar, and must take the focus.
      aria-disabled={disabled === true ? true : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => disabled !== true && onRun()}
    >
      <Icon name={name} />
    </button>
  );
}

function Group({ children }: { children: ReactNode }) {
  return <div className="bt-toolbar__group">{children}</div>;
}

/// The small bar above the text.
export function Toolbar(props: ToolbarProps) {
  const { editor, toolbarRef } = props;
  const { t } = useTranslation('editor');
  useEditorTick(editor);
  const select = useRef<HTMLSelectElement>(null);
  const undo = undoKey.getState(editor.state);
  return (
    <div
      ref={toolbarRef}
      className="bt-toolbar"
      role="toolbar"
      aria-label={t('toolbar.label')}
      onKeyDown={rove}
    >
      <Group>
        <Action
          first
          name="undo"
          disabled={undo?.canUndo !== true}
          onRun={() => editor.chain().focus().undo().run()}
        />
        <Action
          name="redo"
          disabled={undo?.canRedo !== true}
          onRun={() => editor.chain().focus().redo().run()}
        />
      </Group>
      <Group>
        <select
          ref={select}
          className="bt-toolbar__block"
          aria-label={t('block.label')}
          tabIndex={-1}
          value={blockOf(editor)}
          onChange={(event) => setBlock(editor, event.target.value)}
        >
          <option value="paragraph">{t('block.paragraph')}</option>
          <option value="heading2">{t('block.heading2')}</option>
          <option value="heading3">{t('block.heading3')}</option>
          <option value="heading4">{t('block.heading4')}</option>
        </select>
      </Group>
      <Formats editor={editor} />
      <Inserts {...props} />
    </div>
  );
}

function Formats({ editor }: { editor: Editor }) {
  const chain = () => editor.chain().focus();
  return (
    <>
      <Group>
        <Action
          name="bold"
          pressed={editor.isActive('bold')}
          onRun={() => chain().toggleBold().run()}
        />
        <Action
          name="italic"
          pressed={editor.isActive('italic')}
          onRun={() => chain().toggleItalic().run()}
        />
        <Action
          name="underline"
          pressed={editor.isActive('underline')}
          onRun={() => chain().toggleUnderline().run()}
        />
      </Group>
      <Group>
        <Action
          name="bulletList"
          pressed={editor.isActive('bulletList')}
          onRun={() => chain().toggleBulletList().run()}
        />
        <Action
          name="orderedList"
          pressed={editor.isActive('orderedList')}
          onRun={() => chain().toggleOrderedList().run()}
        />
        <Action
          name="blockquote"
          pressed={editor.isActive('blockquote')}
          onRun={() => chain().toggleBlockquote().run()}
        />
      </Group>
    </>
  );
}

function Inserts({ editor, panel, onPanel }: ToolbarProps) {
  const imagePanel = editor.isActive('image') ? 'imageText' : 'image';
  const toggle = (name: PanelName) => onPanel(panel === name ? undefined : name);
  return (
    <>
      <Group>
        <Action
          name="link"
          pressed={editor.isActive('link')}
          expanded={panel === 'link'}
          onRun={() => toggle('link')}
        />
        <Action name="footnote" onRun={() => editor.chain().focus().insertFootnote().run()} />
        <Action
          name="table"
          pressed={editor.isActive('table')}
          expanded={panel === 'table'}
          onRun={() => toggle('table')}
        />
        <Action
          name="image"
          pressed={editor.isActive('image')}
          expanded={panel === 'image' || panel === 'imageText'}
          onRun={() => toggle(imagePanel)}
        />
        <Action
          name="reference"
          expanded={panel === 'reference'}
          onRun={() => toggle('reference')}
        />
        <Action name="fillIn" expanded={panel === 'fillIn'} onRun={() => toggle('fillIn')} />
      </Group>
      <Group>
        <Action name="nextFillIn" onRun={() => editor.chain().focus().goToFillIn(1).run()} />
        <Action name="find" expanded={panel === 'find'} onRun={() => toggle('find')} />
      </Group>
    </>
  );
}
