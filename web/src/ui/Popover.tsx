import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface PopoverProps {
  /// What the button is called; `face` is what it looks like.
  label: string;
  face: ReactNode;
  children: (close: () => void) => ReactNode;
  className?: string;
}

/// A button that shows and hides a panel under it. Escape, a click elsewhere and leaving it with
/// the keyboard close it.
export function Popover({ label, face, children, className }: PopoverProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) {
      return;
    }
    const outside = (event: Event) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) {
        setOpen(false);
      }
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setOpen(false);
        button.current?.focus();
      }
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onEscape);
    };
  }, [open]);
  return (
    <div className={`bt-popover ${className ?? ''}`} ref={whole}>
      <button
        ref={button}
        type="button"
        className="bt-popover__button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open ? (
        <div className="bt-popover__panel" id={id}>
          {children(() => {
            // What had the focus goes.
            button.current?.focus();
            setOpen(false);
          })}
        </div>
      ) : null}
    </div>
  );
}
