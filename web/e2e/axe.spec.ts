import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { expectSaved, newPlan, people, signIn, text } from './support/people';

const looks = [
  { town: 'voorbeeld', scheme: 'light' },
  { town: 'voorbeeld', scheme: 'dark' },
  { town: 'zilverdam', scheme: 'light' },
  { town: 'zilverdam', scheme: 'dark' },
] as const;

for (const { town, scheme } of looks) {
  test(`no violations in the theme of ${town}, ${scheme}`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.addInitScript(
      ([theTown, theScheme]) => {
        localStorage.setItem('beleidstafel.town', theTown);
        localStorage.setItem('beleidstafel.scheme', theScheme);
      },
      [town, scheme] as const,
    );
    await beforeSigningIn(page);
    await signIn(page, people.regie);
    const plan = await newPlan(page, `Toegankelijk ${town} ${scheme}`);
    await page.goto('/plannen');
    await expect(page.getByRole('link', { name: /Toegankelijk/ }).first()).toBeVisible();
    await expectAccessible(page, 'plans');
    await page.goto('/plannen/nieuw');
    await page.getByRole('button', { name: 'Plan maken' }).click();
    await expect(page.getByText('Vul een naam in voor het plan.')).toBeVisible();
    await expectAccessible(page, 'new plan, with an error');
    await onTheSheet(page, plan);
    await onMyPageAndRoles(page, plan);
    await page.goto(`${plan}/bestaat-niet`);
    await expect(page.getByText('Deze paragraaf bestaat niet')).toBeVisible();
    await expectAccessible(page, 'no such section');
    await page.goto('/plannen/bestaat-niet');
    await expect(page.getByRole('alert')).toBeVisible();
    await expectAccessible(page, 'no such plan');
    await page.goto('/bestaat-niet');
    await expect(page.getByRole('heading', { name: 'Deze pagina bestaat niet' })).toBeVisible();
    await expectAccessible(page, 'no such page');
  });
}

async function beforeSigningIn(page: Page): Promise<void> {
  await page.goto('/inloggen');
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await expectAccessible(page, 'sign in');
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
  await expect(page.getByText('Vul uw wachtwoord in.')).toBeVisible();
  await expectAccessible(page, 'sign in, fields missing');
  await page.getByLabel('E-mailadres').fill('niemand@demo.test');
  await page.getByLabel('Wachtwoord').fill('dit is het niet');
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('klopt niet');
  await expectAccessible(page, 'sign in, refused');
  await page.goto('/welkom#token=x');
  await page.getByRole('button', { name: 'Account maken' }).click();
  await expectAccessible(page, 'first administrator, fields missing');
  await page.goto('/inloggen');
}

async function onMyPageAndRoles(page: Page, plan: string): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expectAccessible(page, 'my page');
  await page.goto(`${plan}/rollen`);
  await expect(page.getByRole('grid')).toBeVisible();
  await expectAccessible(page, 'roles');
  await page.getByRole('gridcell', { name: /^3\.8 .*Politie/ }).click();
  await page.getByRole('checkbox', { name: /^signalerend/ }).check();
  await page.getByLabel('Recht').selectOption('read');
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toBeVisible();
  await expectAccessible(page, 'a choice of roles');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Standaardrollen invullen' }).click();
  await expect(page.getByRole('button', { name: 'Rollen toevoegen' })).toBeVisible();
  await expectAccessible(page, 'default roles');
  await page.keyboard.press('Escape');
  // The whole list in sight: a box that is scrolled half under the bar counts as too small.
  await page.setViewportSize({ width: 390, height: 2400 });
  await page.getByText('Politie Demostad').first().click();
  await expect(page.getByRole('checkbox', { name: /^uitvoerend/ })).toBeVisible();
  await expectAccessible(page, 'roles on a phone');
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function onTheSheet(page: Page, plan: string): Promise<void> {
  await page.goto(`${plan}/3-9`);
  await text(page, '3.9');
  await expectSaved(page);
  await expectAccessible(page, 'section');
  await page.getByRole('button', { name: 'Afbeelding', exact: true }).click();
  await page.getByRole('button', { name: 'Afbeelding invoegen' }).click();
  await expect(page.getByText('Kies een bestand.')).toBeVisible();
  await expectAccessible(page, 'adding an image');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Uw account/ }).click();
  await expect(page.getByRole('radio', { name: 'English' })).toBeVisible();
  await expectAccessible(page, 'account');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Wie is hier/ }).click();
  await expectAccessible(page, 'people');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Ga naar' }).click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await expectAccessible(page, 'palette');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Paragraaf toevoegen' }).click();
  await expectAccessible(page, 'add a section');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Toetsen' })).toBeVisible();
  await expectAccessible(page, 'keys');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 780 });
  await expectAccessible(page, 'section on a phone');
  await page.getByRole('button', { name: 'Inhoud', exact: true }).click();
  await expectAccessible(page, 'outline on a phone');
  await page.keyboard.press('Escape');
  await page.context().setOffline(true);
  await page.getByRole('textbox', { name: /^3\.9/ }).click();
  await page.keyboard.type('Zonder bereik. ');
  await expect(page.getByRole('group', { name: 'Opslaan' })).toContainText('Nog niet opgeslagen');
  await expectAccessible(page, 'section without a connection');
  await page.context().setOffline(false);
  await page.setViewportSize({ width: 1280, height: 900 });
  await expectSaved(page);
}
