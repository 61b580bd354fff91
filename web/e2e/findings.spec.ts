import { type APIRequestContext, expect, type Page, request, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, expectWords, password, people, startParagraph, text } from './support/people';
import { type MadePlan, makePlan } from './support/plans';

/// The server, as the coordinator.
async function coordinator(origin: string): Promise<APIRequestContext> {
  const opening = await request.newContext({ baseURL: origin });
  const data = { email: people.regie.email, password };
  const { token } = await (await opening.post('/v1/session', { data })).json();
  return request.newContext({
    baseURL: origin,
    extraHTTPHeaders: { Authorization: `Bearer ${token}` },
  });
}

async function planInterview(server: APIRequestContext, plan: MadePlan): Promise<string> {
  const made = await server.post(`/v1/plans/${plan.id}/interviews`, {
    data: {
      list: 'model-drugspreventie',
      organisation: 'Basisteam Noord',
      partnerKind: 'police',
      interviewers: [],
    },
  });
  expect(made.status()).toBe(201);
  return (await made.json()).id;
}

/// One note for the partners, and one for the core team.
async function takeNotes(page: Page, talk: string): Promise<void> {
  await page.goto(talk);
  const notes = page.getByRole('textbox', { name: /^Notities/ });
  await notes.focus();
  await page.keyboard.type('Rond de Markt staan ze elke avond.');
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('Alt+Shift+1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('De buurman van nummer 12 doet het.');
  await page.keyboard.press('Alt+Shift+2');
  await expect(notes.locator('.bt-talknote')).toHaveCount(2);
  await expect(page.getByText('Opgeslagen').first()).toBeVisible();
}

test('from notes to a chip that shows as much as one may see, until they are erased', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const plan = await makePlan(origin, 'Plan met onderbouwing');
  await plan.give(people.ggd.organisation, 'executing', ['3.10']);
  const server = await coordinator(origin);
  const interview = await planInterview(server, plan);
  const talk = `${plan.address}/interviews/${interview}/gesprek`;
  const { page: regie } = await arrive(browser, people.regie, plan.address, baseURL);
  await takeNotes(regie, talk);

  await regie.goto(`${plan.address}/bevindingen/matrix`);
  await regie.getByRole('button', { name: /^2 notities: .*Basisteam Noord$/ }).click();
  await regie.getByRole('button', { name: 'Deze allemaal kiezen' }).click();
  await expectAccessible(regie, 'the matrix with its notes');
  await regie.getByRole('button', { name: 'Bevinding maken' }).click();
  const words = regie.getByRole('textbox', { name: 'Bevinding', exact: true });
  await expect(words).toBeFocused();
  await words.fill('Volgens Fatima el Amrani wordt er gedeald.');
  await expect(regie.getByText('Fatima el Amrani (naam)')).toBeVisible();
  await words.fill('Op een vaste plek in het centrum wordt gedeald.');
  await expect(regie.getByText('Fatima el Amrani (naam)')).toBeHidden();
  await regie.getByRole('combobox', { name: 'Thema' }).selectOption('Nieuw thema …');
  await regie.getByRole('textbox', { name: 'Naam van het nieuwe thema' }).fill('Dealen op straat');
  await expectAccessible(regie, 'a finding while it is made');
  await regie.getByRole('button', { name: 'Bewaren' }).click();
  await regie.getByRole('link', { name: 'Naar de bevindingen' }).click();
  await expect(regie.getByText('1 organisatie, 2 notities')).toBeVisible();
  await expectAccessible(regie, 'the findings');

  // Who writes in the section puts it there; the coordinator sees it come.
  const section = `${plan.address}/3-10`;
  await regie.goto(section);
  const { page: ggd } = await arrive(
    browser,
    people.ggd,
    `${section}?paneel=onderbouwing`,
    baseURL,
  );
  await startParagraph(await text(ggd, '3.10'));
  await ggd.getByRole('button', { name: /^Tekst met onderbouwing: Op een vaste plek/ }).click();
  const chipName = 'Onderbouwing: 1 organisatie, 2 notities';
  await expectWords(await text(regie, '3.10'), 'Op een vaste plek in het centrum wordt gedeald.');
  await expect(regie.getByRole('button', { name: chipName })).toBeVisible();

  // As deep as one's rights go.
  await ggd.getByRole('button', { name: chipName }).click();
  const seen = ggd.getByRole('complementary');
  await expect(seen.getByText('Rond de Markt staan ze elke avond.')).toBeVisible();
  await expect(seen.getByText('nummer 12')).toBeHidden();
  await expect(seen.getByText('Basisteam Noord')).toBeHidden();
  await expectAccessible(ggd, 'evidence beside a section');
  await regie.getByRole('button', { name: chipName }).click();
  await expect(regie.getByText('De buurman van nummer 12 doet het.')).toBeVisible();
  const { page: politie } = await arrive(browser, people.politie, section, baseURL);
  await politie.getByRole('button', { name: chipName }).click();
  await expect(politie.getByText('Wat er gezegd is, ziet wie een rol heeft')).toBeVisible();
  await expect(politie.getByText('Rond de Markt')).toBeHidden();

  // Erased notes leave a chip that says so, for everybody at once.
  const erased = await server.post(`/v1/interviews/${interview}/erasure`, {
    data: { kept: ['notes'] },
  });
  expect(erased.status()).toBe(200);
  for (const page of [regie, ggd, politie]) {
    const gone = page.getByRole('button', { name: 'Onderbouwing: onderbouwing ingetrokken' });
    await expect(gone).toBeVisible();
  }
  await expect(ggd.getByText('Rond de Markt staan ze elke avond.')).toBeHidden();
  await regie.goto(`${plan.address}/bevindingen/verslag`);
  await expect(regie.getByText('De onderbouwing is ingetrokken:')).toBeVisible();
  await expectAccessible(regie, 'the report of what is missing');
});

