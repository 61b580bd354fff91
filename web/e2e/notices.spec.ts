import { expect, request, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, password, people } from './support/people';
import { makePlan } from './support/plans';

/// Noor mentions somebody in a thread on a section.
async function mention(origin: string, planId: string, key: string, name: string, text: string) {
  const server = await request.newContext({ baseURL: origin });
  const signIn = { email: people.regie.email, password };
  const { token } = await (await server.post('/v1/session', { data: signIn })).json();
  const headers = { Authorization: `Bearer ${token}` };
  const read = async (path: string) => (await server.get(path, { headers })).json();
  const { items } = await read(`/v1/plans/${planId}/people`);
  const member = items.find((each: { name: string }) => each.name === name).id;
  const { sections } = await read(`/v1/plans/${planId}`);
  const section = sections.find((each: { key: string }) => each.key === key).id;
  const said = await server.post(`/v1/sections/${section}/threads`, {
    headers,
    data: { text, mentions: [member] },
  });
  expect(said.status()).toBe(201);
}

test('who is mentioned hears it at once, in the app and by mail, as they chose', async ({
  browser,
  baseURL,
  request: anybody,
}) => {
  test.setTimeout(120_000);
  const origin = baseURL ?? '';
  const title = `Gehoord ${Date.now()}`;
  const plan = await makePlan(origin, title);
  await plan.give(people.ggd.organisation, 'executing', ['3.4']);

  // Bram wants his mail at any hour.
  const { page, context } = await arrive(browser, people.ggd, '/account#meldingen', baseURL);
  const choices = page.getByRole('region', { name: 'Meldingen en mails' });
  await choices.getByLabel('Iemand noemt u').selectOption('Meteen een mail');
  await choices.getByLabel('Geen mail vanaf').fill('00:00');
  await choices.getByLabel('Weer mail vanaf').fill('00:00');
  await choices.getByLabel('Ook mail op zaterdag en zondag').check();
  await choices.getByRole('button', { name: 'Opslaan' }).click();
  await expect(choices.getByText('Uw keuze is opgeslagen.')).toBeVisible();
  await expectAccessible(page, 'preferences');
  await page.reload();
  await expect(choices.getByLabel('Geen mail vanaf')).toHaveValue('00:00');

  // While he has the plan open, Noor mentions him: the bell tells.
  await page.goto(`${plan.address}/3-4`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const bell = page.getByRole('banner').getByRole('link', { name: /^Meldingen/ });
  // Others told him things before; the bell counts them once it has asked.
  const unseen = await context.request.get('/v1/notices/unseen');
  const { count: before } = await unseen.json();
  await expect(bell).toHaveAccessibleName(
    before === 0 ? 'Meldingen' : `Meldingen, ${before} nieuw`,
  );
  await mention(origin, plan.id, '3.4', people.ggd.name, 'Bram, wilt u hiernaar kijken?');
  await expect(bell).toHaveAccessibleName(`Meldingen, ${before + 1} nieuw`);

  // The mail says where, and holds no word of the comment.
  const mails = async () => {
    const { items } = await (await anybody.get('/v1/mailbox')).json();
    return items.filter(
      (each: { recipient: string; body: string }) =>
        each.recipient === people.ggd.email && each.body.includes(title),
    );
  };
  await expect.poll(async () => (await mails()).length, { timeout: 20_000 }).toBe(1);
  const [mail] = await mails();
  expect(mail.subject).toContain('U bent genoemd: 3.4');
  expect(mail.body).not.toContain('wilt u hiernaar kijken');

  // By keyboard to the notice, and on to the comment.
  await bell.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Meldingen' })).toBeFocused();
  const notice = page.locator('.bt-notices__group', { hasText: title }).getByRole('link');
  await expect(notice).toContainText(
    `${people.regie.name} (${people.regie.organisation}) noemde u in een opmerking.`,
  );
  await expectAccessible(page, 'notices');
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 800 });
  await notice.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/3-4\?paneel=opmerkingen/);
  await expect(page.getByText('Bram, wilt u hiernaar kijken?')).toBeVisible();
  await expect(bell).toHaveAccessibleName(
    before === 0 ? 'Meldingen' : `Meldingen, ${before} nieuw`,
  );
  await context.close();
});
