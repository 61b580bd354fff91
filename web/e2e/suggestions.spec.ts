import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, expectSaved, people, select, text } from './support/people';
import { makePlan } from './support/plans';

const key = 'Control+Alt+s';

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Voorstellen' });
}

function card(page: Page, words: string): Locator {
  return page.locator('.bt-suggestion').filter({ hasText: words });
}

/// The editor of one's own suggestion.
async function ownText(page: Page): Promise<Locator> {
  const sheet = page.getByRole('textbox', { name: 'Uw voorstel' });
  await expect(sheet).toBeFocused();
  await expect(sheet).not.toBeEmpty();
  return sheet;
}

/// Replaces words of the text in a suggestion that is begun by key, and sends it.
async function suggest(page: Page, words: string, by: string, reason: string): Promise<void> {
  await page.keyboard.press(key);
  await select(await ownText(page), words);
  await page.keyboard.type(by);
  await page.getByLabel('Waarom?').fill(reason);
  await page.keyboard.press('Enter');
  await expect(card(page, by)).toBeFocused();
}

/// A wide table of a text that one edits scrolls along with the caret.
const withoutScrolling = ['scrollable-region-focusable'];

test('two propose other words at one place, and a writer decides by keyboard', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const plan = await makePlan(baseURL ?? '', 'Voorstellen doen');
  await plan.give(people.ggd.organisation, 'executing', ['3.4']);
  await plan.give(people.politie.organisation, 'advising', ['3.4']);
  await plan.give(people.school.organisation, 'advising', ['3.4']);
  const address = `${plan.address}/3-4`;
  const bram = await arrive(browser, people.ggd, address, baseURL);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const marleen = await arrive(browser, people.school, address, baseURL);
  const bramsText = await text(bram.page, '3.4');
  await text(yasmina.page, '3.4');
  await text(marleen.page, '3.4');
  const words = 'voortgezet onderwijs in 2021';

  // Begun, left by a reload, and gone on with: what was written is still there.
  await yasmina.page.keyboard.press(key);
  await select(await ownText(yasmina.page), words);
  await yasmina.page.keyboard.type('middelbare school in 2023');
  await expect(yasmina.page.locator('ins.bt-suggested').first()).toBeVisible();
  await yasmina.page.getByLabel('Waarom?').fill('Er is een nieuwer cijfer.');
  await yasmina.page.reload();
  await text(yasmina.page, '3.4');
  await yasmina.page.getByRole('button', { name: 'Verder met uw voorstel' }).click();
  await expect(await ownText(yasmina.page)).toContainText('middelbare school in 2023');
  await expect(yasmina.page.getByLabel('Waarom?')).toHaveValue('Er is een nieuwer cijfer.');
  await expectAccessible(yasmina.page, 'a suggestion while it is written', withoutScrolling);
  await yasmina.page.getByRole('button', { name: 'Voorstel versturen' }).click();
  await expect(card(yasmina.page, 'Er is een nieuwer cijfer.')).toBeFocused();

  // Another one for the same words, without touching the text of anybody.
  await suggest(marleen.page, words, 'alle scholen in 2022', 'Wij hebben meer scholen.');
  await expect(bramsText).toContainText(words);

  // Who writes sees both in their place, with whose they are.
  await expect(bramsText.locator('ins')).toHaveCount(2);
  await expect(bramsText.locator('del').first()).toBeVisible();
  await expect(bram.page.getByRole('button', { name: /^Voorstellen.*2/ })).toBeVisible();

  // Only with the keyboard: to the suggestions, and yes to the one and, on, to the other.
  await bramsText.focus();
  await bram.page.keyboard.press('Control+Alt+Enter');
  const first = panel(bram.page).locator('[data-bt-suggestion]').first();
  await expect(first).toBeFocused();
  await expectAccessible(bram.page, 'suggestions beside the text', withoutScrolling);
  await bram.page.keyboard.press('Tab');
  await expect(bram.page.getByRole('button', { name: 'Overnemen' }).first()).toBeFocused();
  await bram.page.keyboard.press('Enter');
  await expect(panel(bram.page).locator('[data-bt-suggestion]')).toHaveCount(1);
  await expect(panel(bram.page).locator('[data-bt-suggestion]')).toBeFocused();
  await bram.page.keyboard.press('Tab');
  await bram.page.keyboard.press('Enter');
  await expect(panel(bram.page).getByText('Er ligt geen voorstel.')).toBeVisible();

  // No word of either is lost, and everybody has the same text.
  for (const page of [bram.page, yasmina.page, marleen.page]) {
    const sheet = await text(page, '3.4');
    await expect(sheet).toContainText('middelbare school in 2023');
    await expect(sheet).toContainText('alle scholen in 2022');
    await expect(sheet).not.toContainText(words);
    await expect(sheet.locator('ins')).toHaveCount(0);
  }

  // A no has a reason, which comes to its maker.
  await suggest(yasmina.page, 'alle scholen', 'sommige scholen', 'Klopt beter');
  const his = card(bram.page, 'sommige scholen');
  await his.getByRole('button', { name: 'Afwijzen' }).click();
  await bram.page.getByLabel('Waarom wijst u het af?').fill('Het zijn echt alle scholen.');
  await bram.page.keyboard.press('Control+Enter');
  await expect(his).toHaveCount(0);
  await panel(yasmina.page).getByRole('button', { name: 'Beslist (3)' }).click();
  await expect(card(yasmina.page, 'Het zijn echt alle scholen.')).toBeVisible();
});

