/// So long after the editor more may come above the text.
const settlingMs = 2000;

/// Lets the text stand until the app shows something of its own in its place: the editor, or why
/// there is none. What waits says so in the page (`data-waits`). The words stay where they are on
/// the screen.
export function handOver(first: HTMLElement, root: HTMLElement): void {
  const page = document.documentElement;
  const address = location.pathname;
  page.dataset['first'] = '';
  const look = () => {
    if (location.pathname !== address) {
      end(false);
    } else if (!isWaiting(root)) {
      // What the editor brings with it above the text comes with its next frame.
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => end(true)));
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  const end = (stay: boolean) => {
    observer.disconnect();
    const before = topOf(first);
    first.remove();
    delete page.dataset['first'];
    if (stay && before !== undefined) {
      hold(root, before);
      keep(root);
    }
  };
}

/// Whether the app shows nothing yet, or only that it waits: for the text, once that is there.
export function isWaiting(root: HTMLElement): boolean {
  const editor = root.querySelector('.bt-sheet')?.closest('.bt-editor');
  return (
    root.childElementCount === 0 ||
    (editor ?? root).querySelector('#root > [data-waits], main [data-waits]') !== null
  );
}

function topOf(page: HTMLElement): number | undefined {
  return page.querySelector('.bt-sheet')?.getBoundingClientRect().top;
}

/// Brings the text to where its reader saw it.
function hold(root: HTMLElement, before: number): void {
  const down = before - (topOf(root) ?? before);
  const head = root.querySelector<HTMLElement>('.bt-paper__head');
  if (down < 0 || head === null) {
    window.scrollBy({ top: -down, behavior: 'instant' });
  } else if (down > 0) {
    // Room that is not needed, or not yet: it goes with this heading.
    head.style.minBlockSize = `${head.getBoundingClientRect().height + down}px`;
    const title = head.querySelector('h1');
    const changed = new MutationObserver(() => {
      if (!head.contains(title)) {
        head.style.minBlockSize = '';
        changed.disconnect();
      }
    });
    changed.observe(head, { childList: true });
  }
}

/// Keeps it there while more comes above it, such as a notice.
function keep(root: HTMLElement): void {
  const page = document.documentElement;
  const address = location.pathname;
  const place = () => (topOf(root) ?? Number.NaN) + window.scrollY;
  const end = performance.now() + settlingMs;
  let before = place();
  // The browser must not do the same a second time.
  page.style.setProperty('overflow-anchor', 'none');
  const look = () => {
    const now = place();
    if (Math.abs(now - before) >= 1 && location.pathname === address) {
      window.scrollBy({ top: now - before, behavior: 'instant' });
    }
    before = now;
    if (performance.now() < end) {
      requestAnimationFrame(look);
    } else {
      page.style.removeProperty('overflow-anchor');
    }
  };
  requestAnimationFrame(look);
}
