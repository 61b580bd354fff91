import { expect, type Page, test } from '@playwright/test';
import {
  expectSaved,
  expectWords,
  newPlan,
  people,
  signIn,
  startParagraph,
  text,
} from './support/people';

test.use({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });

test('writing on a phone, with a thumb', async ({ page }) => {
  await page.goto('/');
  await signIn(page, people.regie);
  await page.goto('/plannen/nieuw');
  await page.getByLabel('Naam van het plan').fill('Op de telefoon');
  await page.getByRole('button', { name: 'Plan maken' }).tap();

  const bar = page.getByRole('navigation', { name: 'Snel naar' });
  await bar.getByRole('button', { name: 'Inhoud' }).tap();
  const drawer = page.getByRole('dialog', { name: 'Inhoudsopgave' });
  await drawer.getByRole('link', { name: /^3\.9/ }).tap();
  await expect(drawer).toHaveCount(0);

  const sheet = await text(page, '3.9');
  await startParagraph(sheet);
  await sheet.pressSequentially('Getypt met een duim.');
  await expectSaved(page);

  // Nothing sticks out to the side, and what is tapped is large enough.
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(sideways).toBeLessThanOrEqual(320);
  for (const target of await bar.getByRole('link').all()) {
    const box = await target.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }

  await bar.getByRole('link', { name: /Volgende/ }).tap();
  await expect(page.getByRole('heading', { level: 1, name: /^3\.10/ })).toBeVisible();
  await bar.getByRole('link', { name: /Vorige/ }).tap();
  await expectWords(await text(page, '3.9'), 'Getypt met een duim.');
});

test('every page fits in 320 pixels', async ({ page }) => {
  const fits = async () => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, page.url()).toBeLessThanOrEqual(320);
  };
  await page.goto('/inloggen');
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await fits();
  await signIn(page, people.regie);
  await expect(page.getByRole('heading', { level: 1, name: 'Mijn pagina' })).toBeVisible();
  await fits();
  const plan = await newPlan(page, 'Op een smal scherm');
  await fits();
  await page.goto(`${plan}/rollen`);
  await page.getByLabel('Paragraaf', { exact: true }).selectOption({ index: 20 });
  await page.getByText(people.politie.organisation).tap();
  await expect(page.getByRole('checkbox', { name: /^uitvoerend/ })).toBeVisible();
  await fits();
  await newPlanPage(page);
  await fits();
  await page.goto('/welkom#token=x');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await fits();
});

async function newPlanPage(page: Page): Promise<void> {
  await page.goto('/plannen/nieuw');
  await expect(page.getByLabel('Naam van het plan')).toBeVisible();
}
