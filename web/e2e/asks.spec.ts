import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { arrive, expectSaved, people, text } from './support/people';
import { makePlan } from './support/plans';

async function expectNoSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide, 'nothing to scroll sideways').toBeLessThanOrEqual(0);
}

function question(page: Page, section: RegExp): Locator {
  return page.getByRole('article', { name: section });
}

/// Lets somebody in without an account.
async function sendLink(page: Page, organisation: string, email: string): Promise<void> {
  const status = await page.evaluate(
    async ([name, address]) => {
      const partners = await (await fetch('/v1/partners')).json();
      const partner = partners.items.find((each: { name: string }) => each.name === name);
      const answer = await fetch('/v1/links', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'beleidstafel' },
        body: JSON.stringify({ partner: partner.id, name: 'Piet Link', email: address }),
      });
      return answer.status;
    },
    [organisation, email] as const,
  );
  expect(status).toBe(201);
}

async function followMail(page: Page, recipient: string): Promise<void> {
  await page.goto('/postvak');
  const mail = page.getByRole('article').filter({ hasText: `Aan ${recipient}` });
  await expect(async () => {
    await page.getByRole('button', { name: 'Verversen' }).click();
    await expect(mail.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.first().getByRole('link').click();
}

test('who coordinates asks, two partners answer, and all see what was done with it', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const plan = await makePlan(baseURL ?? '', 'Erom vragen');
  await plan.give(people.ggd.organisation, 'executing', ['3.4', '4.2']);
  await plan.give(people.politie.organisation, 'advising', ['3.8']);
  const noor = await arrive(browser, people.regie, `${plan.address}/uitvragen`, baseURL);
  await expect(noor.page.getByText('Er is nog geen uitvraag.')).toBeVisible();
  await noor.page.getByRole('button', { name: 'Nieuwe uitvraag' }).click();
  await noor.page.getByRole('button', { name: 'Versturen' }).click();
  await expect(noor.page.getByText('Kies minstens één paragraaf.')).toBeVisible();
  await expectAccessible(noor.page, 'a new ask, with errors');
  await noor.page.getByLabel('Titel').fill('Eerste ronde');
  await noor.page.getByLabel('Brief').fill('Klopt dit met uw werk?\nGraag voor de kerst.');
  for (const section of [/^3\.4 /, /^3\.8 /, /^4\.2 /]) {
    await noor.page.getByRole('checkbox', { name: section }).check();
  }
  // What was begun is still there after a reload.
  await noor.page.reload();
  await expect(noor.page.getByLabel('Brief')).toHaveValue(
    'Klopt dit met uw werk?\nGraag voor de kerst.',
  );
  await expect(noor.page.getByRole('checkbox', { name: people.ggd.organisation })).toBeChecked();
  await expect(
    noor.page.getByRole('checkbox', { name: people.politie.organisation }),
  ).toBeChecked();
  await expect(
    noor.page.getByRole('checkbox', { name: people.school.organisation }),
  ).not.toBeChecked();
  await noor.page.getByRole('button', { name: 'Versturen' }).click();
  await expect(noor.page.getByRole('heading', { name: 'Eerste ronde', level: 1 })).toBeVisible();
  await expect(noor.page.getByText('0 van 3 beantwoord')).toBeVisible();
  const address = new URL(noor.page.url()).pathname;

  // On the smallest phone, with a thumb.
  const bram = await arrive(browser, people.ggd, address, baseURL);
  await bram.page.setViewportSize({ width: 320, height: 640 });
  await expect(bram.page.getByText('Uw antwoorden: 0 van 2')).toBeVisible();
  await expect(question(bram.page, /^3\.8 /)).toHaveCount(0);
  await expectNoSideways(bram.page);
  await question(bram.page, /^3\.4 /)
    .getByRole('button', { name: 'Eens', exact: true })
    .click();
  await expect(question(bram.page, /^3\.4 /).getByText(/^Bram Oosterveld/)).toBeVisible();
  const second = question(bram.page, /^4\.2 /);
  await second.getByRole('button', { name: 'Bezwaar' }).click();
  await second.getByLabel('Uw bezwaar').fill('Preventie hoort voorop te staan.');
  await bram.page.reload();
  await expect(second.getByLabel('Uw bezwaar')).toHaveValue('Preventie hoort voorop te staan.');
  await expectAccessible(bram.page, 'an ask on a phone, half answered');
  await second.getByRole('button', { name: 'Antwoord geven' }).click();
  await expect(bram.page.getByText('U hebt alles beantwoord.')).toBeVisible();

  // A colleague without an account, by a personal link, in a window of their own.
  const piet = `piet-${Date.now()}@partner.test`;
  await sendLink(noor.page, people.ggd.organisation, piet);
  const guest = await (await browser.newContext(baseURL ? { baseURL } : {})).newPage();
  await followMail(guest, piet);
  await guest.getByRole('button', { name: 'Verder' }).click();
  await guest.getByRole('link', { name: /Eerste ronde.*Erom vragen/ }).click();
  await expect(guest.getByText('U hebt alles beantwoord.')).toBeVisible();
  const again = question(guest, /^3\.4 /);
  await again.getByRole('button', { name: /^Antwoord op 3\.4 .* wijzigen$/ }).click();
  await again.getByRole('button', { name: 'Niet van ons' }).click();
  await expect(again.getByText(/^Piet Link/)).toBeVisible();
  await expect(question(bram.page, /^3\.4 /).getByText(/^Piet Link/)).toBeVisible();

  // From one's own page, with the keyboard alone, by way of the text.
  const yasmina = await arrive(browser, people.politie, '/', baseURL);
  await yasmina.page.getByRole('link', { name: /Eerste ronde.*Erom vragen/ }).focus();
  await yasmina.page.keyboard.press('Enter');
  await expect(yasmina.page.getByText('Uw antwoorden: 0 van 1')).toBeVisible();
  await yasmina.page.getByRole('link', { name: /^Lees paragraaf 3\.8/ }).focus();
  await yasmina.page.keyboard.press('Enter');
  await expect(yasmina.page.getByRole('heading', { name: /^3\.8 /, level: 1 })).toBeVisible();
  await yasmina.page.getByRole('link', { name: 'Terug naar de uitvraag' }).first().focus();
  await yasmina.page.keyboard.press('Enter');
  const hers = question(yasmina.page, /^3\.8 /);
  await hers.getByRole('button', { name: 'Eens, met opmerkingen' }).focus();
  await yasmina.page.keyboard.press('Enter');
  await expect(hers.getByLabel('Uw opmerkingen')).toBeFocused();
  await yasmina.page.keyboard.type('Noem de wijkagent.');
  await yasmina.page.keyboard.press('Tab');
  await yasmina.page.keyboard.press('Enter');
  await expect(hers.getByText('Noem de wijkagent.')).toBeVisible();

  // Who asked sees it come in, and says what is done with it.
  await expect(noor.page.getByText('3 van 3 beantwoord')).toBeVisible();
  await noor.page.getByText(people.ggd.organisation, { exact: true }).click();
  await expect(noor.page.getByText('Preventie hoort voorop te staan.')).toBeVisible();
  await expectAccessible(noor.page, 'an ask that is answered');
  await noor.page.getByRole('button', { name: 'Uitvraag sluiten' }).click();
  await expect(noor.page.getByRole('button', { name: 'Heropenen' })).toBeVisible();
  await expect(bram.page.getByText('Deze uitvraag is gesloten.')).toBeVisible();
  await noor.page.getByRole('link', { name: 'Naar de afdoening' }).click();
  await expect(noor.page.getByText('3 reacties, 3 nog niet afgedaan')).toBeVisible();
  await noor.page.getByLabel('Partner').selectOption({ label: people.ggd.organisation });
  await noor.page.getByRole('button', { name: / op 4\.2 .* afdoen$/ }).click();
  await noor.page.getByLabel('Wat is ermee gedaan?').selectOption('partly');
  await noor.page.getByLabel('Waarom?').fill('De volgorde is omgedraaid.');
  await noor.page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(noor.page.getByText('2 reacties, 1 nog niet afgedaan')).toBeVisible();
  await expectAccessible(noor.page, 'dispositions');

  await bram.page.goto(`${plan.address}/afdoening`);
  await expect(bram.page.getByText('De volgorde is omgedraaid.')).toBeVisible();
  await expectNoSideways(bram.page);
  await expectAccessible(bram.page, 'dispositions on a phone');
  const download = bram.page.waitForEvent('download');
  await bram.page.getByRole('link', { name: 'Downloaden als CSV' }).click();
  expect((await download).suggestedFilename()).toBe('afdoening.csv');
});

test('an organisation signs off on a text, and sees that it was changed since', async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const plan = await makePlan(baseURL ?? '', 'Akkoord');
  await plan.give(people.ggd.organisation, 'executing', ['3.4']);
  const address = `${plan.address}/3-4`;
  const bram = await arrive(browser, people.ggd, `${address}?paneel=akkoord`, baseURL);
  await text(bram.page, '3.4');
  const panel = bram.page.getByRole('region', { name: 'Akkoord' });
  await expect(panel.getByText('Nog geen organisatie gaf akkoord.')).toBeVisible();
  await panel
    .getByRole('button', { name: `Akkoord geven namens ${people.ggd.organisation}` })
    .click();
  await expect(panel.getByText(/^Akkoord met de tekst van/)).toBeVisible();
  await expectAccessible(bram.page, 'a section that was signed off');

  const noor = await arrive(browser, people.regie, `${address}?paneel=akkoord`, baseURL);
  const hers = noor.page.getByRole('region', { name: 'Akkoord' });
  await expect(hers.getByText(/^Bram Oosterveld/)).toBeVisible();
  await (await text(noor.page, '3.4')).click();
  await noor.page.keyboard.type('Nog iets. ');
  await expectSaved(noor.page);

  await bram.page.reload();
  await expect(panel.getByText('Daarna gewijzigd')).toBeVisible();
  await expectAccessible(bram.page, 'a section that was changed since');
  await panel.getByRole('button', { name: 'Akkoord intrekken' }).click();
  await panel.getByLabel('Waarom trekt u het akkoord in?').fill('Wij lezen het opnieuw.');
  await panel.getByRole('button', { name: 'Intrekken', exact: true }).click();
  await expect(panel.getByText('Uw akkoord is ingetrokken.')).toBeVisible();
  await panel.getByText('Eerdere akkoorden (1)').click();
  await expect(panel.getByText(/Wij lezen het opnieuw\./)).toBeVisible();
  await expect(hers.getByText('Nog geen organisatie gaf akkoord.')).toBeVisible();
  await panel.getByRole('button', { name: /^Akkoord geven/ }).click();
  await expect(panel.getByText(/^Akkoord met de tekst van/)).toBeVisible();
  await expect(hers.getByText(/^Akkoord met de tekst van/)).toBeVisible();
});
