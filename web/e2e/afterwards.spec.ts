import { type APIRequestContext, expect, type Page, request, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, password, people } from './support/people';
import { makePlan } from './support/plans';

/// The server, as somebody who is signed in.
async function as(email: string, origin: string): Promise<APIRequestContext> {
  const opening = await request.newContext({ baseURL: origin });
  const { token } = await (await opening.post('/v1/session', { data: { email, password } })).json();
  return request.newContext({
    baseURL: origin,
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
}

/// A talk of the GGD with the police, about a new plan; who was spoken with has this address.
async function talk(origin: string, title: string, respondent: string) {
  const plan = await makePlan(origin, title);
  const regie = await as(people.regie.email, origin);
  const ggd = await as(people.ggd.email, origin);
  const { member } = await (await ggd.get('/v1/session')).json();
  const made = await regie.post(`/v1/plans/${plan.id}/interviews`, {
    data: {
      list: 'model-drugspreventie',
      organisation: 'Basisteam Noord',
      partnerKind: 'police',
      interviewers: [member.id],
    },
  });
  expect(made.status()).toBe(201);
  const interview: { id: string; version: number; document: string } = await made.json();
  const named = await regie.put(`/v1/interviews/${interview.id}/respondent`, {
    data: { version: interview.version, name: 'Jan Jansen', email: respondent },
  });
  expect(named.status()).toBe(200);
  return {
    plan,
    id: interview.id,
    document: interview.document,
    interview: `${plan.address}/interviews/${interview.id}`,
    server: regie,
  };
}

/// The link in the newest mail to an address.
async function linkTo(server: APIRequestContext, address: string): Promise<string> {
  const { items }: { items: { recipient: string; body: string }[] } = await (
    await server.get('/v1/mailbox')
  ).json();
  const body = items.find(({ recipient }) => recipient === address)?.body ?? '';
  return /\/samenvatting#token=\S+/.exec(body)?.[0] ?? '';
}

/// Whether this browser keeps anything of a document.
function keeps(page: Page, document: string): Promise<boolean> {
  return page.evaluate(async (id) => {
    const answer = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith('beleidstafel/')) {
        const database = await answer(indexedDB.open(name));
        const updates = database.transaction('updates').objectStore('updates').index('document');
        const count = await answer(updates.count(id));
        database.close();
        if (count > 0) {
          return true;
        }
      }
    }
    return false;
  }, document);
}

test('erased notes go from a browser that does not look at them', async ({ browser, baseURL }) => {
  const origin = baseURL ?? '';
  const talked = await talk(origin, 'Plan met gewiste notities', 'nergens@elders.test');
  const { context, page } = await arrive(
    browser,
    people.ggd,
    `${talked.interview}/gesprek`,
    baseURL,
  );
  await page.getByRole('textbox').first().click();
  await page.keyboard.type('Dit moet weg.');
  await expect.poll(() => keeps(page, talked.document)).toBe(true);
  await expect(page.getByText('Opgeslagen').first()).toBeVisible();
  await page.goto('/plannen');
  const erased = await talked.server.post(`/v1/interviews/${talked.id}/erasure`, {
    data: { kept: ['notes'] },
  });
  expect(erased.status()).toBe(200);
  expect(await keeps(page, talked.document)).toBe(true);
  await page.goto(`${talked.plan.address}/overzicht`);
  await expect.poll(() => keeps(page, talked.document)).toBe(false);
  await page.goto(`${talked.interview}/gesprek`);
  await expect(page.getByText(/gewist/).first()).toBeVisible();
  await context.close();
});

