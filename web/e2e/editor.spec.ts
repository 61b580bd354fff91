import { expect, type Locator, test } from '@playwright/test';
import {
  wordLists as lists,
  wordReview as review,
  wordText as words,
} from '../src/editor/paste/fixtures/word';
import { copied, paste } from './support/clipboard';
import {
  arrive,
  expectCaretIn,
  expectSaved,
  expectUnsaved,
  expectWords,
  newPlan,
  people,
  startParagraph,
  text,
} from './support/people';

/// How many columns and rows each cell of the first table spans.
function spans(sheet: Locator): Promise<string[]> {
  return sheet
    .getByRole('table')
    .first()
    .evaluate((table: HTMLTableElement) =>
      [...table.rows].map((row) =>
        [...row.cells].map((cell) => `${cell.colSpan}x${cell.rowSpan}`).join(' '),
      ),
    );
}

/// Clicks where the first or the last line of these words begins or ends; they may be wrapped. What
/// others type moves a table's columns, so like anybody at a mouse it looks where the caret is.
async function caretAt(place: Locator, end: 'first' | 'last'): Promise<void> {
  await expect(async () => {
    const box = await place.boundingBox();
    const last = { x: (box?.width ?? 2) - 2, y: (box?.height ?? 8) - 8 };
    await place.click({ position: end === 'first' ? { x: 1, y: 8 } : last });
    await expectCaretIn(place);
  }).toPass();
}

/// The other's caret may stand in these words, with its owner's name: so they are looked for as a
/// part of what is there.
async function typeAfter(sheet: Locator, place: string | RegExp, typed: string): Promise<void> {
  await caretAt(sheet.getByRole('table').getByText(place).first(), 'last');
  await sheet.pressSequentially(typed);
}

test('two people fill the matrix with its merged cells at once', async ({ browser, baseURL }) => {
  const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
  const address = `${await newPlan(bram.page, 'De matrix')}/5-8`;
  await bram.page.goto(address);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const bramsText = await text(bram.page, '5.8');
  const yasminasText = await text(yasmina.page, '5.8');
  const shape = await spans(bramsText);
  expect(shape.some((row) => row.includes('3x1'))).toBe(true);
  expect(shape.some((row) => row.includes('1x2'))).toBe(true);

  // In two cells, then in the same one.
  await Promise.all([
    typeAfter(bramsText, /^jongerenwerk$/, ' in elke wijk'),
    typeAfter(yasminasText, 'voorzieningen voor alle inwoners', ' en bezoekers'),
  ]);
  for (const sheet of [bramsText, yasminasText]) {
    await expectWords(sheet, 'jongerenwerk in elke wijk');
    await expectWords(sheet, 'voorzieningen voor alle inwoners en bezoekers');
  }
  await Promise.all([
    typeAfter(bramsText, 'jongerenwerk in elke wijk', ', ook in het weekend'),
    caretAt(yasminasText.getByRole('table').getByText('jongerenwerk in elke wijk'), 'first').then(
      () => yasminasText.pressSequentially('meer '),
    ),
  ]);
  const whole = 'meer jongerenwerk in elke wijk, ook in het weekend';
  await expectWords(bramsText, whole);
  await expectWords(yasminasText, whole);
  expect(await spans(bramsText)).toEqual(shape);
  expect(await spans(yasminasText)).toEqual(shape);

  // One adds a row through a spanning cell while the other types in it.
  await yasminasText.getByRole('table').getByText('Werkomgeving').click();
  await yasmina.page.getByRole('button', { name: 'Tabel', exact: true }).click();
  await Promise.all([
    yasmina.page.getByRole('button', { name: 'Rij eronder' }).click(),
    typeAfter(bramsText, 'Werkomgeving', ' en kantines'),
  ]);
  await expect.poll(() => spans(bramsText).then((rows) => rows.length)).toBe(shape.length + 1);
  await expectWords(yasminasText, 'Werkomgeving en kantines');
  expect(await spans(yasminasText)).toEqual(await spans(bramsText));
  await expectSaved(bram.page);
  await expectSaved(yasmina.page);
  await Promise.all([bram.context.close(), yasmina.context.close()]);
});

test('what comes from Word comes in clean, for the other person, too', async ({
  browser,
  baseURL,
}) => {
  const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
  const address = `${await newPlan(bram.page, 'Uit Word')}/3-9`;
  await bram.page.goto(address);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const bramsText = await text(bram.page, '3.9');
  const yasminasText = await text(yasmina.page, '3.9');
  for (const pasted of [words, lists, review]) {
    await startParagraph(bramsText);
    await paste(bramsText, pasted);
  }
  for (const sheet of [bramsText, yasminasText]) {
    await expect(sheet.getByRole('heading', { name: 'Alcohol en drugs', level: 2 })).toBeVisible();
    await expect(sheet.getByRole('heading', { name: 'Kleine kop', level: 4 })).toBeVisible();
    await expect(sheet.getByRole('link', { name: 'Trimbos', exact: true })).toHaveAttribute(
      'href',
      'https://www.trimbos.nl/',
    );
    const schools = sheet.getByRole('listitem').filter({ hasText: 'Scholen' });
    await expect(schools.getByRole('listitem')).toHaveText(['Voortgezet onderwijs', 'Mbo']);
    await expectWords(sheet, 'De gemeente gaat minder');
    await expect(sheet.getByText('Klopt dit?')).toHaveCount(0);
    await expect(sheet.getByRole('img')).toHaveCount(0);
    const html = await sheet.evaluate((element) => element.innerHTML);
    expect(html).not.toMatch(/Mso|mso-|Comic Sans|javascript:|onclick|<font/);
  }
  await expect(bramsText.getByText('Vet', { exact: true })).toHaveCSS('font-weight', '700');
  const colour = (locator: Locator) => locator.evaluate((at) => getComputedStyle(at).color);
  expect(await colour(bramsText.getByText('Vet', { exact: true }))).toBe(
    await colour(bramsText.getByText('Tussen de lijsten')),
  );
  await expectSaved(bram.page);
  await Promise.all([bram.context.close(), yasmina.context.close()]);
});

