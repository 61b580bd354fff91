import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, people, text } from './support/people';

test('a plan begins as its municipality said, with the keyboard and with a pause', async ({
  browser,
  baseURL,
}) => {
  const { page: noor, context } = await arrive(browser, people.regie, '/plannen/nieuw', baseURL);
  await expect(noor.getByText('Dit wordt een plan van Demostad.')).toBeVisible();
  await noor.getByLabel('Naam van het plan').fill('Kort en goed');
  await noor.getByLabel('Eerste jaar').fill('2030');
  await noor.getByLabel('Laatste jaar').fill('2027');
  await noor.keyboard.press('Enter');
  await expect(noor.getByText('Vul een eerste en een laatste jaar in')).toBeVisible();
  await expect(noor.getByLabel('Eerste jaar')).toBeFocused();
  await noor.getByLabel('Eerste jaar').fill('2027');
  await noor.getByLabel('Laatste jaar').fill('2030');
  await noor.keyboard.press('Enter');

  // A part of the plan: the rest stands elsewhere.
  await expect(noor.getByRole('heading', { name: 'Wat erin staat' })).toBeFocused();
  await noor.getByRole('radio', { name: /^Een deel/ }).check();
  await noor.getByRole('checkbox', { name: /^6 / }).press('Space');
  await noor.getByLabel(/^Waar staat “6 .*” dan/).fill('Gezondheidsnota');
  await expect(noor.getByText(/^6\.1 .* gaat uit met het hele deel/)).toBeVisible();
  await expectAccessible(noor, 'what is in it');

  // Whoever leaves half-way finds it back.
  await noor.close();
  const page = await context.newPage();
  await page.goto('/plannen/nieuw?stap=3');
  await page.getByRole('checkbox', { name: /^Voortgezet onderwijs/ }).press('Space');
  await page.getByRole('checkbox').last().press('Space');
  await expectAccessible(page, 'the situation');
  await page.getByRole('button', { name: 'Verder' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Wie meedoet' })).toBeFocused();
  await page.getByRole('checkbox', { name: /^Politie Demostad/ }).press('Space');
  await expectAccessible(page, 'who takes part');
  await page.getByRole('button', { name: 'Plan maken' }).press('Enter');

  // The roles are filled in, but for who does not take part.
  await expect(page.getByRole('heading', { level: 1, name: 'Partners en rollen' })).toBeVisible();
  const cell = (name: RegExp) => page.getByRole('gridcell', { name });
  await expect(cell(/^3\.8 .*Politie Demostad.*geen rol/)).toBeVisible();
  const address = new URL(page.url()).pathname.replace('/rollen', '');

  // Another sees the same plan: what is off is not there, what was chosen is in the text.
  const { page: bram } = await arrive(browser, people.ggd, `${address}/3-11`, baseURL);
  await expect(await text(bram, '3.11')).toContainText(
    'Voortgezet onderwijs, cluster 4-onderwijs, mbo, hbo en wo',
  );
  const outline = bram.getByRole('navigation', { name: 'Inhoudsopgave' });
  await expect(outline.getByRole('link', { name: /^5 / })).toBeVisible();
  await expect(outline.getByRole('link', { name: /^6/ })).toBeHidden();
  await page.goto(`${address}/inhoud`);
  await expect(page.getByRole('region', { name: 'Uitgezet' })).toContainText(
    'Staat in: Gezondheidsnota',
  );
});
