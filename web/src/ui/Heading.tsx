import '@nl-design-system-candidate/heading-css/heading.css';
import type { ReactNode, Ref } from 'react';

export interface HeadingProps {
  level: 1 | 2 | 3;
  /// How big it looks, where that differs from its place in the page.
  size?: 1 | 2 | 3 | 4;
  children: ReactNode;
  id?: string;
  ref?: Ref<HTMLHeadingElement>;
}

/// A heading that can take the focus after a navigation, when it has a `ref`.
export function Heading({ level, size, children, id, ref }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag
      ref={ref}
      id={id}
      tabIndex={ref ? -1 : undefined}
      className={`nl-heading nl-heading--level-${size ?? level} bt-heading`}
    >
      {children}
    </Tag>
  );
}
