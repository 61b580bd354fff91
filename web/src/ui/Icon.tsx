/// Line icons, drawn on a grid of 20. They never speak: the words beside them do.
const paths = {
  account: 'M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.8 17c.5-3.2 3-5 6.2-5s5.7 1.8 6.2 5',
  agreed: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM6.5 10.2l2.4 2.4 4.6-5',
  asks: 'M3.5 5h13v10h-13ZM3.5 5.5l6.5 5.5 6.5-5.5',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  bell: 'M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5.5-2 6.5h13c-.5-1-2-2.5-2-6.5A4.5 4.5 0 0 0 10 3ZM8.2 16.5a2 2 0 0 0 3.6 0',
  check: 'M4 10.5l4 4 8-9',
  comment: 'M3.5 4.5h13v9h-7l-3.5 3v-3H3.5Z',
  close: 'M5 5l10 10M15 5 5 15',
  dispositions: 'M3.5 4h13v12h-13ZM3.5 8h13M9 8v8',
  down: 'M4.5 7.5 10 13l5.5-5.5',
  draft:
    'M4 16l.8-3.3 8.6-8.6a1.5 1.5 0 0 1 2.1 0l.4.4a1.5 1.5 0 0 1 0 2.1l-8.6 8.6L4 16ZM11.8 5.8l2.4 2.4',
  figures: 'M3.5 16.5h13M5.5 16.5v-5M9 16.5v-9M12.5 16.5V10M15.5 16.5v-12',
  evidence: 'M4 4h8v6H7l-3 2.500ZM9 13h3l4 3v-9h-2',
  fillIn: 'M3 4.5h14M3 15.5h5M10.5 16l.6-2.3 5-5a1.2 1.2 0 0 1 1.7 1.7l-5 5ZM3 10h8',
  fixed: 'M5 9h10v7.5H5ZM7 9V6.5a3 3 0 0 1 6 0V9',
  forward: 'M7.5 4.5 13 10l-5.5 5.5',
  hidden:
    'M3.5 3.5l13 13M8 5.2A9 9 0 0 1 10 5c4.7 0 7.5 5 7.5 5s-.9 1.6-2.6 3M5.4 6.8C3.5 8.2 2.5 10 2.5 10S5.3 15 10 15c.9 0 1.8-.2 2.5-.5',
  keyboard: 'M2.5 5.5h15v9h-15ZM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7',
  outline: 'M3 5h1M7 5h10M3 10h1M7 10h10M3 15h1M7 15h10',
  overview: 'M3 3.5h14v13H3ZM3 8h14M8.5 8v8.5M11.5 11h3M11.5 13.5h3',
  partners:
    'M7.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM2.5 16c.3-3 2.3-4.5 5-4.5s4.7 1.5 5 4.5M13 9a2.2 2.2 0 1 0-.8-4.2M14 11.7c2 .3 3.3 1.7 3.5 4.3',
  plus: 'M10 4v12M4 10h12',
  print: 'M6 7.5V3.5h8v4M6 14.5H3.5v-7h13v7H14M6 12h8v4.5H6Z',
  read: 'M10 5.5C8 4 5.5 3.8 3 4v11.5c2.5-.2 5 0 7 1.5 2-1.5 4.5-1.7 7-1.5V4c-2.5-.2-5 0-7 1.5ZM10 5.5V17',
  review:
    'M2.5 10S5.3 5 10 5s7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5ZM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  suggestion:
    'M3.5 15.5h6M3.5 11.5h4M9.5 12.8l5.9-5.9a1.4 1.4 0 0 1 2 2l-5.9 5.9-2.6.6Z M3.5 4.5h9M3.5 8h6',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  todo: 'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z',
  typing: 'M3.5 14.5h13M4.5 10.5h.01M10 10.5h.01M15.5 10.5h.01',
  undo: 'M4 8.5h8a4 4 0 0 1 0 8H8M4 8.5l3.5-3.5M4 8.5 7.5 12',
  up: 'M4.5 12.5 10 7l5.5 5.5',
  versions: 'M3.5 10a6.5 6.5 0 1 1 2 4.7M3.5 16.5v-4h4M10 6.5V10l2.5 2',
  unsaved: 'M10 3 2.5 16.5h15ZM10 8v4M10 14.2v.01',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="bt-glyph" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
