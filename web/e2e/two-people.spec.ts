import { expect, type Locator, test } from '@playwright/test';
import {
  arrive,
  expectSaved,
  expectWords,
  newPlan,
  people,
  startParagraph,
  text,
} from './support/people';

test('two people of different organisations write in one paragraph', async ({
  browser,
  baseURL,
}) => {
  const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
  const plan = await newPlan(bram.page, 'Samen aan één alinea');
  const address = `${plan}/3-9`;
  await bram.page.goto(address);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  expect(new URL(yasmina.page.url()).pathname).toBe(address);

  const bramsText = await text(bram.page, '3.9');
  const yasminasText = await text(yasmina.page, '3.9');

  await startParagraph(bramsText);
  await bramsText.pressSequentially('De GGD ziet meer vragen van ouders.');
  await expectWords(yasminasText, 'De GGD ziet meer vragen van ouders.');

  await paragraphOf(yasminasText).click();
  await yasminasText.press('End');
  await yasminasText.pressSequentially(' De politie ziet meer handel.');
  const whole = 'De GGD ziet meer vragen van ouders. De politie ziet meer handel.';
  await expectWords(bramsText, whole);

  // Who is where: the flag at the cursor, and the list of people.
  await expect(bramsText.getByText('Yasmina El Idrissi, Politie Demostad')).toBeAttached();
  await bram.page.getByRole('button', { name: 'Wie is hier: 2 personen' }).click();
  const list = bram.page.getByRole('list', { name: 'Nu in deze paragraaf' });
  await expect(list.getByRole('listitem').filter({ hasText: 'Yasmina' })).toContainText(
    'Politie Demostad',
  );
  await expect(list.getByRole('listitem').filter({ hasText: 'Bram' })).toContainText('(u)');
  await bram.page.keyboard.press('Escape');

  // Both at once, in the same words.
  await Promise.all([paragraphOf(bramsText).click(), paragraphOf(yasminasText).click()]);
  await Promise.all([bramsText.press('Home'), yasminasText.press('End')]);
  await Promise.all([
    bramsText.pressSequentially('Samen: '),
    yasminasText.pressSequentially(' Dat is nieuw.'),
  ]);
  const result = `Samen: ${whole} Dat is nieuw.`;
  await expectWords(bramsText, result);
  await expectWords(yasminasText, result);
  await expectSaved(bram.page);
  await expectSaved(yasmina.page);

  // What was shown as saved is there for whoever comes later.
  await bram.page.reload();
  await expectWords(await text(bram.page, '3.9'), result);

  // Who leaves is gone from the list.
  await yasmina.context.close();
  await expect(bram.page.getByRole('button', { name: 'Wie is hier: 1 persoon' })).toBeVisible();
  await bram.context.close();
});

/// The paragraph that both write in; clicked at its start, where no cursor's flag stands.
function paragraphOf(sheet: Locator) {
  return sheet.getByRole('paragraph').filter({ hasText: 'ziet meer vragen' });
}
