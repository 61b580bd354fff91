import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, people } from './support/people';
import { makePlan } from './support/plans';

test('the core team plans a talk with a partner, invites, begins and ends it', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const plan = await makePlan(baseURL ?? '', 'Interviews plannen');
  const { page: noor } = await arrive(browser, people.regie, plan.address, baseURL);
  const { page: bram } = await arrive(browser, people.ggd, `${plan.address}/interviews`, baseURL);
  await expect(bram.getByText('U doet nog niet mee aan een interview.')).toBeVisible();
  await expect(bram.getByRole('link', { name: 'Interview plannen' })).toBeHidden();

  await noor.getByRole('link', { name: 'Interviews', exact: true }).click();
  await expect(noor.getByRole('heading', { name: 'Interviews', level: 1 })).toBeFocused();
  await expect(noor.getByRole('button', { name: /^Gesproken \(0\)/ })).toBeVisible();
  await expectAccessible(noor, 'interviews, none yet');
  await noor.getByRole('link', { name: 'Interview plannen met Politie Demostad' }).click();
  await expect(noor.getByLabel('Partner', { exact: true })).toHaveValue(/.+/);
  await noor.getByLabel('Datum').fill('2031-03-04');
  await noor.getByRole('button', { name: 'Interview opslaan' }).click();
  await expect(noor.getByText('Kies een tijd.')).toBeVisible();
  await expectAccessible(noor, 'planning, with an error');
  await noor.getByLabel('Tijd').fill('14:00');
  await noor.getByLabel('Functie').fill('wijkagent');
  await noor.getByLabel('Plaats').fill('Wijkpost Noord');
  const lead = noor.getByRole('group', { name: 'Interviewers' });
  await lead.getByLabel('Persoon').selectOption({ label: 'Bram Oosterveld (GGD Demoland)' });
  await lead.getByRole('button', { name: 'Toevoegen' }).click();
  await expect(lead.getByRole('listitem').filter({ hasText: 'Bram Oosterveld' })).toBeVisible();
  const list = noor.getByLabel('Gesprekslijst');
  if ((await list.inputValue()) === '') {
    await list.selectOption({ index: 1 });
  }
  await noor.getByRole('button', { name: 'Interview opslaan' }).click();
  await expect(
    noor.getByRole('heading', { name: 'Interview met Politie Demostad', level: 1 }),
  ).toBeVisible();
  await expect(noor.getByText('dinsdag 4 maart 2031, 14:00 tot 15:00')).toBeVisible();

  // Bram hears of it where he is, and may open it.
  await bram.getByRole('link', { name: /Politie Demostad/ }).click();
  await expect(bram.getByRole('link', { name: 'Naar de vragen en notities' })).toBeVisible();
  await expectAccessible(bram, 'an interview');

  await noor.getByRole('button', { name: 'Uitnodiging mailen' }).click();
  await expect(noor.getByText('De uitnodiging wordt gemaild')).toBeVisible();
  await expect(noor.getByText(/^Uitgenodigd: .*Bram Oosterveld/)).toBeVisible();
  const file = await noor.request.get(
    (await noor.getByRole('link', { name: 'Afspraak voor uw agenda' }).getAttribute('href')) ?? '',
  );
  expect(await file.text()).toContain('SUMMARY:Interview met Politie Demostad');
  await noor.goto('/postvak');
  const mail = noor.getByRole('article').filter({ hasText: people.ggd.email }).first();
  await expect(mail).toContainText('Uitnodiging: Interview met Politie Demostad');
  await expect(mail.getByRole('link', { name: 'Bijlage: afspraak.ics' })).toBeVisible();
  await noor.goBack();

  await bram.getByRole('button', { name: 'Gesprek beginnen' }).click();
  await expect(bram.getByText('Het gesprek is begonnen.')).toBeVisible();
  await bram.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(bram.getByText('Gepland', { exact: true })).toBeVisible();
  await bram.getByRole('button', { name: 'Gesprek beginnen' }).click();
  await expect(noor.getByText('Bezig', { exact: true })).toBeVisible();
  await bram.getByRole('button', { name: 'Gesprek afsluiten' }).click();
  await expect(bram.getByText('Het gesprek is afgesloten.')).toBeVisible();
  await noor.getByRole('link', { name: 'Naar alle interviews' }).click();
  await expect(noor.getByRole('button', { name: 'Gesproken (1)' })).toBeVisible();
});

test('nobody else finds an interview, until they are in the core team', async ({
  browser,
  baseURL,
}) => {
  const plan = await makePlan(baseURL ?? '', 'Interviews verborgen');
  const { page: noor } = await arrive(
    browser,
    people.regie,
    `${plan.address}/interviews/nieuw`,
    baseURL,
  );
  await noor.getByRole('radio', { name: 'Een andere organisatie' }).check();
  await noor.getByLabel('Organisatie', { exact: true }).fill('Café De Hoek');
  await noor.getByLabel('Soort partner').selectOption({ index: 3 });
  const list = noor.getByLabel('Gesprekslijst');
  if ((await list.inputValue()) === '') {
    await list.selectOption({ index: 1 });
  }
  await noor.getByRole('button', { name: 'Interview opslaan' }).click();
  await expect(noor.getByRole('heading', { name: 'Interview met Café De Hoek' })).toBeVisible();
  const address = new URL(noor.url()).pathname;
  const { page: school } = await arrive(browser, people.school, address, baseURL);
  await expect(school.getByRole('heading', { name: 'Dit interview is er niet' })).toBeVisible();
  await expectAccessible(school, 'no such interview');
  await school.getByRole('link', { name: 'Naar alle interviews' }).click();
  await expect(school.getByText('U doet nog niet mee aan een interview.')).toBeVisible();

  await noor.getByRole('link', { name: 'Naar alle interviews' }).click();
  await noor
    .getByLabel('Persoon')
    .selectOption({ label: 'Marleen Vossenberg (Scholengroep De Demo)' });
  await noor.getByRole('button', { name: 'Toevoegen aan kernteam' }).click();
  await expect(school.getByRole('link', { name: /Café De Hoek/ })).toBeVisible();
  await noor.getByRole('button', { name: /^Marleen Vossenberg .* uit het kernteam/ }).click();
  await expect(school.getByRole('link', { name: /Café De Hoek/ })).toBeHidden();
  await noor.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect(school.getByRole('link', { name: /Café De Hoek/ })).toBeVisible();
});