test('a codebook by keys, and a suggestion of who may only comment', async ({
  browser,
  baseURL,
}) => {
  const origin = baseURL ?? '';
  const plan = await makePlan(origin, 'Plan met codes');
  await plan.give(people.ggd.organisation, 'advising', ['3.10']);
  const server = await coordinator(origin);
  const interview = await planInterview(server, plan);
  const { page: regie } = await arrive(browser, people.regie, plan.address, baseURL);
  await takeNotes(regie, `${plan.address}/interviews/${interview}/gesprek`);
  await regie.goto(`${plan.address}/bevindingen/codes`);
  await regie.getByRole('button', { name: 'Nieuwe code' }).press('Enter');
  await regie.keyboard.type('Dealen');
  await regie.keyboard.press('Enter');
  await expect(regie.getByText('De code is bewaard.')).toBeVisible();
  await expectAccessible(regie, 'the codebook');
  await regie.goto(`${plan.address}/bevindingen/matrix`);
  await regie.getByRole('button', { name: /^2 notities: .*Basisteam Noord$/ }).press('Enter');
  await regie
    .getByRole('combobox', { name: /^Code geven aan: Rond de Markt/ })
    .selectOption('Dealen');
  await expect(regie.getByRole('button', { name: /^Code Dealen weghalen/ })).toBeVisible();
  await regie.getByRole('checkbox', { name: /^Notitie kiezen: Rond de Markt/ }).check();
  await regie.getByRole('button', { name: 'Bevinding maken' }).click();
  await regie.keyboard.type('Er wordt op straat gedeald.');
  await regie.getByRole('button', { name: 'Bewaren' }).click();
  await expect(regie.getByText('De bevinding is bewaard.')).toBeVisible();
  const file = await server.get(`/v1/plans/${plan.id}/codebook-export`);
  expect(await file.text()).toContain('name="Dealen"');

  const section = `${plan.address}/3-10?paneel=onderbouwing`;
  const { page: ggd } = await arrive(browser, people.ggd, section, baseURL);
  await ggd.getByRole('button', { name: /^Voorstellen: Er wordt op straat/ }).click();
  await expect(ggd.getByText('Uw voorstel is gedaan.')).toBeVisible();
  await regie.goto(`${plan.address}/3-10?paneel=voorstellen`);
  await regie
    .getByRole('button', { name: /overnemen/i })
    .first()
    .click();
  await expect(
    ggd.getByRole('button', { name: 'Onderbouwing: 1 organisatie, 1 notitie' }).first(),
  ).toBeVisible();
});
