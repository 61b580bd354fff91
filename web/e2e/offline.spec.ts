import { expect, test } from '@playwright/test';
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

test('what is typed without a connection survives a reload and is merged on return', async ({
  browser,
  baseURL,
}) => {
  const bram = await arrive(browser, people.ggd, '/plannen', baseURL);
  let cut = false;
  await bram.page.routeWebSocket(/\/collab/, async (socket) => {
    if (cut) {
      await socket.close({ code: 1001 });
    } else {
      socket.connectToServer();
    }
  });
  const address = `${await newPlan(bram.page, 'Onderweg zonder bereik')}/3-9`;
  await bram.page.goto(address);
  const bramsText = await text(bram.page, '3.9');
  await startParagraph(bramsText);
  await bramsText.pressSequentially('In de trein geschreven');
  await expectSaved(bram.page);

  await bram.context.setOffline(true);
  await bramsText.pressSequentially(', zonder bereik.');
  await expectUnsaved(bram.page);

  // Meanwhile somebody else goes on.
  const yasmina = await arrive(browser, people.politie, address, baseURL);
  const yasminasText = await text(yasmina.page, '3.9');
  await yasminasText.getByText('In de trein geschreven').click();
  await yasminasText.press('Home');
  await yasminasText.pressSequentially('Intussen op het bureau. ');
  await expectSaved(yasmina.page);

  // The page comes back, the live connection does not: the words are there, and not called saved.
  cut = true;
  await bram.context.setOffline(false);
  bram.page.on('dialog', (dialog) => void dialog.accept());
  await bram.page.reload();
  const again = await text(bram.page, '3.9');
  await expectWords(again, 'In de trein geschreven, zonder bereik.');
  await expectUnsaved(bram.page);

  cut = false;
  const merged = 'Intussen op het bureau. In de trein geschreven, zonder bereik.';
  await expectWords(again, merged);
  await expectWords(yasminasText, merged);
  await expectSaved(bram.page);
  await Promise.all([bram.context.close(), yasmina.context.close()]);
});

test('signing out offers words that are not saved, and deletes the copies', async ({
  browser,
  baseURL,
}) => {
  const { page, context } = await arrive(browser, people.school, '/plannen', baseURL);
  await page.routeWebSocket(/\/collab/, (socket) => {
    const server = socket.connectToServer();
    // Acknowledgements never arrive, so nothing counts as saved.
    server.onMessage((message) => {
      if (!held) {
        socket.send(message);
      }
    });
    socket.onMessage((message) => {
      if (!held) {
        server.send(message);
      }
    });
  });
  let held = false;
  await page.goto(`${await newPlan(page, 'Uitloggen')}/3-9`);
  const sheet = await text(page, '3.9');
  await expectSaved(page);
  held = true;
  await startParagraph(sheet);
  await sheet.pressSequentially('Nog nergens bewaard.');
  await page.getByRole('button', { name: /^Uw account/ }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  const offer = page.getByRole('dialog', { name: 'Niet alles is opgeslagen' });
  await expect(offer).toContainText('Nog nergens bewaard.');
  await offer.getByRole('button', { name: 'Toch uitloggen en wissen' }).click();
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  const left = await page.evaluate(async () => (await indexedDB.databases()).length);
  expect(left).toBe(0);
  await context.close();
});
