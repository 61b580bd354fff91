import '@nl-design-system-candidate/button-css/button.css';
import type { ReactNode, Ref } from 'react';
import { Icon, type IconName } from './Icon';

export interface ButtonProps {
  children: ReactNode;
  kind?: 'primary' | 'secondary' | 'subtle';
  /// `submit` sends the form that it stands in.
  type?: 'button' | 'submit';
  icon?: IconName;
  /// The words are for screen readers only.
  iconOnly?: boolean;
  /// Under way: the button keeps its place and its focus, and does nothing more.
  busy?: boolean;
  /// Nothing to do now: keeps its place and its focus, and does nothing.
  off?: boolean;
  /// Names it for who looks it up to give it the focus.
  place?: string;
  onClick?: () => void;
  expanded?: boolean;
  controls?: string;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { kind = 'secondary', type = 'button', icon, iconOnly = false, busy = false } = props;
  const off = props.off ?? false;
  const classes = ['nl-button', `nl-button--${kind}`, 'bt-button'];
  if (iconOnly) {
    classes.push('nl-button--icon-only');
  }
  if (busy) {
    classes.push('nl-button--busy');
  }
  if (off) {
    classes.push('nl-button--disabled');
  }
  if (props.className) {
    classes.push(props.className);
  }
  return (
    <button
      ref={props.ref}
      type={type}
      className={classes.join(' ')}
      aria-disabled={busy || off || undefined}
      data-place={props.place}
      aria-expanded={props.expanded}
      aria-controls={props.controls}
      onClick={(event) => {
        if (busy || off) {
          event.preventDefault();
          return;
        }
        props.onClick?.();
      }}
    >
      {icon ? (
        <span className="nl-button__icon-start">
          <Icon name={icon} />
        </span>
      ) : null}
      <span className={iconOnly ? 'bt-hidden' : 'nl-button__label'}>{props.children}</span>
    </button>
  );
}
