import type { SectionEditorProps } from './props';

/// The sheet's text: toolbar, editor and notices of one document.
export function SectionEditor(props: SectionEditorProps) {
  return <div>{props.label}</div>;
}
