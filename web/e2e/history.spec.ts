import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import {
  arrive,
  expectSaved,
  expectUnsaved,
  expectWords,
  people,
  startParagraph,
  text,
} from './support/people';
import { makePlan } from './support/plans';

const panel = (page: Page) => page.getByRole('region', { name: 'Versies' });

test('a text is named, changed, read back by who did what, and brought back', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Wie schreef wat');
  await plan.giveAll('executing');
  const address = `${plan.address}/3-4`;
  const { page: noor } = await arrive(browser, people.regie, address, baseURL);
  const { page: bram } = await arrive(browser, people.ggd, address, baseURL);
  const sheet = await text(bram, '3.4');
  await text(noor, '3.4');

  // Noor names the text; Bram has the name at once.
  await noor.getByRole('button', { name: 'Versies', exact: true }).click();
  await panel(noor).getByLabel('Geef de tekst van nu een naam').fill('Voor de zomer');
  await panel(noor).getByRole('button', { name: 'Versie bewaren' }).press('Enter');
  await bram.getByRole('button', { name: 'Versies', exact: true }).click();
  await expect(panel(bram)).toContainText('Versie 1: Voor de zomer');

  // Bram writes: the section becomes a draft, and Noor sees who wrote what.
  await startParagraph(sheet);
  await bram.keyboard.type('Jongeren gebruiken minder.');
  await expectSaved(bram);
  await expect(bram.getByRole('button', { name: /^Stand: concept/ })).toBeVisible();
  await expectAccessible(bram, 'the panel of versions');
  await panel(noor).getByRole('link', { name: 'Verschil met nu: Versie 1: Voor de zomer' }).click();
  await expect(noor.getByRole('heading', { level: 1, name: 'Wat is er veranderd' })).toBeFocused();
  await expect(noor.locator('ins')).toHaveText('Jongeren gebruiken minder.');
  await expect(
    noor.getByRole('listitem').filter({ hasText: 'Bram Oosterveld (GGD Demoland)' }),
  ).toBeVisible();
  await expect(noor.getByRole('status').filter({ hasText: '3 woorden erbij' })).toBeVisible();
  await expectAccessible(noor, 'a difference');

  // Bram brings the version back and undoes that; Noor's editor follows.
  await noor.getByRole('link', { name: 'Terug naar de paragraaf' }).click();
  const hers = await text(noor, '3.4');
  await expectWords(hers, 'Jongeren gebruiken minder.');
  await panel(bram)
    .getByRole('button', { name: 'Terugzetten: Versie 1: Voor de zomer' })
    .press('Enter');
  await expect(hers).not.toContainText('Jongeren gebruiken minder.');
  await panel(bram).getByRole('button', { name: 'Terugzetten ongedaan maken' }).click();
  await expectWords(hers, 'Jongeren gebruiken minder.');
  await expect(panel(bram)).toContainText('De tekst is weer als voor het terugzetten.');

  // A version of the plan.
  await noor.goto(`${plan.address}/versies`);
  await noor.getByLabel('Naam van de versie').fill('Naar de raad');
  await noor.getByLabel(/Dit is het definitieve plan/).check();
  await noor.getByRole('button', { name: 'Versie bewaren' }).click();
  await expect(noor.getByRole('alert')).toContainText(/nog \d+ invulplekken open/);
  await noor.getByLabel(/Dit is het definitieve plan/).uncheck();
  await noor.getByRole('button', { name: 'Versie bewaren' }).click();
  await expect(noor.getByRole('heading', { name: 'Versie 1: Naar de raad' })).toBeVisible();
  await expect(noor.getByText('Sindsdien is er niets veranderd.')).toBeVisible();
  await expectAccessible(noor, 'the versions of a plan');
});

