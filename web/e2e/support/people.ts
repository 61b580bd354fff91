import {
  type Browser,
  type BrowserContext,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { makePlan } from './plans';

/// The invented people of the demonstration. The password is the one everybody knows.
export const people = {
  regie: { email: 'regie@demo.test', name: 'Noor Hendriksen', organisation: 'Gemeente Demostad' },
  ggd: { email: 'ggd@demo.test', name: 'Bram Oosterveld', organisation: 'GGD Demoland' },
  politie: {
    email: 'politie@demo.test',
    name: 'Yasmina El Idrissi',
    organisation: 'Politie Demostad',
  },
  school: {
    email: 'school@demo.test',
    name: 'Marleen Vossenberg',
    organisation: 'Scholengroep De Demo',
  },
} as const;

export type Person = (typeof people)[keyof typeof people];

export const password = 'demo-demo-demo';

/// Fills in the form that is on the screen and waits for the page behind it.
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.getByLabel('E-mailadres').fill(person.email);
  await page.getByLabel('Wachtwoord').fill(password);
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
  await expect(page.getByRole('button', { name: `Uw account: ${person.name}` })).toBeVisible();
}

/// A browser of one's own, signed in, at the address.
export async function arrive(
  browser: Browser,
  person: Person,
  address: string,
  baseURL: string | undefined,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  const page = await context.newPage();
  await page.goto(address);
  await signIn(page, person);
  return { context, page };
}

/// Makes a plan in which all partners write everywhere, opens it and answers its address.
export async function newPlan(page: Page, title: string): Promise<string> {
  const plan = await makePlan(new URL(page.url()).origin, title);
  await plan.giveAll('executing');
  await page.goto(plan.address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return new URL(page.url()).pathname;
}

/// The text of the section on the sheet, once it has come.
export async function text(page: Page, section: string): Promise<Locator> {
  const sheet = page.getByRole('textbox', { name: new RegExp(`^${section.replace('.', '\\.')} `) });
  await expect(sheet).toBeVisible();
  await expect(sheet).not.toBeEmpty();
  return sheet;
}

/// Waits until the text holds these words. Others' cursors stand in the text, too; they are hidden
/// from those who read with their ears, and are left out here.
export async function expectWords(sheet: Locator, words: string): Promise<void> {
  const read = () =>
    sheet.evaluate((element) => {
      const copy = element.cloneNode(true);
      if (copy instanceof HTMLElement) {
        for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) {
          hidden.remove();
        }
      }
      return (copy.textContent ?? '').replace(/[\u200b\ufeff]/g, '');
    });
  await expect.poll(read, { timeout: 30_000 }).toContain(words);
}

/// The one sign of where the words are.
export function saving(page: Page): Locator {
  return page.getByRole('group', { name: 'Opslaan' });
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(saving(page)).toContainText('Opgeslagen');
}

export async function expectUnsaved(page: Page): Promise<void> {
  await expect(saving(page)).toContainText('Nog niet opgeslagen');
}

/// Waits until this browser's caret is in the place.
export async function expectCaretIn(place: Locator): Promise<void> {
  await expect
    .poll(() => place.evaluate((element) => element.contains(getSelection()?.focusNode ?? null)))
    .toBe(true);
}

/// Puts the caret at the end of the first paragraph and makes a paragraph of its own after it.
export async function startParagraph(sheet: Locator): Promise<void> {
  const first = sheet.getByRole('paragraph').first();
  const height = (await first.boundingBox())?.height ?? 0;
  // In its last line: End goes to the end of a line, however many there are.
  await first.click({ position: { x: 8, y: Math.max(1, height - 6) } });
  await sheet.press('End');
  await sheet.press('Enter');
}

/// Selects these words in the text, as a mouse would.
export async function select(sheet: Locator, words: string): Promise<void> {
  await sheet.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        if (element instanceof HTMLElement) {
          element.focus();
        }
        getSelection()?.removeAllRanges();
        getSelection()?.addRange(range);
        return;
      }
    }
    throw new Error(`no words ${wanted}`);
  }, words);
}
