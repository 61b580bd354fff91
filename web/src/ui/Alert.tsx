import '@utrecht/alert-css/dist/index.css';
import type { ReactNode, Ref } from 'react';

export interface AlertProps {
  kind: 'info' | 'ok' | 'warning' | 'error';
  title?: string;
  children?: ReactNode;
  /// Read out at once by screen readers, for what follows on the user's own act.
  urgent?: boolean;
  ref?: Ref<HTMLDivElement>;
}

export function Alert(props: AlertProps) {
  return (
    <div
      ref={props.ref}
      tabIndex={props.ref ? -1 : undefined}
      className={`utrecht-alert utrecht-alert--${props.kind} bt-alert`}
      role={props.urgent ? 'alert' : undefined}
    >
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          {props.title ? <p className="bt-alert__title">{props.title}</p> : null}
          {props.children}
        </div>
      </div>
    </div>
  );
}
