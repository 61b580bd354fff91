import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import {
  arrive,
  expectSaved,
  expectWords,
  type Person,
  people,
  startParagraph,
  text,
} from './support/people';
import { type MadePlan, makePlan } from './support/plans';

/// The coordinator's matrix, with the focus on the cell of this partner in this section. From there
/// on it is steered with keys alone.
async function matrixAt(page: Page, plan: MadePlan, cell: RegExp): Promise<Locator> {
  await page.goto(`${plan.address}/rollen`);
  const place = page.getByRole('gridcell', { name: cell });
  await page.getByRole('link', { name: 'Hele plan' }).focus();
  await page.keyboard.press('Control+Home');
  for (let steps = 0; steps < 60 && !(await isAt(page, /^3\.8(?!\d)/)); steps++) {
    await page.keyboard.press('ArrowDown');
  }
  for (let steps = 0; steps < 12 && !(await isAt(page, cell)); steps++) {
    await page.keyboard.press('ArrowRight');
  }
  await expect(place).toBeFocused();
  return place;
}

function isAt(page: Page, name: RegExp): Promise<boolean> {
  return page.evaluate((source) => {
    const { activeElement } = document;
    const words = activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
    return new RegExp(source).test(words);
  }, name.source);
}

/// Turns the first role of the cell's choice over, and comes back to the cell.
async function turnExecuting(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: /^uitvoerend/ })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
}

/// Keeps the longest text that a paragraph ever had on the screen.
function watchLongest(paragraph: Locator): Promise<void> {
  return paragraph.evaluate((element) => {
    const seen = window as typeof window & { longest?: string };
    const note = () => {
      const words = element.textContent ?? '';
      seen.longest = words.length > (seen.longest ?? '').length ? words : (seen.longest ?? '');
    };
    new MutationObserver(note).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}

const longest = (page: Page) =>
  page.evaluate(() => (window as typeof window & { longest?: string }).longest ?? '');

async function sectionOf(page: Page, { id }: MadePlan, key: string) {
  const plan = await (await page.request.get(`/v1/plans/${id}`)).json();
  const sections: { key: string; documentId: string }[] = plan.sections;
  const found = sections.find((section) => section.key === key);
  expect(found).toBeDefined();
  return found ?? { documentId: '' };
}

/// How many pieces of a text this browser keeps.
function copiesOf(page: Page, documentId: string): Promise<number> {
  return page.evaluate(async (wanted) => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const name = names.find((each) => each.startsWith('beleidstafel/')) ?? '';
    const opened = indexedDB.open(name);
    await new Promise((resolve) => opened.addEventListener('success', resolve));
    const index = opened.result.transaction('updates').objectStore('updates').index('document');
    const counted = index.count(wanted);
    await new Promise((resolve) => counted.addEventListener('success', resolve));
    opened.result.close();
    return counted.result;
  }, documentId);
}

function own(sheet: Locator): Locator {
  return sheet.getByRole('paragraph').filter({ hasText: 'De politie ziet' });
}

async function arriveBoth(browser: Browser, baseURL: string | undefined, guest: Person) {
  const noor = await arrive(browser, people.regie, '/', baseURL);
  const other = await arrive(browser, guest, '/', baseURL);
  return { noor, other };
}

test('a right that is taken bites at once, and given back the typing goes on', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Wie schrijft er mee');
  const { noor, other: yasmina } = await arriveBoth(browser, baseURL, people.politie);
  const cell = await matrixAt(noor.page, plan, /^3\.8 .*Politie Demostad/);
  await turnExecuting(noor.page);
  await expect(cell).toBeFocused();
  await expect(cell).toHaveAccessibleName(/uitvoerend\. Mag schrijven\.$/);

  await yasmina.page.goto(`${plan.address}/3-8`);
  const sheet = await text(yasmina.page, '3.8');
  await expect(
    yasmina.page.getByText('U mag hier meeschrijven: Politie Demostad is uitvoerend.'),
  ).toBeVisible();
  await startParagraph(sheet);
  await sheet.pressSequentially('De politie ziet');
  await expectSaved(yasmina.page);
  const rest = ((await own(sheet).textContent()) ?? '').slice('De politie ziet'.length);
  await watchLongest(own(sheet));
  await yasmina.page.evaluate(() => {
    document.documentElement.dataset['visit'] = 'same';
  });

  // She types on while the role is taken away.
  const typing = yasmina.page.keyboard.type(' op straat steeds vaker lachgas. '.repeat(8), {
    delay: 25,
  });
  await turnExecuting(noor.page);
  const readOnly = yasmina.page.locator('[contenteditable="false"].ProseMirror');
  await expect(readOnly).toBeVisible();
  await expect(yasmina.page.getByText('U kunt hier nu alleen lezen.')).toBeVisible();
  await typing;

  // What she saw is saved, or set aside and offered: nothing between.
  await noor.page.goto(`${plan.address}/3-8`);
  const saved = (await own(await text(noor.page, '3.8')).textContent()) ?? '';
  await expect(own(readOnly)).toHaveText(saved);
  expect(saved.endsWith(rest)).toBe(true);
  const kept = yasmina.page.locator('.bt-notice__words');
  const aside = (await kept.count()) > 0 ? await kept.allTextContents() : [];
  const sentence = saved.slice(0, saved.length - rest.length);
  // A space alone is not offered: there is no word in it.
  const withoutLastSpace = (words: string) => words.slice(0, words.length - rest.length).trimEnd();
  expect(withoutLastSpace(sentence + aside.join('') + rest)).toBe(
    withoutLastSpace(await longest(yasmina.page)),
  );
  expect(saved.length).toBeLessThan('De politie ziet'.length + 8 * 33);

  // Given back: the typing goes on, without a reload.
  await matrixAt(noor.page, plan, /^3\.8 .*Politie Demostad/);
  await turnExecuting(noor.page);
  await expect(sheet).toHaveAttribute('contenteditable', 'true');
  if (aside.length > 0) {
    await yasmina.page.getByRole('button', { name: 'Weggooien' }).click();
  }
  await own(sheet).click();
  await sheet.press('End');
  await sheet.pressSequentially(' En weer verder.');
  await expectSaved(yasmina.page);
  expect(await yasmina.page.evaluate(() => document.documentElement.dataset['visit'])).toBe('same');
  await noor.page.goto(`${plan.address}/3-8`);
  await expectWords(await text(noor.page, '3.8'), 'En weer verder.');
  await noor.context.close();
  await yasmina.context.close();
});

