import type { FormEvent, ReactNode } from 'react';

export interface FormProps {
  /// While true, sending it again does nothing.
  busy: boolean;
  onSubmit: () => Promise<void>;
  children: ReactNode;
  /// On a card of its own.
  card?: boolean;
}

/// A form that the app sends itself; what is wrong is said by its fields, not by the browser.
export function Form({ busy, onSubmit, children, card }: FormProps) {
  return (
    <form
      className={card ? 'bt-form bt-form--card' : 'bt-form'}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!busy) {
          void onSubmit();
        }
      }}
    >
      {children}
    </form>
  );
}
