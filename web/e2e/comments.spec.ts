import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, expectSaved, expectWords, people, select, text } from './support/people';
import { makePlan } from './support/plans';

const key = 'Control+Alt+m';

function panel(page: Page): Locator {
  return page.getByRole('region', { name: 'Opmerkingen' });
}

function thread(page: Page, words: string): Locator {
  return page.getByRole('article').filter({ hasText: words }).and(page.locator('.bt-thread'));
}

test('three organisations talk about words of the text while it changes', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const plan = await makePlan(baseURL ?? '', 'Erover praten');
  await plan.give(people.ggd.organisation, 'executing', ['3.4']);
  await plan.give(people.politie.organisation, 'advising', ['3.4']);
  const address = `${plan.address}/3-4`;
  const bram = await arrive(browser, people.ggd, address, baseURL);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const marleen = await arrive(browser, people.school, address, baseURL);
  const bramsText = await text(bram.page, '3.4');
  const yasminasText = await text(yasmina.page, '3.4');
  const words = 'voortgezet onderwijs in 2021';

  // Who may comment needs no right to write; here only with the keyboard.
  await select(yasminasText, words);
  await yasmina.page.keyboard.press(key);
  const field = yasmina.page.getByLabel('Uw opmerking');
  await expect(field).toBeFocused();
  await expect(yasmina.page.getByLabel('Waar gaat het over?')).toContainText(words);
  await yasmina.page.keyboard.type('Is dit niet te oud? @Bram');
  await expect(yasmina.page.getByRole('option', { name: /Bram Oosterveld/ })).toBeVisible();
  await yasmina.page.keyboard.press('Enter');
  await expect(field).toHaveValue('Is dit niet te oud? @Bram Oosterveld ');

  // What was begun survives a reload.
  await yasmina.page.reload();
  await text(yasmina.page, '3.4');
  await yasmina.page.getByRole('button', { name: /^Opmerkingen/ }).click();
  await expect(field).toHaveValue('Is dit niet te oud? @Bram Oosterveld ');
  await yasmina.page.getByRole('button', { name: 'Annuleren' }).click();
  await select(await text(yasmina.page, '3.4'), words);
  await yasmina.page.keyboard.press(key);
  await field.fill('Is dit niet te oud? @Bram Oosterveld');
  await yasmina.page.keyboard.press('Control+Enter');
  const hers = thread(yasmina.page, 'Is dit niet te oud?');
  await expect(hers).toBeFocused();
  await expect(hers.getByText('@Bram Oosterveld')).toBeVisible();

  // It is there at once for who writes, at its words, and moves with them.
  await expect(bramsText.locator('mark')).toHaveText(words);
  await expect(bram.page.getByRole('button', { name: /^Opmerkingen.*1/ })).toBeVisible();
  await select(bramsText, 'voortgezet');
  await bram.page.keyboard.press('ArrowLeft');
  await bram.page.keyboard.type('heel het ');
  await expectSaved(bram.page);
  await expectWords(yasminasText, `heel het ${words}`);
  await expect(yasminasText.locator('mark')).toHaveText(words);

  // The caret in its words and the key open the thread; the answer comes to the other.
  await select(bramsText, words);
  await bram.page.keyboard.press('ArrowRight');
  await bram.page.keyboard.press(key);
  const his = thread(bram.page, 'Is dit niet te oud?');
  await expect(his).toBeFocused();
  await bram.page.keyboard.press('Tab');
  await bram.page.keyboard.press('Tab');
  await bram.page.keyboard.press('Enter');
  await bram.page.keyboard.type('Ja. Ik zet het nieuwe cijfer erin.');
  await bram.page.keyboard.press('Control+Enter');
  await expect(hers.getByText('Ja. Ik zet het nieuwe cijfer erin.')).toBeVisible();
  await expectAccessible(bram.page, 'threads beside the text');

  // The words go; what they were stays with the thread.
  await select(bramsText, words);
  await bram.page.keyboard.press('Delete');
  await expectSaved(bram.page);
  await expect(hers.getByText('Deze woorden staan niet meer in de tekst:')).toBeVisible();
  await expect(hers.getByText(words)).toBeVisible();

  // Who took them away undoes it: the thread is at its words again for everybody.
  await bramsText.focus();
  await bram.page.keyboard.press('Control+z');
  await expect(yasminasText.locator('mark')).toHaveText(words);

  // Somebody who only reads sees it all and can say nothing.
  await marleen.page.getByRole('button', { name: /^Opmerkingen/ }).click();
  await expect(thread(marleen.page, 'Is dit niet te oud?')).toBeVisible();
  await expect(panel(marleen.page).getByText('U leest hier mee.')).toBeVisible();
  await expect(panel(marleen.page).getByRole('button', { name: 'Antwoorden' })).toHaveCount(0);

  // A comment goes a little later, so that it can be undone; resolving moves the thread away.
  await his.getByRole('button', { name: 'Verwijderen' }).click();
  await his.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(his.getByText('Ik zet het nieuwe cijfer erin.')).toBeVisible();
  await his.getByRole('button', { name: 'Afronden' }).click();
  await expect(panel(marleen.page).getByText('Er zijn geen open gesprekken.')).toBeVisible();
  await panel(marleen.page).getByRole('button', { name: 'Afgerond (1)' }).click();
  await expect(thread(marleen.page, 'Afgerond door Bram Oosterveld')).toBeVisible();
});

test('on a phone the comments come over the text', async ({ browser, baseURL }) => {
  const plan = await makePlan(baseURL ?? '', 'Erover praten, onderweg');
  await plan.give(people.politie.organisation, 'advising', ['3.8']);
  const { page } = await arrive(browser, people.politie, `${plan.address}/3-8`, baseURL);
  await page.setViewportSize({ width: 320, height: 640 });
  await text(page, '3.8');
  await page.getByRole('button', { name: /^Opmerkingen/ }).click();
  await page.getByRole('button', { name: 'Nieuwe opmerking' }).click();
  await page.getByLabel('Waar gaat het over?').selectOption({ index: 2 });
  await page.getByLabel('Uw opmerking').fill('Dit herkennen wij.');
  await page.getByRole('button', { name: 'Plaatsen' }).click();
  await expect(thread(page, 'Dit herkennen wij.')).toBeVisible();
  await expectAccessible(page, 'threads over the text');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
});