test('undo takes back my own words while another types', async ({ browser, baseURL }) => {
  const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
  const address = `${await newPlan(bram.page, 'Ongedaan')}/3-9`;
  await bram.page.goto(address);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const bramsText = await text(bram.page, '3.9');
  const yasminasText = await text(yasmina.page, '3.9');
  await startParagraph(bramsText);
  await bramsText.pressSequentially('Van Bram.');
  await expectWords(yasminasText, 'Van Bram.');
  await yasminasText.getByText('Van Bram.').click();
  await expectCaretIn(yasminasText.getByText('Van Bram.'));
  await yasminasText.press('End');
  await yasminasText.pressSequentially(' Van');
  await expectWords(bramsText, 'Van Bram. Van');

  const undo = bram.page.getByRole('button', { name: 'Ongedaan maken' });
  await Promise.all([
    yasminasText.pressSequentially(' Yasmina zelf.', { delay: 60 }),
    expect(async () => {
      if (await undo.isEnabled()) {
        await undo.click();
      }
      await expect(undo).toBeDisabled({ timeout: 500 });
    }).toPass(),
  ]);
  for (const sheet of [bramsText, yasminasText]) {
    await expectWords(sheet, 'Van Yasmina zelf.');
    await expect(sheet).not.toContainText('Van Bram.');
  }
  const redo = bram.page.getByRole('button', { name: 'Opnieuw doen' });
  await expect(async () => {
    if (await redo.isEnabled()) {
      await redo.click();
    }
    await expect(redo).toBeDisabled({ timeout: 500 });
  }).toPass();
  for (const sheet of [bramsText, yasminasText]) {
    await expectWords(sheet, 'Van Bram. Van Yasmina zelf.');
  }
  await Promise.all([bram.context.close(), yasmina.context.close()]);
});

test('without a network the page opens again with what was typed, and it arrives later', async ({
  browser,
  baseURL,
}) => {
  const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
  const address = `${await newPlan(bram.page, 'Geen netwerk')}/3-9`;
  await bram.page.goto(address);
  await text(bram.page, '3.9');
  await bram.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await bram.page.reload();
  const bramsText = await text(bram.page, '3.9');
  await expectSaved(bram.page);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const yasminasText = await text(yasmina.page, '3.9');

  await bram.context.setOffline(true);
  await startParagraph(bramsText);
  await bramsText.pressSequentially('Geschreven zonder netwerk.');
  await expectUnsaved(bram.page);
  bram.page.on('dialog', (dialog) => void dialog.accept());
  await bram.page.reload();
  const again = await text(bram.page, '3.9');
  await expectWords(again, 'Geschreven zonder netwerk.');
  await expectUnsaved(bram.page);
  await expect(yasminasText).not.toContainText('Geschreven zonder netwerk.');

  await bram.context.setOffline(false);
  await expectWords(yasminasText, 'Geschreven zonder netwerk.');
  await expectSaved(bram.page);
  await Promise.all([bram.context.close(), yasmina.context.close()]);
});

/// The ids of the fill-ins in the whole text, in their order.
async function fillInIds(sheet: Locator): Promise<string[]> {
  await sheet.press('ControlOrMeta+a');
  const html = await copied(sheet);
  return [...html.matchAll(/<[^>]*data-bt="fill-in"[^>]*>/g)].map(
    ([tag]) => /data-id="([^"]*)"/.exec(tag)?.[1] ?? '',
  );
}

test('a copy of a fill-in is a fill-in of its own', async ({ browser, baseURL }) => {
  const { page, context } = await arrive(browser, people.ggd, '/plannen', baseURL);
  await page.goto(`${await newPlan(page, 'Kopie van een invulplek')}/3-9`);
  const sheet = await text(page, '3.9');
  const before = await fillInIds(sheet);
  expect(before.length).toBeGreaterThan(1);
  expect(before).not.toContain('');
  await sheet.press('ControlOrMeta+a');
  const html = await copied(sheet);
  await sheet.press('ArrowRight');
  await sheet.press('Enter');
  await paste(sheet, html);
  const after = await fillInIds(sheet);
  expect(after).toHaveLength(2 * before.length);
  expect(new Set(after).size).toBe(after.length);
  expect(after.slice(0, before.length)).toEqual(before);
  await expectSaved(page);
  await context.close();
});