test('what is fixed takes no more words, until it is reopened', async ({ browser, baseURL }) => {
  const plan = await makePlan(baseURL ?? '', 'Vast is vast');
  await plan.giveAll('executing');
  const address = `${plan.address}/3-4`;
  const { page: noor } = await arrive(browser, people.regie, address, baseURL);
  const { page: bram } = await arrive(browser, people.ggd, address, baseURL);
  const sheet = await text(bram, '3.4');
  await text(noor, '3.4');

  // Bram goes to review and no further.
  await bram.getByRole('button', { name: /^Stand: te doen/ }).click();
  await expect(bram.getByRole('button', { name: /Vaststellen/ })).toBeHidden();
  await bram.getByRole('button', { name: 'ter inzage' }).press('Enter');
  await noor.getByRole('button', { name: /^Stand: ter inzage/ }).click();
  await noor.getByRole('button', { name: 'Vaststellen…' }).click();
  const dialog = noor.getByRole('dialog', { name: 'Paragraaf vaststellen' });
  await expect(dialog).toContainText('invulplek');
  await expectAccessible(noor, 'asking before fixing');
  await dialog.getByLabel('Naam van deze versie').fill('Besluit van de raad');
  await dialog.getByRole('button', { name: 'Vaststellen' }).click();

  // In place, for both of them.
  for (const page of [noor, bram]) {
    await expect(page.getByText('Deze paragraaf is vastgesteld')).toBeVisible();
    await expect(page.getByText(/versie 1, “Besluit van de raad”/)).toBeVisible();
  }
  await expect(sheet).toHaveAttribute('contenteditable', 'false');
  await expect(bram.getByText(/Noor Hendriksen.* kan de paragraaf heropenen/)).toBeVisible();
  await expectAccessible(bram, 'a fixed section');
  await noor.getByRole('button', { name: 'Heropenen', exact: true }).first().click();
  await expect(bram.getByText('Deze paragraaf is vastgesteld')).toBeHidden();
  await startParagraph(sheet);
  await bram.keyboard.type('En verder.');
  await expectSaved(bram);
  await expectWords(await text(noor, '3.4'), 'En verder.');
});

test('what was typed offline in a text that was fixed meanwhile goes as a suggestion', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Intussen vastgesteld');
  await plan.giveAll('executing');
  const address = `${plan.address}/3-4`;
  const { page: bram, context } = await arrive(browser, people.ggd, address, baseURL);
  const sheet = await text(bram, '3.4');
  await startParagraph(sheet);
  await bram.keyboard.type('Zo staat het er.');
  await expectSaved(bram);
  await context.setOffline(true);
  await bram.keyboard.type(' En dit kwam er in de trein bij.');
  await expectUnsaved(bram);

  const { page: noor } = await arrive(browser, people.regie, address, baseURL);
  const noorsText = await text(noor, '3.4');
  await noor.getByRole('button', { name: /^Stand: concept/ }).click();
  await noor.getByRole('button', { name: 'Vaststellen…' }).click();
  const dialog = noor.getByRole('dialog', { name: 'Paragraaf vaststellen' });
  await dialog.getByLabel('Naam van deze versie').fill('Besluit van de raad');
  await dialog.getByRole('button', { name: 'Vaststellen' }).click();
  await expect(noor.getByText('Deze paragraaf is vastgesteld')).toBeVisible();

  // The text stays as it was fixed; his words stay with him until he sends them.
  await context.setOffline(false);
  await expect(bram.getByText('Deze paragraaf is vastgesteld')).toBeVisible();
  const kept = bram.locator('.bt-notice__words');
  await expect(kept).toContainText('En dit kwam er in de trein bij.');
  await expect(sheet).not.toContainText('in de trein');
  await expectAccessible(bram, 'words that a fixed text did not take');
  await bram.getByRole('button', { name: 'Als voorstel sturen' }).click();
  await bram.getByRole('button', { name: 'Voorstel versturen' }).click();
  await expect(kept).toHaveCount(0);

  // Who coordinates sees them as a suggestion, and the text as it was.
  await expect(noorsText).toContainText('Zo staat het er.');
  await expect(noorsText.locator('ins')).toContainText('En dit kwam er in de trein bij.');
  await noor.getByRole('button', { name: 'Heropenen', exact: true }).first().click();
  await noor.getByRole('button', { name: /^Voorstellen.*1/ }).click();
  await noor.getByRole('button', { name: 'Overnemen' }).click();
  for (const page of [noor, bram]) {
    await expectWords(await text(page, '3.4'), 'En dit kwam er in de trein bij.');
  }
});
