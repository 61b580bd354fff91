import { type APIRequestContext, expect, type Page, request, test } from '@playwright/test';
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import * as Y from 'yjs';
import { expectAccessible } from './support/access';
import { arrive, password, people } from './support/people';
import { makePlan } from './support/plans';

interface MadeInterview {
  address: string;
}

/// An interview along the model's list that the GGD leads, planned by the coordinator.
async function planInterview(
  origin: string,
  title: string,
  partnerKind: string,
  experiment = false,
): Promise<MadeInterview> {
  const plan = await makePlan(origin, title);
  const server = await request.newContext({ baseURL: origin });
  const headers = { Authorization: `Bearer ${await tokenOf(server, people.regie.email)}` };
  const others = await server.get(`/v1/plans/${plan.id}/people`, { headers });
  const { items }: { items: { id: string; partner: { name: string } }[] } = await others.json();
  const ggd = items.find(({ partner }) => partner.name.startsWith('GGD'))?.id;
  const made = await server.post(`/v1/plans/${plan.id}/interviews`, {
    headers,
    data: {
      list: 'model-drugspreventie',
      organisation: 'De Hoek',
      partnerKind,
      experiment,
      interviewers: [ggd],
    },
  });
  expect(made.status()).toBe(201);
  const { id } = await made.json();
  return { address: `${plan.address}/interviews/${id}/gesprek` };
}

async function tokenOf(server: APIRequestContext, email: string): Promise<string> {
  const opened = await server.post('/v1/session', { data: { email, password } });
  return (await opened.json()).token;
}

/// The words in a frame of the page's socket, deleted ones too: a letter goes by itself.
function wordsIn(frame: string | Buffer): string {
  if (typeof frame === 'string') {
    return frame;
  }
  // A pong is one byte, without an address.
  if (frame.length < 2) {
    return '';
  }
  const decoder = createDecoder(new Uint8Array(frame));
  readVarString(decoder);
  if (readVarUint(decoder) !== 0 || readVarUint(decoder) === 0) {
    return '';
  }
  const { structs } = Y.decodeUpdate(readVarUint8Array(decoder));
  return structs
    .map((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentString
        ? struct.content.str
        : '',
    )
    .join('');
}

function notes(page: Page) {
  return page.getByRole('textbox', { name: /^Notities/ });
}

function rail(page: Page) {
  return page.getByRole('navigation', { name: 'Vragen' });
}

test('two write in one talk, one of them in a basement, by keys alone', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const { address } = await planInterview(origin, 'Gesprek in de kelder', 'police');
  const { page: one } = await arrive(browser, people.regie, address, baseURL);
  const { page: other } = await arrive(browser, people.ggd, address, baseURL);
  await notes(one).focus();
  await one.keyboard.type('Ze staan er elke avond.');
  await one.keyboard.press('Alt+1');
  await one.keyboard.press('Alt+Shift+1');
  await one.keyboard.press('Alt+r');
  await expect(notes(other)).toContainText('Ze staan er elke avond.');
  const note = notes(other).locator('.bt-talknote');
  await expect(note).toContainText('Citaat');
  await expect(note).toContainText('Open');
  await expect(note).toContainText('Signaal');
  await expect(rail(other).getByRole('button', { name: /^1\.1/ })).toContainText('1 notitie');

  // The page and the words are there once more without a network.
  await other.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await other.reload();
  await expect(notes(other)).toContainText('Ze staan er elke avond.');
  await other.context().setOffline(true);
  await notes(other).focus();
  await other.keyboard.press('Control+End');
  await other.keyboard.press('Enter');
  await other.keyboard.type('In de kelder geschreven.');
  await other.keyboard.press('Control+Enter');
  await other.keyboard.type('Bij de volgende vraag.');
  await expect(other.getByText('Nog niet opgeslagen').first()).toBeVisible();
  await one.keyboard.press('Enter');
  await one.keyboard.type('Intussen boven de grond.');
  await one.keyboard.press('Alt+n');
  await one.keyboard.type('En bij het station?');
  await one.keyboard.press('Enter');
  await expect(one.getByRole('heading', { level: 1 })).toHaveText('En bij het station?');
  await expect(notes(one)).toBeFocused();
  await one.keyboard.type('Ook daar.');

  other.on('dialog', (dialog) => void dialog.accept());
  await other.reload();
  await expect(notes(other)).toContainText('Bij de volgende vraag.');
  await other.keyboard.press('Alt+ArrowUp');
  await expect(notes(other)).toContainText('In de kelder geschreven.');

  await other.context().setOffline(false);
  await expect(notes(other)).toContainText('Intussen boven de grond.');
  await expect(rail(one).getByRole('button', { name: /^1\.1/ })).toContainText(
    'Behandeld · 3 notities',
  );
  await expect(rail(other).getByRole('button', { name: /^En bij het station/ })).toContainText(
    'Toegevoegd · 1 notitie',
  );
  await expect(rail(one).getByRole('button', { name: /^1\.2/ })).toContainText('1 notitie');
  await expectAccessible(one, 'a talk');
});

test('the questions fit the partner, and a name never leaves the browser', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const shop = await planInterview(origin, 'Gesprek met een winkel', 'coffeeshops', true);
  const { page } = await arrive(browser, people.regie, shop.address, baseURL);
  await expect(rail(page).getByRole('listitem')).toHaveCount(22);
  const police = await planInterview(origin, 'Gesprek met de politie', 'police');
  let sent = '';
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      sent += wordsIn(payload);
    }),
  );
  await page.goto(police.address);
  await expect(rail(page)).toContainText('vragen zijn voor andere partners');
  const fitting = await rail(page).getByRole('listitem').count();
  expect(fitting).toBeLessThan(22);
  await page.getByRole('button', { name: 'Ook vragen voor andere partners' }).click();
  await expect(rail(page).getByRole('listitem')).toHaveCount(22);

  await page.getByRole('textbox', { name: 'Naam' }).fill('Henk Jansen');
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await notes(page).focus();
  await page.keyboard.type('Gisteren sprak Henk Jansen mij aan.');
  await expect(notes(page)).toContainText('Gisteren sprak Persoon 1 mij aan.');
  await expect(page.getByText('Opgeslagen')).toBeVisible();
  expect(sent).toContain('Gisteren sprak Persoon 1 mij aan.');
  expect(sent).not.toMatch(/Henk|Jansen/i);
  await page.getByRole('button', { name: 'Gesprek beginnen' }).click();
  await expect(page.getByText(/^Gesprek 0:0\d$/)).toBeVisible();
  await expectAccessible(page, 'a talk with names to replace');
});
