import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, expectSaved, people, startParagraph, text } from './support/people';
import { type MadePlan, makePlan } from './support/plans';

/// A comment on a section as a whole, beside any page.
async function comment(page: Page, plan: MadePlan, key: string, words: string): Promise<void> {
  const status = await page.evaluate(
    async ([id, wanted, said]) => {
      const { sections } = await (await fetch(`/v1/plans/${id}`)).json();
      const section = sections.find((each: { key: string }) => each.key === wanted);
      const answer = await fetch(`/v1/sections/${section.id}/threads`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'beleidstafel' },
        body: JSON.stringify({ text: said }),
      });
      return answer.status;
    },
    [plan.id, key, words],
  );
  expect(status).toBe(201);
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

  // Who leads the plan finds the way back from the address of what is off.
  await noor.getByRole('option', { name: /^3\.4/ }).click();
  await noor.keyboard.press('Delete');
  await expect(off).toBeVisible();
  await noor.goto(`${plan.address}/3-4`);
  await noor.getByRole('link', { name: /^Weer aanzetten/ }).click();
  await expect(off).toBeVisible();

  // Who does not lead the plan is told who does.
  await bram.goto(`${plan.address}/inhoud`);
  await expect(bram.getByText(/Alleen wie dit plan leidt.*Noor Hendriksen/)).toBeVisible();
});

test('the overview counts what others do, and every number leads to it', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Hoe ver zijn we');
  await plan.give(people.ggd.organisation, 'executing', ['3.4', '3.5']);
  const { page: bram } = await arrive(browser, people.ggd, `${plan.address}/3-4`, baseURL);
  const { page: noor } = await arrive(browser, people.regie, plan.address, baseURL);
  const outline = noor.getByRole('navigation', { name: 'Inhoudsopgave' });
  await outline.getByRole('link', { name: 'Overzicht' }).click();
  await expect(noor.getByRole('heading', { level: 1, name: 'Overzicht' })).toBeFocused();
  const row = noor.getByRole('row', { name: /^3\.4 / });
  await expect(row).toContainText('te doen');

  // Bram writes and comments: it is counted at once, and told whose words they are.
  const sheet = await text(bram, '3.4');
  await startParagraph(sheet);
  await sheet.pressSequentially('De GGD heeft cijfers.');
  await expectSaved(bram);
  await comment(bram, plan, '3.4', 'Welk jaar is dit?');
  await expect(row.getByRole('link', { name: /^Opmerkingen: 1 open bij 3\.4/ })).toBeVisible();
  await expect(row).toContainText('concept');
  await expect(row).toContainText('Bram Oosterveld');
  await expectAccessible(noor, 'overview');

  // The plan's numbers lead to the sections that they count.
  await noor.getByRole('link', { name: 'Open opmerkingen 1' }).click();
  await expect(noor.getByRole('row')).toHaveCount(2);
  await noor.getByRole('link', { name: 'akkoord 0' }).click();
  await expect(noor.getByText('Er is geen paragraaf die hierbij past.')).toBeVisible();
  await noor.getByRole('link', { name: 'Alle paragrafen tonen' }).click();
  await row.getByRole('link', { name: /^Opmerkingen: 1 open/ }).click();
  await expect(noor).toHaveURL(/\/3-4\?paneel=opmerkingen$/);

  // On a phone, and with a role of one's own.
  await bram.setViewportSize({ width: 320, height: 700 });
  await bram.goto(`${plan.address}/overzicht?toon=mine`);
  await expect(bram.getByRole('listitem').filter({ hasText: 'uitvoerend' })).toHaveCount(2);
  await expectAccessible(bram, 'overview on a phone');
  expect(await bram.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('the plan reads as its result, for who may read it, on a phone and on paper', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Zoals het wordt');
  await plan.give(people.ggd.organisation, 'executing', ['3.7']);
  const { page: bram } = await arrive(browser, people.ggd, `${plan.address}/3-7`, baseURL);
  const sheet = await text(bram, '3.7');
  await startParagraph(sheet);
  await sheet.pressSequentially('Wij werken samen met de scholen.');
  await expectSaved(bram);
  const outline = bram.getByRole('navigation', { name: 'Inhoudsopgave' });
  await outline.getByRole('link', { name: 'Lezen en afdrukken' }).click();
  await expect(bram.getByRole('heading', { level: 1, name: 'Zoals het wordt' })).toBeFocused();
  await expect(bram.getByRole('button', { name: 'Afdrukken' })).not.toHaveAttribute(
    'aria-disabled',
  );
  const section = bram.getByRole('region', { name: /^3\.7 / });
  await expect(section).toContainText('Wij werken samen met de scholen.');
  await expect(section).toContainText('Nog in te vullen:');
  await expect(section.getByRole('heading', { level: 3 })).toHaveText(/^3\.7 /);
  await expectAccessible(bram, 'reading');

  // Explanations are not there; references lead on, on the same page.
  const read = (await bram.getByRole('article').textContent()) ?? '';
  expect(read).not.toContain('Uitleg');
  await bram.getByRole('link', { name: /^B2 / }).last().click();
  await expect(bram).toHaveURL(/#p-B2$/);

  // On paper there is nothing but the plan.
  await bram.emulateMedia({ media: 'print' });
  await expect(bram.getByRole('banner')).toBeHidden();
  await expect(bram.getByRole('button', { name: 'Afdrukken' })).toBeHidden();
  await expect(bram.getByText(/^Afgedrukt op /)).toBeVisible();
  await bram.emulateMedia({ media: 'screen' });
  await bram.setViewportSize({ width: 320, height: 700 });
  expect(await bram.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  // What is switched off meanwhile goes from the page.
  const { page: noor } = await arrive(browser, people.regie, `${plan.address}/inhoud`, baseURL);
  await noor.getByRole('option', { name: /^3\.7/ }).click();
  await noor.keyboard.press('Delete');
  await expect(section).toBeHidden();
  await expect(bram.getByText('Wij werken samen met de scholen.')).toBeHidden();
});
