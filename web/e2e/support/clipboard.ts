import type { Locator } from '@playwright/test';

/// What a copy of the selection puts on the clipboard as HTML.
export function copied(sheet: Locator): Promise<string> {
  return sheet.evaluate((element) => {
    const clipboardData = new DataTransfer();
    const event = { bubbles: true, cancelable: true, clipboardData };
    element.dispatchEvent(new ClipboardEvent('copy', event));
    return clipboardData.getData('text/html');
  });
}

/// Pastes HTML at the selection, as a browser hands it over.
export async function paste(sheet: Locator, html: string): Promise<void> {
  await sheet.evaluate((element, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', words);
    const event = { bubbles: true, cancelable: true, clipboardData };
    element.dispatchEvent(new ClipboardEvent('paste', event));
  }, html);
}

/// A file in the browser, handed over by `way`: pasted at the selection, or dropped in the middle
/// of the target.
export async function giveFile(
  target: Locator,
  way: 'paste' | 'drop',
  file: { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  const bytes = [...file.buffer];
  await target.evaluate(
    (element, { how, name, type, content }) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(content)], name, { type }));
      const base = { bubbles: true, cancelable: true };
      const { left, top, width, height } = element.getBoundingClientRect();
      const place = { clientX: left + width / 2, clientY: top + height / 2 };
      element.dispatchEvent(
        how === 'paste'
          ? new ClipboardEvent('paste', { ...base, clipboardData: files })
          : new DragEvent('drop', { ...base, ...place, dataTransfer: files }),
      );
    },
    { how: way, name: file.name, type: file.mimeType, content: bytes },
  );
}
