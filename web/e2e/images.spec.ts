import { expect, type Page, test } from '@playwright/test';
import { giveFile } from './support/clipboard';
import {
  arrive,
  expectSaved,
  expectUnsaved,
  expectWords,
  newPlan,
  people,
  startParagraph,
  text,
} from './support/people';

/// A chart of bars, drawn by the browser.
async function chart(page: Page): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 240];
    const pen = canvas.getContext('2d');
    [180, 140, 90, 60].forEach((height, index) => {
      pen?.fillRect(60 + index * 140, 220 - height, 80, height);
    });
    return canvas.toDataURL('image/png');
  });
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

const form = (page: Page) => page.getByRole('form', { name: 'Afbeelding' });
const insert = (page: Page) => page.getByRole('button', { name: 'Afbeelding invoegen' });
const described = 'Wat staat er op de afbeelding?';

test('a picture comes with its description, and others see both', async ({ browser, baseURL }) => {
  const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
  const address = `${await newPlan(bram.page, 'Met een grafiek')}/3-9`;
  await bram.page.goto(address);
  const bramsText = await text(bram.page, '3.9');
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const yasminasText = await text(yasmina.page, '3.9');
  const file = { name: 'grafiek.png', mimeType: 'image/png', buffer: await chart(bram.page) };

  // By keys alone, from the text to the toolbar; without a description nothing is sent.
  await startParagraph(bramsText);
  await bram.page.getByRole('button', { name: 'Afbeelding', exact: true }).focus();
  await bram.page.keyboard.press('Enter');
  await form(bram.page)
    .getByLabel(/bestand kiezen/i)
    .setInputFiles(file);
  await expect(form(bram.page).getByLabel(described)).toBeFocused();
  await insert(bram.page).press('Enter');
  await expect(form(bram.page).getByRole('alert')).toContainText('Beschrijf de afbeelding');
  await form(bram.page).getByLabel(described).fill('Grafiek: 4 jaren, van 180 naar 60');
  await insert(bram.page).press('Enter');
  await expect(form(bram.page)).toBeHidden();
  await expect(bramsText).toBeFocused();

  const seen = yasminasText.getByRole('img', { name: 'Grafiek: 4 jaren, van 180 naar 60' });
  await expect(seen).toBeVisible();
  await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);

  // Who goes on typing, types under it.
  await bram.page.keyboard.type('Onder de grafiek.');
  await expectWords(yasminasText, 'Onder de grafiek.');

  // The description is changed by somebody else.
  await yasminasText.getByRole('button', { name: 'Wijzigen' }).click();
  await form(yasmina.page).getByLabel(described).fill('Grafiek: een daling');
  await yasmina.page.getByRole('button', { name: 'Beschrijving bewaren' }).click();
  await expect(bramsText.getByRole('img', { name: 'Grafiek: een daling' })).toBeVisible();

  // Reading needs no connection to a strange server, and a reload shows it again.
  await expectSaved(yasmina.page);
  await bram.page.reload();
  const again = await text(bram.page, '3.9');
  await expect(again.getByRole('img', { name: 'Grafiek: een daling' })).toBeVisible();
  await Promise.all([bram.context.close(), yasmina.context.close()]);
});

test('pasted and dropped pictures ask for a description, too', async ({ browser, baseURL }) => {
  const { page, context } = await arrive(browser, people.school, '/plannen', baseURL);
  await page.goto(`${await newPlan(page, 'Geplakt')}/3-9`);
  const sheet = await text(page, '3.9');
  const file = { name: '', mimeType: 'image/png', buffer: await chart(page) };
  await startParagraph(sheet);
  await giveFile(sheet, 'paste', file);
  await expect(form(page)).toContainText('geplakte afbeelding');
  await form(page).getByLabel('Alleen versiering').check();
  await insert(page).click();
  await expect(sheet.getByText('Alleen versiering, zonder beschrijving')).toHaveCount(1);

  await giveFile(sheet.getByRole('paragraph').first(), 'drop', { ...file, name: 'neer.png' });
  await expect(form(page)).toContainText('neer.png');
  await form(page).getByLabel(described).fill('Neergezet');
  await insert(page).click();
  await expect(sheet.getByRole('img', { name: 'Neergezet' })).toBeVisible();
  await context.close();
});

test('what cannot be taken is explained, and nothing that was chosen is lost', async ({
  browser,
  baseURL,
}) => {
  const { page, context } = await arrive(browser, people.school, '/plannen', baseURL);
  await page.goto(`${await newPlan(page, 'Fout bestand')}/3-9`);
  const sheet = await text(page, '3.9');
  await startParagraph(sheet);
  await page.getByRole('button', { name: 'Afbeelding', exact: true }).click();
  const choose = form(page).getByLabel(/bestand kiezen/i);
  await choose.setInputFiles({
    name: 'brief.png',
    mimeType: 'image/png',
    buffer: Buffer.from('Geachte heer'),
  });
  await form(page).getByLabel(described).fill('Een brief');
  await insert(page).click();
  await expect(form(page).getByRole('alert')).toContainText('Dit is geen PNG of JPEG.');
  await expect(form(page).getByLabel(described)).toHaveValue('Een brief');

  const file = { name: 'grafiek.png', mimeType: 'image/png', buffer: await chart(page) };
  await context.setOffline(true);
  await choose.setInputFiles(file);
  await insert(page).click();
  await expect(form(page).getByRole('alert')).toContainText('verbinding met het netwerk');
  await page.getByRole('button', { name: 'Sluiten' }).click();
  await sheet.pressSequentially('Intussen verder. ');
  await expectUnsaved(page);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Afbeelding', exact: true }).click();
  await expect(form(page)).toContainText('grafiek.png');
  await expect(form(page).getByLabel(described)).toHaveValue('Een brief');
  await insert(page).click();
  await expect(sheet.getByRole('img', { name: 'Een brief' })).toBeVisible();
  await expectSaved(page);
  await context.close();
});
