import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { arrive, people, text } from './support/people';
import { makePlan } from './support/plans';

async function expectAccessible(page: Page, state: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
  );
  expect(found, state).toEqual([]);
}

test('who leads the plan arranges it with the keyboard, and others see it at once', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Wat staat waar');
  await plan.giveAll('advising');
  const { page: noor } = await arrive(browser, people.regie, `${plan.address}/inhoud`, baseURL);
  const { page: bram } = await arrive(browser, people.ggd, `${plan.address}/3-4`, baseURL);
  await text(bram, '3.4');
  const outline = bram.getByRole('navigation', { name: 'Inhoudsopgave' });
  const list = noor.getByRole('listbox', { name: 'Paragrafen' });
  const chosen = list.getByRole('option', { selected: true });
  const told = noor.getByRole('status');
  await list.focus();
  for (let steps = 0; steps < 60; steps++) {
    if ((await chosen.textContent())?.startsWith('3.4')) {
      break;
    }
    await noor.keyboard.press('ArrowDown');
  }
  const name = ((await chosen.textContent()) ?? '').replace('3.4', '').trim();

  // Up one place, with its number; numbered anew; and both undone.
  await noor.keyboard.press('Alt+ArrowUp');
  await expect(told).toContainText(`3.4 ${name} staat nu na`);
  await expect(outline.getByRole('link', { name: /^3\.[234]/ })).toContainText([
    '3.2',
    '3.4',
    '3.3',
  ]);
  await noor.getByRole('button', { name: 'Nummers bijwerken' }).click();
  await expect(outline.getByRole('link', { name: `3.3 ${name}` })).toBeVisible();
  await expect(bram.getByRole('heading', { level: 1, name: `3.3 ${name}` })).toBeVisible();
  await expectAccessible(noor, 'arranging, something done');
  await list.focus();
  await noor.keyboard.press('Control+z');
  await expect(outline.getByRole('link', { name: `3.4 ${name}` })).toBeVisible();
  await noor.keyboard.press('Control+z');
  await expect(outline.getByRole('link', { name: /^3\.[234]/ })).toContainText([
    '3.2',
    '3.3',
    '3.4',
  ]);

  // Another name.
  await noor.keyboard.press('F2');
  await expect(noor.getByLabel('Titel', { exact: true })).toBeFocused();
  await noor.keyboard.press('Control+a');
  await noor.keyboard.type('Wat wij al doen');
  await noor.keyboard.press('Enter');
  await expect(bram.getByRole('heading', { level: 1, name: '3.4 Wat wij al doen' })).toBeVisible();

  // Off: nobody but who leads the plan sees it, and on again nothing is lost.
  await noor.getByLabel(/Waar staat dit onderwerp dan/).fill('Lokale preventieagenda');
  await noor.keyboard.press('Enter');
  await expect(list).toBeFocused();
  await expect(bram.getByText('U kunt deze paragraaf niet meer zien')).toBeVisible();
  await expect(outline.getByRole('link', { name: /Wat wij al doen/ })).toBeHidden();
  const off = noor.getByRole('region', { name: 'Uitgezet' });
  await expect(off).toContainText('Staat in: Lokale preventieagenda');
  await expectAccessible(noor, 'arranging, something off');
  await off.getByRole('button', { name: 'Weer aanzetten 3.4 Wat wij al doen' }).press('Enter');
  await expect(off).toBeHidden();
  await expect(list).toBeFocused();
  await expect(await text(bram, '3.4')).toBeVisible();

  // Who does not lead the plan is told who does.
  await bram.goto(`${plan.address}/inhoud`);
  await expect(bram.getByText(/Alleen wie dit plan leidt.*Noor Hendriksen/)).toBeVisible();
});
