import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, people } from './support/people';
import { makePlan } from './support/plans';

/// Opens the municipality's copy of the model's list, made anew under this name.
async function copyOfTheModel(page: Page, plan: string, name: string): Promise<string> {
  await page.goto(`${plan}/gesprekslijsten`);
  await page
    .getByRole('link', { name: /^Gesprekslijst drugspreventie/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gesprekslijst drugspreventie');
  await page.getByRole('button', { name: 'Kopie maken' }).click();
  await expect(page.getByText('De kopie is gemaakt.')).toBeVisible();
  await page.getByRole('button', { name: 'Aanpassen' }).click();
  await page.getByLabel('Naam van de lijst').fill(name);
  return new URL(page.url()).pathname;
}

test('a municipality makes a list its own, and two who save at once both keep their work', async ({
  browser,
  baseURL,
}) => {
  const made = await makePlan(baseURL ?? '', 'Gesprekslijsten');
  const { page, context } = await arrive(browser, people.regie, '/plannen', baseURL);
  await page.goto(`${made.address}/gesprekslijsten/model-drugspreventie`);
  await expect(page.getByText('Alleen bij: Coffeeshops')).toBeVisible();
  await expect(page.locator('.bt-topics__question')).toHaveCount(21);
  await expectAccessible(page, 'the list of the model plan');
  const address = await copyOfTheModel(page, made.address, 'Lijst van Demostad');

  // By keys alone: down and up again, a question of one's own, and back.
  const second = page.getByLabel('Vraag', { exact: true }).nth(1);
  const words = await second.inputValue();
  await second.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByLabel('Vraag', { exact: true }).first()).toHaveValue(words);
  await expect(page.getByLabel('Vraag', { exact: true }).first()).toBeFocused();
  await page.keyboard.press('Control+Enter');
  const added = page.getByLabel('Vraag', { exact: true }).nth(1);
  await expect(added).toBeFocused();
  await page.keyboard.type('Wat valt u op het plein op?');
  await page.getByRole('button', { name: 'Vraag 3 weghalen' }).click();
  await expect(page.getByLabel('Vraag', { exact: true })).toHaveCount(21);
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Vraag', { exact: true })).toHaveCount(22);
  const when = page.getByText('Wanneer tonen: altijd').nth(1);
  await when.click();
  await page.getByRole('checkbox', { name: 'Jongerenwerk' }).first().check();
  await expectAccessible(page, 'a list that is changed');

  // A reload loses nothing.
  await page.reload();
  await expect(page.getByText('Uw werk staat er nog.')).toBeVisible();
  await expect(page.getByLabel('Vraag', { exact: true }).nth(1)).toHaveValue(
    'Wat valt u op het plein op?',
  );

  // A colleague was first.
  const other = await arrive(browser, people.regie, address, baseURL);
  await other.page.getByRole('button', { name: 'Aanpassen' }).click();
  await other.page.getByLabel('Naam van de lijst').fill('Lijst van een collega');
  await other.page.getByRole('button', { name: 'Bewaren als nieuwe versie' }).click();
  await expect(other.page.getByText('Bewaard als versie 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Bewaren als nieuwe versie' }).click();
  await expect(page.getByRole('alert')).toContainText(`${people.regie.name}`);
  await expect(page.getByRole('alert')).toContainText('als versie 2');
  await expectAccessible(page, 'somebody else was first');
  await page.getByRole('button', { name: 'De mijne toch bewaren' }).click();
  await expect(page.getByText('Bewaard als versie 3.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Aanpassen' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lijst van Demostad');
  await page.getByText('Eerdere versies').click();
  await page.getByRole('link', { name: /^Versie 2,/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lijst van een collega');
  await expect(page.getByText('De nieuwste is versie 3.')).toBeVisible();
  await page.getByRole('button', { name: 'Deze versie terugzetten' }).click();
  await expect(page.getByText('Versie 4', { exact: true })).toBeVisible();

  // A partner reads.
  const ggd = await arrive(browser, people.ggd, address, baseURL);
  await expect(ggd.page.getByRole('heading', { level: 1 })).toHaveText('Lijst van een collega');
  await expect(ggd.page.getByRole('button', { name: 'Aanpassen' })).toHaveCount(0);
  await expect(ggd.page.getByRole('button', { name: 'Kopie maken' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Naar het archief' }).click();
  await expect(page.getByText('Deze lijst staat in het archief.')).toBeVisible();
  await page.getByRole('link', { name: 'Alle gesprekslijsten' }).click();
  await expect(page.getByRole('heading', { name: 'Archief' })).toBeVisible();
  await expectAccessible(page, 'all lists');
  await Promise.all([context.close(), other.context.close(), ggd.context.close()]);
});

test('a figure has its source and year, and others see it at once', async ({
  browser,
  baseURL,
}) => {
  const made = await makePlan(baseURL ?? '', 'Cijfers');
  await made.give(people.ggd.organisation, 'executing', ['3.4']);
  const regie = await arrive(browser, people.regie, `${made.address}/cijfers`, baseURL);
  await expect(regie.page.getByText('Er zijn nog geen cijfers.')).toBeVisible();
  const { page, context } = await arrive(browser, people.ggd, `${made.address}/cijfers`, baseURL);
  await page.getByRole('button', { name: 'Cijfer toevoegen' }).click();
  await expect(page.getByLabel('Wat is er geteld?')).toBeFocused();
  await page.keyboard.type('Scholieren die vorige maand blowden');
  await page.getByLabel('Getal').fill('8,1');
  await page.getByLabel('Eenheid').fill('%');
  await page.getByLabel('Bron').fill('Gezondheidsmonitor Jeugd');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByText('Vul een jaar in')).toBeVisible();
  await expect(page.getByLabel('Jaar')).toBeFocused();
  await expectAccessible(page, 'a figure without a year');
  await page.getByLabel('Jaar').fill('2019');
  await page
    .getByLabel('Bij welke paragraaf?')
    .selectOption({ label: '3.4 Drugsgebruik onder scholieren' });
  await page.getByLabel('Bij welke vraag in een gesprek?').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByText('Gezondheidsmonitor Jeugd, 2019')).toBeVisible();
  await expect(regie.page.getByText('8,1 %')).toBeVisible();
  await expect(regie.page.getByText('Oud cijfer')).toBeVisible();
  await expect(regie.page.getByRole('link', { name: /^3\.4/ })).toBeVisible();
  await expectAccessible(regie.page, 'figures');
  // Whoever plans a talk has it at hand.
  await regie.page.goto(`${made.address}/interviews/nieuw`);
  await regie.page.getByRole('checkbox', { name: /^8,1 % – Scholieren/ }).check();
  await expect(regie.page.getByText('1 cijfer gekozen')).toBeVisible();
  await regie.page.goto(`${made.address}/cijfers`);
  await expect(regie.page.getByText('8,1 %')).toBeVisible();
  await page.getByRole('button', { name: /weghalen$/ }).click();
  await expect(regie.page.getByText('8,1 %')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(regie.page.getByText('8,1 %')).toBeVisible();
  await Promise.all([context.close(), regie.context.close()]);
});
