import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, expectSaved, expectWords, people, text } from './support/people';
import { makePlan } from './support/plans';

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Invulplekken', exact: true });
}

/// The one that the caret is in.
function here(page: Page): Locator {
  return page.locator('.bt-place[aria-current]');
}

test('one fills in with the keyboard while the other watches and asks', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const plan = await makePlan(baseURL ?? '', 'Invullen');
  await plan.give(people.ggd.organisation, 'executing', ['1', '2', '3.4']);
  const bram = await arrive(browser, people.ggd, `${plan.address}/1`, baseURL);
  const noor = await arrive(browser, people.regie, `${plan.address}/1`, baseURL);
  const sheet = await text(bram.page, '1');
  const noorsSheet = await text(noor.page, '1');
  const keys = bram.page.keyboard;
  const meter = (page: Page, words: string) =>
    expect(page.getByRole('button', { name: words })).toBeVisible();
  await meter(bram.page, '0 van 3 invulplekken ingevuld');

  // A text, in the flow of the sentence; then made plain text, and taken back.
  await sheet.focus();
  await keys.press('Alt+ArrowDown');
  await keys.type('een incident op een feest');
  await meter(bram.page, '1 van 3 invulplekken ingevuld');
  await meter(noor.page, '1 van 3 invulplekken ingevuld');
  await keys.press('Alt+Enter');
  await expect(here(bram.page).getByRole('button', { name: 'Iemand vragen' })).toHaveCount(0);
  await expect(bram.page.getByRole('button', { name: 'Omzetten in gewone tekst' })).toBeFocused();
  await expectAccessible(bram.page, 'fill-ins beside the text');
  await keys.press('Enter');
  await expect(sheet.locator('.bt-fill-in')).toHaveCount(1);
  await expectWords(sheet, 'een incident op een feest');
  await expectSaved(bram.page);
  await meter(noor.page, '1 van 3 invulplekken ingevuld');
  await keys.press('Control+z');
  await expect(sheet.locator('.bt-fill-in')).toHaveCount(2);

  // An example, and who decided on it.
  await keys.press('Alt+ArrowDown');
  await keys.press('Alt+Enter');
  await expect(
    bram.page.getByRole('button', { name: 'Overnemen' }).and(bram.page.locator('.bt-choices__one')),
  ).toBeFocused();
  await keys.press('Enter');
  const decided = noorsSheet.locator('.bt-example[data-decided]');
  await expect(decided).toHaveAttribute('data-decided', /Overgenomen door Bram Oosterveld/);
  await keys.press('Escape');

  // Choices of a register, ticked; they stand in the sentence at once.
  await keys.press('Alt+ArrowDown');
  await keys.press('Alt+Enter');
  await expect(bram.page.getByLabel('de gezondheidsnota')).toBeFocused();
  await keys.press('Space');
  await bram.page.getByLabel('het jeugdbeleid').focus();
  await keys.press('Space');
  await expectWords(noorsSheet, 'onder meer de gezondheidsnota en het jeugdbeleid');
  await meter(bram.page, '3 van 3 invulplekken ingevuld');
  await keys.press('Escape');

  // Nothing is open here any more: on to the next section that has something.
  await keys.press('Alt+ArrowDown');
  await expect(bram.page).toHaveURL(/\/2$/);
  const next = await text(bram.page, '2');
  await expect
    .poll(() =>
      next.evaluate(() => {
        const { focusNode } = getSelection() ?? {};
        const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement;
        return element?.closest('.bt-fill-in, .bt-fill-in-block') !== null;
      }),
    )
    .toBe(true);

  // The page with all of them; the coordinator asks, and who is asked sees it.
  await noor.page.goto(`${plan.address}/invulplekken`);
  await expect(noor.page.locator('strong', { hasText: '3 van 35 ingevuld' })).toBeVisible();
  await expectAccessible(noor.page, 'all fill-ins');
  const row = noor.page
    .getByRole('listitem')
    .filter({ hasText: 'Cijfers over scholieren in uw gemeente' });
  await row.getByRole('button', { name: 'Iemand vragen' }).click();
  await expect(row.getByLabel('Wie')).toBeFocused();
  await row.getByLabel('Wie').selectOption({ label: 'GGD Demoland (iedereen)' });
  await row.getByLabel('Vóór').fill('2027-03-01');
  await row.getByRole('button', { name: 'Vragen', exact: true }).click();
  await expect(row.getByText('Gevraagd aan GGD Demoland, vóór 1 maart 2027')).toBeVisible();
  await bram.page.goto(`${plan.address}/invulplekken`);
  await bram.page.getByLabel('Aan mij gevraagd (1)').check();
  await bram.page.getByRole('link', { name: 'Cijfers over scholieren in uw gemeente' }).click();
  await expect(bram.page).toHaveURL(/\/3-4$/);
  await bram.page.keyboard.press('Alt+Enter');
  await expect(panel(bram.page).getByText(/vóór 1 maart 2027 \(u\)/)).toBeVisible();
});

test('on a phone one chooses settings, and what does not fit is pointed out', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const plan = await makePlan(baseURL ?? '', 'Kiezen, onderweg');
  const { page } = await arrive(browser, people.regie, `${plan.address}/3-11`, baseURL);
  await page.setViewportSize({ width: 320, height: 640 });
  const choose = async (section: string, setting: string) => {
    const sheet = await text(page, section);
    await sheet.focus();
    if (section !== '3.11') {
      // There the text begins with it.
      await page.keyboard.press('Alt+ArrowDown');
    }
    await page.keyboard.press('Alt+Enter');
    await page.getByLabel(setting).check();
    await page.getByRole('button', { name: 'Sluiten' }).click();
    await expect(sheet.getByRole('listitem').filter({ hasText: setting })).toHaveCount(1);
    await expectSaved(page);
  };
  await choose('3.11', 'Werkomgeving (ook de gemeente zelf)');
  await expect((await text(page, '3.11')).getByRole('listitem')).toHaveCount(1);
  await page.goto(`${plan.address}/5`);
  await choose('5', 'Coffeeshops');
  await page.goto(`${plan.address}/invulplekken`);
  await expect(
    page.getByText('U maakt zich zorgen over “Werkomgeving (ook de gemeente zelf)”.'),
  ).toBeVisible();
  await expectAccessible(page, 'all fill-ins, on a phone');
  await page.getByRole('link', { name: '3.11', exact: true }).click();
  await page.getByRole('button', { name: /^Invulplekken/ }).click();
  await expect(
    page.getByText('U maakt zich zorgen over “Werkomgeving (ook de gemeente zelf)”.'),
  ).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});
