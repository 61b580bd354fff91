interface Item {
  paragraph: HTMLElement;
  level: number;
  list: string;
  ordered: boolean;
  start: number;
}

const numbered = /^\s*(\d+|[a-z]{1,3}|[ivxlc]+)[.)]/i;

/// Reads `mso-list:l0 level1 lfo1` and the marker that Word wrote before the words.
function itemOf(paragraph: HTMLElement): Item | undefined {
  const style = paragraph.getAttribute('style') ?? '';
  const told = /mso-list:\s*(l\d+)\s+level(\d+)\s*(lfo\d+)?/i.exec(style);
  const marker = paragraph.querySelector('s[data-marker], [style*="mso-list:Ignore"]');
  const byClass = /^MsoList(Bullet|Number)/i.exec(paragraph.className);
  if (told === null && (byClass === null || marker === null)) {
    return undefined;
  }
  const text = marker?.textContent ?? '';
  const number = Number.parseInt(text.trim(), 10);
  return {
    paragraph,
    level: Number.parseInt(told?.[2] ?? '1', 10),
    list: `${told?.[1] ?? byClass?.[1]}/${told?.[3] ?? ''}`,
    ordered: numbered.test(text.replaceAll('\u00a0', ' ')),
    start: Number.isFinite(number) && number > 0 ? number : 1,
  };
}

function stripMarker(paragraph: HTMLElement): void {
  const markers = 's[data-marker], [style*="mso-list:Ignore"], [style*="mso-list: Ignore"]';
  for (const marker of paragraph.querySelectorAll(markers)) {
    marker.remove();
  }
}

function newList(item: Item): HTMLElement {
  const list = item.paragraph.ownerDocument.createElement(item.ordered ? 'ol' : 'ul');
  if (item.ordered && item.start !== 1) {
    list.setAttribute('start', String(item.start));
  }
  return list;
}

/// Turns Word's list paragraphs, which stand side by side with a level in their style, into lists
/// in lists.
export function wordLists(body: HTMLElement): void {
  let open: { level: number; list: HTMLElement; of: string }[] = [];
  let previous: Element | undefined;
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')]) {
    const item = paragraph.localName === 'p' ? itemOf(paragraph) : undefined;
    if (item === undefined) {
      stripHeadingNumber(paragraph);
      continue;
    }
    const top = open[0]?.list;
    if (top === undefined || paragraph.previousElementSibling !== top || previous !== top) {
      open = [];
    }
    while ((open.at(-1)?.level ?? 0) > item.level) {
      open.pop();
    }
    const last = open.at(-1);
    const other = last?.level === item.level && last.list.localName !== newList(item).localName;
    if (other && open.length === 1) {
      open = [];
    }
    addItem(open, item, paragraph);
    previous = open[0]?.list;
  }
}

function addItem(
  open: { level: number; list: HTMLElement; of: string }[],
  item: Item,
  paragraph: HTMLElement,
): void {
  const last = open.at(-1);
  const entry = paragraph.ownerDocument.createElement('li');
  if (last === undefined || last.level < item.level) {
    const list = newList(item);
    const parent = last?.list.lastElementChild;
    if (parent === null || parent === undefined) {
      paragraph.before(list);
    } else {
      parent.append(list);
    }
    open.push({ level: item.level, list, of: item.list });
  }
  stripMarker(paragraph);
  paragraph.removeAttribute('style');
  paragraph.removeAttribute('class');
  open.at(-1)?.list.append(entry);
  entry.append(paragraph);
}

/// A numbered heading keeps its words only: the plan numbers its sections itself.
function stripHeadingNumber(heading: HTMLElement): void {
  if (heading.localName !== 'p') {
    stripMarker(heading);
  }
}
