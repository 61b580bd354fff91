import { expect, test } from '@playwright/test';
import {
  arrive,
  expectSaved,
  expectUnsaved,
  expectWords,
  newPlan,
  people,
  saving,
  startParagraph,
  text,
} from './support/people';
import { Server } from './support/server';

test.skip(
  Boolean(process.env['BELEIDSTAFEL_E2E_FOREIGN']),
  'the server under test is not ours to kill',
);

test('a server killed while two people type loses nothing', async ({ browser }) => {
  test.setTimeout(300_000);
  const server = await Server.start();
  try {
    const bram = await arrive(browser, people.ggd, '/plannen', server.url);
    const address = `${await newPlan(bram.page, 'Stroomuitval')}/3-9`;
    await bram.page.goto(address);
    const yasmina = await arrive(browser, people.politie, address, server.url);
    const bramsText = await text(bram.page, '3.9');
    const yasminasText = await text(yasmina.page, '3.9');

    await startParagraph(bramsText);
    await bramsText.pressSequentially('Bewaard voor de stroomuitval.');
    await expectSaved(bram.page);
    await expectWords(yasminasText, 'Bewaard voor de stroomuitval.');
    await startParagraph(yasminasText);

    const typing = Promise.all([
      bramsText.pressSequentially(' En dit typte Bram tijdens de uitval.', { delay: 40 }),
      yasminasText.pressSequentially('En dit typte Yasmina tijdens de uitval.', { delay: 40 }),
    ]);
    await server.kill();
    await typing;
    await expectUnsaved(bram.page);
    await expectUnsaved(yasmina.page);
    await expect(saving(bram.page)).toContainText('geen verbinding, sinds');

    // What was shown as saved does not depend on these two browsers.
    await server.start();
    const noor = await arrive(browser, people.regie, address, server.url);
    const noorsText = await text(noor.page, '3.9');
    await expectWords(noorsText, 'Bewaard voor de stroomuitval.');

    // What was not saved yet arrives from their browsers by itself.
    await expectSaved(bram.page);
    await expectSaved(yasmina.page);
    for (const sheet of [noorsText, bramsText, yasminasText]) {
      await expectWords(
        sheet,
        'Bewaard voor de stroomuitval. En dit typte Bram tijdens de uitval.',
      );
      await expectWords(sheet, 'En dit typte Yasmina tijdens de uitval.');
    }
    await Promise.all([bram.context.close(), yasmina.context.close(), noor.context.close()]);
  } finally {
    await server.stop();
  }
});
