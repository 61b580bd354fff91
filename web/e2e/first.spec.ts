import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import {
  arrive,
  expectSaved,
  expectWords,
  newPlan,
  people,
  startParagraph,
  text,
} from './support/people';
import { makePlan } from './support/plans';

/// Somebody's browser without anything kept in it but the session.
async function fresh(browser: Browser, known: BrowserContext, baseURL?: string): Promise<Page> {
  const { cookies } = await known.storageState();
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  await context.addCookies(cookies);
  return context.newPage();
}

/// Keeps the editor's script back until somebody lets it go.
async function holdEditor(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/LivePlan-*.js', async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/// Notes, frame by frame, where the first words of the text stand.
async function watchWords(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const seen = new Set<number>();
    const note = () => {
      const page = document.querySelector('#first') ?? document.querySelector('#root');
      const block = page?.querySelector('.bt-sheet > *');
      seen.add(block ? Math.round(block.getBoundingClientRect().top) : Number.NaN);
      requestAnimationFrame(note);
    };
    note();
    Object.assign(window, { seen });
  });
  return () => page.evaluate(() => [...(window as unknown as { seen: Set<number> }).seen]);
}

for (const [name, viewport] of [
  ['a wide screen', { width: 1280, height: 900 }],
  ['a phone', { width: 390, height: 800 }],
] as const) {
  test(`the text stands before the editor, which takes its place: ${name}`, async ({
    browser,
    baseURL,
  }) => {
    const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
    const address = `${await newPlan(bram.page, `Vooraf, ${name}`)}/3-4`;
    const page = await fresh(browser, bram.context, baseURL);
    await page.setViewportSize(viewport);
    const letGo = await holdEditor(page);
    await page.goto(address, { waitUntil: 'commit' });
    const first = page.locator('#first');
    await expect(first.locator('h1')).toContainText('3.4');
    await expect(first.locator('.bt-sheet > p').first()).toBeVisible();
    await expect(page).toHaveTitle(/^3\.4 /);
    // For the eye alone: nothing to reach, and nothing that is read out twice.
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: /^3\.4/ })).toHaveCount(0);
    await expectAccessible(page, `before the editor, ${name}`, [
      // There is no heading yet for who hears the page: that comes with the app's.
      'page-has-heading-one',
      'landmark-one-main',
      'region',
    ]);
    await page.evaluate(() => window.scrollTo(0, 160));
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(160);
    const seen = await watchWords(page);
    letGo();

    const sheet = await text(page, '3.4');
    await expect(first).toHaveCount(0);
    await startParagraph(sheet);
    // Half a pixel is what a browser rounds.
    const tops = await seen();
    expect(Math.max(...tops) - Math.min(...tops), String(tops)).toBeLessThanOrEqual(1);
    await sheet.pressSequentially('En nu verder.');
    await expectSaved(page);
    await expectWords(await text(page, '3.4'), 'En nu verder.');

    // What was written stands there at once for who comes next.
    await page.reload({ waitUntil: 'commit' });
    await expect(first.getByText('En nu verder.')).toBeAttached();
    await expect(page.getByRole('textbox', { name: /^3\.4/ })).toBeVisible();
  });
}

test('of a section that one may not read nothing is shown', async ({ browser, baseURL }) => {
  const noor = await arrive(browser, people.regie, '/plannen', baseURL);
  const plan = await makePlan(new URL(noor.page.url()).origin, 'Niet voor iedereen');
  const path = `/v1/plans/${plan.id}`;
  const { sections } = await (await noor.page.request.get(path)).json();
  const hidden = sections.find(({ key }: { key: string }) => key === '3.8');
  const { version } = await (await noor.page.request.get(`${path}/roles`)).json();
  const answer = await noor.page.request.put(`${path}/sections/${hidden.id}/visibility`, {
    headers: { 'X-Requested-With': 'beleidstafel', Origin: new URL(noor.page.url()).origin },
    data: { version, hidden: true },
  });
  expect(answer.status(), await answer.text()).toBe(200);

  const yasmina = await arrive(browser, people.politie, '/plannen', baseURL);
  const page = await fresh(browser, yasmina.context, baseURL);
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('#first') !== null) {
        Object.assign(window, { shown: true });
      }
    }).observe(document, { childList: true, subtree: true });
  });
  const asked = page.waitForResponse(/\/sections\/3-8\/text$/);
  await page.goto(`${plan.address}/3-8`);
  expect((await asked).status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => 'shown' in window)).toBe(false);
  await expect(page.getByText(hidden.title)).toHaveCount(0);
});