test('a hidden section goes from the outline and from the sheet of who has no role', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Niet voor iedereen');
  await plan.give(people.politie.organisation, 'executing', ['3.8']);
  const { noor, other: marleen } = await arriveBoth(browser, baseURL, people.school);
  await marleen.page.goto(`${plan.address}/3-8`);
  await expect(marleen.page.getByText('kan dit wijzigen')).toContainText(people.regie.name);
  const outline = marleen.page.getByRole('navigation', { name: 'Inhoudsopgave' });
  await expect(outline.getByRole('link', { name: /^3\.8/ })).toBeVisible();
  await expect(marleen.page.locator('.ProseMirror')).toContainText('criminaliteit');
  await expectSaved(marleen.page);
  const { documentId } = await sectionOf(marleen.page, plan, '3.8');
  await expect.poll(() => copiesOf(marleen.page, documentId)).toBeGreaterThan(0);

  await matrixAt(noor.page, plan, /^3\.8 .*zichtbaar voor iedereen$/);
  await noor.page.keyboard.press('Enter');
  await expect(outline.getByRole('link', { name: /^3\.8/ })).toHaveCount(0);
  await expect(outline.getByRole('link', { name: /^3\.7/ })).toBeVisible();
  const gone = marleen.page.getByRole('alert').filter({ hasText: 'niet meer zien' });
  await expect(gone).toBeVisible();
  await expect(marleen.page.locator('.ProseMirror')).toHaveCount(0);
  await expect.poll(() => copiesOf(marleen.page, documentId)).toBe(0);
  await marleen.page.reload();
  await expect(marleen.page.getByText('Deze paragraaf bestaat niet')).toBeVisible();

  await noor.page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(outline.getByRole('link', { name: /^3\.8/ })).toBeVisible();
  await noor.context.close();
  await marleen.context.close();
});

test('my page leads to what is mine and to what others changed there', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Wat is van mij');
  await plan.give(people.politie.organisation, 'executing', ['3.8', '5.5']);
  await plan.give(people.ggd.organisation, 'executing', ['5.5']);
  const yasmina = await arrive(browser, people.politie, '/', baseURL);
  const mine = yasmina.page.getByRole('article', { name: 'Wat is van mij' });
  const section = (number: string) => mine.getByRole('link', { name: new RegExp(`^${number}`) });
  await expect(section('3.8')).toContainText('uitvoerend: u mag schrijven');
  const looked = yasmina.page.waitForResponse(
    (answer) => answer.url().endsWith('/visit') && answer.ok(),
  );
  await section('5.5').click();
  await text(yasmina.page, '5.5');
  await expect(yasmina.page.getByText(/^U mag hier meeschrijven/)).toBeVisible();
  await looked;

  const bram = await arrive(browser, people.ggd, `${plan.address}/5-5`, baseURL);
  const sheet = await text(bram.page, '5.5');
  await yasmina.page.getByRole('link', { name: /^Beleidstafel/ }).click();
  await expect(section('5.5')).not.toContainText('gewijzigd');
  await startParagraph(sheet);
  await sheet.pressSequentially('Uit de wijk.');
  await expectSaved(bram.page);
  await yasmina.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(section('5.5')).toContainText('gewijzigd');
  await expect(section('5.5')).toContainText(people.ggd.organisation);
  await section('5.5').click();
  await expectWords(await text(yasmina.page, '5.5'), 'Uit de wijk.');
  await bram.context.close();
  await yasmina.context.close();
});