test('a cell of a table is proposed on a phone and accepted, another withdrawn', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const plan = await makePlan(baseURL ?? '', 'Voorstellen in een tabel');
  await plan.give(people.ggd.organisation, 'executing', ['3.4']);
  await plan.give(people.politie.organisation, 'advising', ['3.4']);
  const address = `${plan.address}/3-4`;
  const bram = await arrive(browser, people.ggd, address, baseURL);
  const bramsText = await text(bram.page, '3.4');
  await bramsText.press('Control+End');
  await bram.page.getByRole('button', { name: 'Tabel', exact: true }).click();
  await bram.page
    .getByRole('button', { name: /invoegen/i })
    .first()
    .click();
  for (const words of ['Wie', 'Wat', 'Wanneer']) {
    await bram.page.keyboard.type(words);
    await bram.page.keyboard.press('Tab');
  }
  await expectSaved(bram.page);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  await yasmina.page.setViewportSize({ width: 320, height: 640 });
  await expect(await text(yasmina.page, '3.4')).toContainText('Wie');
  await yasmina.page.getByRole('button', { name: 'Voorstel doen' }).click();
  await select(await ownText(yasmina.page), 'Wie');
  await yasmina.page.keyboard.type('Door wie');
  await expect(yasmina.page.locator('ins.bt-suggested')).toBeVisible();
  await expectAccessible(yasmina.page, 'a suggestion on a phone', withoutScrolling);
  const wide = await yasmina.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  await yasmina.page.getByRole('button', { name: 'Voorstel versturen' }).click();
  await expect(card(yasmina.page, 'Door')).toBeVisible();
  await expect(bramsText.locator('td ins, th ins')).toBeVisible();
  await bram.page.getByRole('button', { name: /^Voorstellen/ }).click();
  await card(bram.page, 'Door').getByRole('button', { name: 'Overnemen' }).click();
  await expect(bramsText.locator('td, th').filter({ hasText: 'Door wie' })).toBeVisible();
  await expect(card(yasmina.page, 'Door')).toContainText('Overgenomen door');

  // What one takes back leaves nothing, with nobody.
  await suggest(yasmina.page, 'Wanneer', 'Hoe lang', 'Per ongeluk');
  await expect(bramsText.locator('ins')).toHaveCount(1);
  await card(yasmina.page, 'Hoe lang').getByRole('button', { name: 'Intrekken' }).click();
  await expect(card(yasmina.page, 'Hoe lang')).toHaveCount(0);
  await expect(bramsText.locator('ins')).toHaveCount(0);
});
