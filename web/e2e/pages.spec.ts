import { expect, test } from '@playwright/test';
import {
  arrive,
  expectSaved,
  expectWords,
  newPlan,
  people,
  signIn,
  startParagraph,
  text,
} from './support/people';

const firstPageMaxBytes = 250 * 1024;

test('the first page is light, asks nobody else and breaks no rule of its policy', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  const foreign: string[] = [];
  let bytes = 0;
  const weighing: Promise<void>[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(baseURL ?? '')) {
      foreign.push(request.url());
    }
  });
  page.on('requestfinished', (request) => {
    weighing.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
        bytes += responseBodySize + responseHeadersSize;
      }),
    );
  });
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await Promise.all(weighing);
  expect(bytes).toBeLessThan(firstPageMaxBytes);

  await signIn(page, people.ggd);
  await page.goto(`${await newPlan(page, 'Netjes')}/3-9`);
  const sheet = await text(page, '3.9');
  await startParagraph(sheet);
  await sheet.pressSequentially('Netjes.');
  await expectSaved(page);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);
});

test('a link to a section leads there through signing in, in the language one chose', async ({
  browser,
  baseURL,
}) => {
  const first = await arrive(browser, people.regie, '/plannen', baseURL);
  const address = `${await newPlan(first.page, 'Twee talen')}/6-1`;
  await first.context.close();

  const { context, page } = await arrive(browser, people.politie, address, baseURL);
  expect(new URL(page.url()).pathname).toBe(address);
  await expect(page.getByRole('heading', { level: 1, name: /^6\.1/ })).toBeVisible();
  await page.getByRole('button', { name: /^Uw account/ }).click();
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('group', { name: 'Saving' })).toContainText('Saved');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  // The server answers in the same language.
  await page.getByLabel('E-mail address').fill('nobody@demo.test');
  await page.getByLabel('Password').fill('wrong wrong wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('not right');
  await context.close();
});

test('a section of one own is added at the end of the last part', async ({ page }) => {
  await page.goto('/');
  await signIn(page, people.regie);
  await newPlan(page, 'Eigen paragraaf');
  await page.getByRole('button', { name: 'Paragraaf toevoegen' }).click();
  await page.getByLabel('Titel van de paragraaf').fill('Onze eigen afspraken');
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: /Onze eigen afspraken$/ }),
  ).toBeVisible();
  const outline = page.getByRole('navigation', { name: 'Inhoudsopgave' });
  await expect(outline.getByRole('link', { name: /Onze eigen afspraken/ })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('a session that ends leaves the text on the screen and goes on after signing in', async ({
  browser,
  baseURL,
}) => {
  const { context, page } = await arrive(browser, people.school, '/plannen', baseURL);
  await page.goto(`${await newPlan(page, 'Verlopen')}/3-9`);
  const sheet = await text(page, '3.9');
  await startParagraph(sheet);
  await sheet.pressSequentially('Nog in mijn hoofd.');
  await expectSaved(page);
  await page.request.delete('/v1/session', {
    headers: { 'X-Requested-With': 'beleidstafel', Origin: new URL(page.url()).origin },
  });
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const banner = page.getByRole('alert').filter({ hasText: 'U bent uitgelogd' });
  await expect(banner).toBeVisible();
  await expect(sheet).toContainText('Nog in mijn hoofd.');

  const [other] = await Promise.all([
    context.waitForEvent('page'),
    banner.getByRole('link', { name: /Opnieuw inloggen/ }).click(),
  ]);
  await signIn(other, people.school);
  await expect(banner).toHaveCount(0);
  await sheet.press('End');
  await sheet.pressSequentially(' En nu ook opgeslagen.');
  await expectSaved(page);
  await expectWords(await text(other, '3.9'), 'En nu ook opgeslagen.');
  await context.close();
});
