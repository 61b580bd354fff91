/// Line drawings on a 20 by 20 grid, made for this product.
const paths = {
  undo: 'M7 5 3.5 8.5 7 12M4 8.5h7.5a4.5 4.5 0 0 1 0 9H8',
  redo: 'm13 5 3.5 3.5L13 12M16 8.5H8.500a4.500 4.500 0 0 0 0 9H12',
  bold: 'M6 3.500h4.500a3.250 3.250 0 0 1 0 6.500H6zM6 10h5.250a3.250 3.250 0 0 1 0 6.500H6z',
  italic: 'M9 3.500h5M6 16.500h5M11.500 3.500l-3 13',
  underline: 'M5.500 3v6a4.500 4.500 0 0 0 9 0V3M4.500 17.500h11',
  strike:
    'M3.500 10h13M14 6.500C13.500 4.500 12 3.500 10 3.500c-2.300 0-4 1.200-4 3M6 13.500c.5 2 2 3 4 3 2.300 0 4-1.200 4-3',
  bulletList: 'M8 5h9M8 10h9M8 15h9M3.500 5h.01M3.500 10h.01M3.500 15h.01',
  orderedList:
    'M9 5h8M9 10h8M9 15h8M3.500 3.500 4.500 3v4M3 13.200c1.500-1.400 3 0 1.800 1.300L3 16.500h2.500',
  blockquote: 'M4 4v12M8 6h9M8 10h9M8 14h6',
  link: 'M8.500 11.500 11.500 8.500M9 6l1.500-1.500a3.500 3.500 0 0 1 5 5L14 11M11 14l-1.500 1.500a3.500 3.500 0 0 1-5-5L6 9',
  footnote: 'M3 16 7 5l4 11M4.500 12.500h5M14 4l1.500-1v6',
  table: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12',
  image: 'M3 4h14v12H3zM3 13.500l4-4 3.500 3.500 2.500-2.500 4 4M13 7.500h.01',
  fillIn:
    'M3 6.500V4h2.500M14.500 4H17v2.500M17 13.500V16h-2.500M5.500 16H3v-2.500M8.500 4h3M8.500 16h3M3 9v2M17 9v2M7 11.800 11.500 7.300l1.400 1.400L8.400 13.200 6.600 13.600z',
  reference: 'M5 3h7l3 3v11H5zM12 3v3h3M7.500 10h5M7.500 13h5',
  find: 'M8.500 3.500a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM12.200 12.200 17 17',
  nextFillIn: 'M4 3.500h12M4 3.500v4M16 3.500v4M4 7.500h12M10 10v7M7 14l3 3 3-3',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="bt-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}