test('a summary goes back without a name, is corrected, and is erased for everybody', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const to = `gesprekspartner-${Date.now()}@elders.test`;
  const { interview, server } = await talk(origin, 'Plan met een samenvatting', to);
  const ggd = await arrive(browser, people.ggd, interview, baseURL);
  await ggd.page.getByRole('link', { name: /^Na het gesprek/ }).click();
  await expect(ggd.page.getByRole('heading', { name: 'Na het gesprek', level: 1 })).toBeFocused();

  await ggd.page.getByRole('combobox', { name: 'Grondslag' }).selectOption('Toestemming');
  await expect(ggd.page.getByLabel('Wat u hebt verteld')).toHaveValue(/toestemming/);
  await ggd.page.getByRole('button', { name: 'Leg vast' }).click();
  await expect(ggd.page.getByText('De grondslag is vastgelegd.')).toBeVisible();

  const text = ggd.page.getByLabel('Tekst van de samenvatting');
  await text.fill('Volgens Fatima el Amrani is het drukker.\n\nDe politie komt vaker langs.');
  await expect(ggd.page.getByText('“Fatima el Amrani” lijkt op een naam')).toBeVisible();
  await ggd.page.getByRole('button', { name: 'Bewaar de samenvatting' }).click();
  await ggd.page.getByRole('button', { name: 'Stuur de samenvatting' }).click();
  await expect(ggd.page.getByText('“Fatima el Amrani” lijkt op een naam')).toBeVisible();
  await expectAccessible(ggd.page, 'a warning before a summary is sent');
  expect(await linkTo(server, to)).toBe('');
  await ggd.page.getByRole('button', { name: 'Pas de tekst aan' }).click();
  await text.fill('Volgens u is het drukker.\n\nDe politie komt vaker langs.');
  await ggd.page.getByRole('button', { name: 'Bewaar de samenvatting' }).click();
  await ggd.page.getByRole('button', { name: 'Stuur de samenvatting' }).click();
  await expect(ggd.page.getByText('De samenvatting is verstuurd.')).toBeVisible();

  // Whoever was spoken with has no account, and another browser.
  const outside = await browser.newContext({ baseURL: origin });
  const own = await outside.newPage();
  await own.goto(await linkTo(server, to));
  await expect(own.getByText('Volgens u is het drukker.').first()).toBeVisible();
  await expectAccessible(own, 'the summary behind a personal link');
  await own.getByLabel('Nee, niet alles klopt').check();
  await own.getByRole('button', { name: 'Stuur uw antwoord' }).click();
  await expect(own.getByText(/^Schrijf bij een alinea/)).toBeVisible();
  await own.getByLabel(/^Alinea 2 klopt niet/).check();
  await own.getByLabel('Wat klopt er niet in alinea 2?').fill('Minder vaak juist.');
  await own.getByRole('button', { name: 'Stuur uw antwoord' }).click();
  await expect(own.getByText('Dank u wel. Uw antwoord is bewaard.')).toBeVisible();
  // The page of those who were there follows by itself.
  await expect(ggd.page.getByText('Minder vaak juist.')).toBeVisible();
  await expect(ggd.page.getByText('Alleen het kernteam kan eerder wissen.')).toBeVisible();

  const regie = await arrive(browser, people.regie, `${interview}/daarna`, baseURL);
  await regie.page.getByRole('button', { name: 'Wis nu' }).click();
  await regie.page.getByRole('button', { name: 'Wis voorgoed' }).click();
  await expect(regie.page.getByText('Kies eerst wat u wilt wissen.')).toBeVisible();
  for (const what of ['Naam en e-mailadres', 'Notities', 'Samenvatting en reactie']) {
    await regie.page.getByRole('checkbox', { name: what }).check();
  }
  await expectAccessible(regie.page, 'what to erase');
  await regie.page.getByRole('button', { name: 'Wis voorgoed' }).click();
  await expect(regie.page.getByText('Het is gewist.')).toBeVisible();
  await expect(ggd.page.getByText(/^Alles van dit gesprek is gewist/)).toBeVisible();
  await expect(ggd.page.getByText('Minder vaak juist.')).toBeHidden();
  await own.reload();
  await expect(own.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
  for (const { context } of [ggd, regie]) {
    await context.close();
  }
  await outside.close();
});
