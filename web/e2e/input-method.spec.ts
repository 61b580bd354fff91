import { expect, test } from '@playwright/test';
import {
  arrive,
  expectCaretIn,
  expectSaved,
  expectWords,
  newPlan,
  people,
  startParagraph,
  text,
} from './support/people';

test('words that come by an input method survive what others type meanwhile', async ({
  browser,
  baseURL,
}) => {
  const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
  const plan = await newPlan(bram.page, 'Met een invoermethode');
  const address = `${plan}/3-9`;
  await bram.page.goto(address);
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const bramsText = await text(bram.page, '3.9');
  const yasminasText = await text(yasmina.page, '3.9');

  await startParagraph(bramsText);
  await bramsText.pressSequentially('Gesprek: ');
  await expectWords(yasminasText, 'Gesprek: ');

  // A composition is open while somebody else types in the same paragraph.
  const devtools = await bram.context.newCDPSession(bram.page);
  await devtools.send('Input.imeSetComposition', {
    text: 'jong',
    selectionStart: 4,
    selectionEnd: 4,
  });
  await yasminasText.getByText('Gesprek:').click();
  await expectCaretIn(yasminasText.getByText('Gesprek:'));
  await yasminasText.press('Home');
  await yasminasText.pressSequentially('Nieuw. ');
  await expect(yasminasText).toContainText('Nieuw. Gesprek:');
  await devtools.send('Input.imeSetComposition', {
    text: 'jongeren',
    selectionStart: 8,
    selectionEnd: 8,
  });
  await devtools.send('Input.insertText', { text: 'jongeren' });
  await bramsText.pressSequentially(' hangen hier rond.');

  const whole = 'Nieuw. Gesprek: jongeren hangen hier rond.';
  await expectWords(bramsText, whole);
  await expectWords(yasminasText, whole);
  await expectSaved(bram.page);
  await expectSaved(yasmina.page);
  await Promise.all([bram.context.close(), yasmina.context.close()]);
});
