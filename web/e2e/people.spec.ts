import { type Browser, expect, type Page, test } from '@playwright/test';
import { arrive, people, signIn } from './support/people';

/// Opens the newest mail to an address in the demonstration's mailbox, and follows its link.
async function followMail(page: Page, recipient: string): Promise<void> {
  await page.goto('/postvak');
  const mail = page.getByRole('article').filter({ hasText: `Aan ${recipient}` });
  await expect(async () => {
    await page.getByRole('button', { name: 'Verversen' }).click();
    await expect(mail.first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await mail.first().getByRole('link').click();
}

/// A browser of somebody who was never here.
async function stranger(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
  return context.newPage();
}

/// Addresses that no other run of this journey has used.
function address(name: string): string {
  return `${name}-${Date.now()}@partner.test`;
}

async function inviteTo(page: Page, partner: string, name: string, email: string): Promise<void> {
  await page.getByRole('button', { name: `Iemand uitnodigen voor ${partner}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Naam', { exact: true }).fill(name);
  await dialog.getByLabel('E-mailadres').fill(email);
}

test('an organisation is invited, comes in by its mail, and invites a colleague', async ({
  browser,
  baseURL,
}) => {
  const organisation = `Welzijn ${Date.now()}`;
  const maria = address('maria');
  const { page } = await arrive(browser, people.regie, '/beheer/partners', baseURL);
  await page.getByRole('button', { name: 'Organisatie uitnodigen' }).click();
  await page.getByLabel('Naam van de organisatie').fill(organisation);
  await page.getByLabel('Soort organisatie').selectOption({ label: 'Welzijnswerk' });
  await page.getByLabel('Naam van de contactpersoon').fill('Maria');
  await page.getByLabel('E-mailadres van de contactpersoon').fill(maria);
  await page.getByRole('button', { name: 'Uitnodiging versturen' }).click();
  await expect(page.getByText(`De mail aan ${maria} is onderweg.`)).toBeVisible();
  await expect(page.getByText('wacht op antwoord')).toBeVisible();

  const guest = await stranger(browser, baseURL);
  await followMail(guest, maria);
  await expect(guest.getByText(`namens ${organisation}`)).toBeVisible();
  await guest.getByLabel('Uw naam').fill('Maria de Wit');
  await guest.getByLabel('Wachtwoord').fill('een lang wachtwoord');
  await guest.getByRole('button', { name: 'Meedoen' }).click();
  const account = guest.getByRole('button', { name: `Uw account: Maria de Wit, ${organisation}` });
  await expect(account).toBeVisible();

  await account.click();
  await guest.getByRole('link', { name: 'Partners en deelnemers' }).click();
  await expect(guest.getByRole('heading', { name: organisation })).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'GGD Demoland' })).toHaveCount(0);
  await inviteTo(guest, organisation, 'Jan', address('jan'));
  await guest.getByRole('button', { name: 'Mail versturen' }).click();
  await expect(guest.getByText('is onderweg')).toBeVisible();

  await guest.goto('/beheer/controlelog');
  await expect(guest.getByText('Deze pagina is niet voor u')).toBeVisible();
  await page.goto('/beheer/controlelog');
  await expect(page.getByRole('cell', { name: 'uitnodiging aangenomen' }).first()).toBeVisible();
  await followMail(guest, maria);
  await expect(guest.getByRole('alert')).toContainText('al aangenomen');
});

test('a personal link leads in without an account, until somebody withdraws it', async ({
  browser,
  baseURL,
}) => {
  const piet = address('piet');
  // A second try finds the person of the first one there.
  const name = `Piet ${Date.now()}`;
  const { page } = await arrive(browser, people.regie, '/beheer/partners', baseURL);
  await inviteTo(page, 'Scholengroep De Demo', name, piet);
  await page.getByLabel('Met een persoonlijke link').check();
  await page.getByRole('button', { name: 'Mail versturen' }).click();
  await expect(page.getByText(`De mail aan ${piet} is onderweg.`)).toBeVisible();

  const guest = await stranger(browser, baseURL);
  await followMail(guest, piet);
  await expect(guest.getByRole('heading', { name: `Welkom, ${name}` })).toBeVisible();
  await guest.getByRole('button', { name: 'Verder' }).click();
  await expect(
    guest.getByRole('button', { name: `Uw account: ${name}, Scholengroep De Demo` }),
  ).toBeVisible();
  await guest.goto('/account');
  await expect(guest.getByText('met een persoonlijke link, zonder account')).toBeVisible();

  await page.getByRole('button', { name: `${name} wijzigen` }).click();
  await page.getByRole('button', { name: 'Link intrekken' }).click();
  await expect(page.getByText('De link werkt niet meer.')).toBeVisible();
  await guest.goto('/plannen/nieuw');
  await expect(guest.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
});

test('who forgot the password chooses a new one, and who is removed is out at once', async ({
  browser,
  baseURL,
}) => {
  const els = address('els');
  const { page } = await arrive(browser, people.regie, '/beheer/partners', baseURL);
  await inviteTo(page, 'Politie Demostad', 'Els Vergeet', els);
  await page.getByRole('button', { name: 'Mail versturen' }).click();
  await expect(page.getByText(`De mail aan ${els} is onderweg.`)).toBeVisible();
  const guest = await stranger(browser, baseURL);
  await followMail(guest, els);
  await guest.getByLabel('Wachtwoord').fill('een lang wachtwoord');
  await guest.getByRole('button', { name: 'Meedoen' }).click();
  await expect(guest.getByRole('button', { name: /^Uw account: Els Vergeet/ })).toBeVisible();

  const elsewhere = await stranger(browser, baseURL);
  await elsewhere.goto('/inloggen');
  await elsewhere.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();
  await elsewhere.getByLabel('E-mailadres').fill(els.toUpperCase());
  await elsewhere.getByRole('button', { name: 'Mail versturen' }).click();
  await expect(elsewhere.getByText('Als er een account is met dit adres')).toBeVisible();
  await followMail(elsewhere, els);
  await elsewhere.getByLabel('Nieuw wachtwoord').fill('een ander lang wachtwoord');
  await elsewhere.getByRole('button', { name: 'Wachtwoord opslaan' }).click();
  await expect(elsewhere.getByText('U bent overal uitgelogd')).toBeVisible();
  await guest.goto('/plannen');
  await expect(guest.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await guest.getByLabel('E-mailadres').fill(els);
  await guest.getByLabel('Wachtwoord').fill('een ander lang wachtwoord');
  await guest.getByRole('button', { name: 'Inloggen', exact: true }).click();
  await expect(guest.getByRole('button', { name: /^Uw account: Els Vergeet/ })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Els Vergeet wijzigen' }).first().click();
  await page.getByRole('button', { name: 'Deelnemer verwijderen' }).click();
  await page.getByRole('button', { name: 'Ja, verwijderen' }).click();
  await expect(page.getByText('Els Vergeet doet niet meer mee.')).toBeVisible();
  await guest.goto('/plannen/nieuw');
  await expect(guest.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
});

test('the operator makes a second municipality, which sees nothing of the first', async ({
  browser,
  baseURL,
}) => {
  const town = `Nieuwstad ${Date.now()}`;
  const anna = address('anna');
  const { page } = await arrive(browser, people.regie, '/beheer/gemeenten', baseURL);
  await page.getByRole('button', { name: 'Gemeente toevoegen' }).click();
  await page.getByLabel('Naam van de gemeente').fill(town);
  await page.getByLabel('Naam van de eerste beheerder').fill('Anna');
  await page.getByLabel('E-mailadres van de eerste beheerder').fill(anna);
  await page.getByRole('button', { name: 'Toevoegen en uitnodigen' }).click();
  await expect(page.getByText(`${town} is toegevoegd.`)).toBeVisible();

  const guest = await stranger(browser, baseURL);
  await followMail(guest, anna);
  await guest.getByLabel('Wachtwoord').fill('een lang wachtwoord');
  await guest.getByRole('button', { name: 'Meedoen' }).click();
  await expect(guest.getByRole('button', { name: `Uw account: Anna, ${town}` })).toBeVisible();
  await guest.goto('/beheer/partners');
  await expect(guest.getByRole('heading', { name: town })).toBeVisible();
  await expect(guest.getByText('Demostad')).toHaveCount(0);
  await guest.goto('/plannen');
  await expect(guest.getByText('Demostad')).toHaveCount(0);
});

test('what a form lacks is said at the field', async ({ page }) => {
  await page.goto('/inloggen');
  await signIn(page, people.regie);
  await page.goto('/account');
  await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
  await expect(page.getByText('Kies een langer wachtwoord.')).toBeVisible();
  await page.getByRole('button', { name: 'Mijn account wissen' }).click();
  await page.getByRole('button', { name: 'Ja, wis mijn account' }).click();
  await expect(page.getByText('Dit is niet uw wachtwoord.')).toBeVisible();
});
