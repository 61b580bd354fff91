/// The parts of the screen that F6 goes through, in this order.
const ORDER = ['header', 'outline', 'sheet', 'panel'] as const;
export type Region = (typeof ORDER)[number];

/// Moves the focus to the next (or former) visible part of the screen.
export function moveRegion(direction: 1 | -1): void {
  const visible = ORDER.flatMap((name) => {
    const element = document.querySelector<HTMLElement>(`[data-bt-region="${name}"]`);
    return element !== null && isVisible(element) ? [element] : [];
  });
  const here = visible.findIndex((region) => region.contains(document.activeElement));
  const from = here === -1 && direction === -1 ? 0 : here;
  const next = visible[(from + direction + visible.length) % visible.length];
  if (next !== undefined) {
    entryOf(next).focus();
  }
}

/// Where the focus lands in a part: its text, the place where one is, or its first control.
function entryOf(region: HTMLElement): HTMLElement {
  const entries = ['[contenteditable="true"]', '[aria-current="page"]', 'a[href], button, input'];
  for (const selector of entries) {
    const found = [...region.querySelectorAll<HTMLElement>(selector)].find(isVisible);
    if (found !== undefined) {
      return found;
    }
  }
  return region;
}

function isVisible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}
