import '@utrecht/drawer-css/dist/index.css';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button';

export interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  /// `drawer` comes from the left edge and is as high as the window.
  kind?: 'center' | 'drawer';
  /// Leaves the title to screen readers, for a dialog that is one field.
  titleHidden?: boolean;
}

/// Where the focus begins: the field that the dialog is about, the place where one is, or else the
/// title, so that a screen reader reads on from there.
function entryOf(dialog: HTMLDialogElement | null): HTMLElement | null {
  for (const selector of ['[data-bt-first]', '[aria-current="page"]', 'input', 'h2']) {
    const found = dialog?.querySelector<HTMLElement>(selector);
    if (found) {
      return found;
    }
  }
  return null;
}

/// A modal dialog that the user asked for; shown as long as it is rendered. Escape, the cross and
/// a click beside it call `onClose`; the focus then returns to where it was.
export function Dialog(props: DialogProps) {
  const { kind = 'center', onClose } = props;
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    dialog?.showModal();
    entryOf(dialog)?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus();
      }
    };
  }, []);
  useEffect(() => {
    const dialog = element.current;
    const cancel = (event: Event) => {
      event.preventDefault();
      onClose();
    };
    const click = (event: MouseEvent) => {
      if (event.target === dialog) {
        onClose();
      }
    };
    dialog?.addEventListener('cancel', cancel);
    dialog?.addEventListener('click', click);
    return () => {
      dialog?.removeEventListener('cancel', cancel);
      dialog?.removeEventListener('click', click);
    };
  }, [onClose]);
  const drawer = kind === 'drawer' ? 'utrecht-drawer utrecht-drawer--inline-start' : '';
  return (
    <dialog ref={element} className={`bt-dialog bt-dialog--${kind} ${drawer}`} aria-labelledby={id}>
      <div className="bt-dialog__inside">
        <div className={props.titleHidden ? 'bt-hidden' : 'bt-dialog__head'}>
          <h2 className="nl-heading nl-heading--level-4 bt-heading" id={id} tabIndex={-1}>
            {props.title}
          </h2>
          <Button kind="subtle" icon="close" iconOnly onClick={onClose}>
            {props.closeLabel}
          </Button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
