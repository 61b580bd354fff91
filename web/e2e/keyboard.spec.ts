import { expect, test } from '@playwright/test';
import { expectSaved, newPlan, password, people, signIn, text } from './support/people';

test('the whole way by keyboard alone', async ({ page }) => {
  await page.goto('/');
  await signIn(page, people.ggd);
  const plan = await newPlan(page, 'Alleen met toetsen');
  await page.getByRole('button', { name: /^Uw account/ }).click();
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();

  // Sign in.
  await page.goto(plan);
  await expect(page.getByLabel('E-mailadres')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Direct naar de inhoud' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('E-mailadres')).toBeFocused();
  await page.keyboard.type(people.ggd.email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Inhoudsopgave' })).toBeVisible();

  // Go to a section through the palette.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Zoek op nummer of titel' })).toBeFocused();
  await page.keyboard.type('3.9');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('3.9');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^3\.9/ })).toBeFocused();
  await expect(page).toHaveTitle(/^3\.9 .* – Alleen met toetsen$/);

  // F6 goes round: panels, header, outline, text.
  const sheet = await text(page, '3.9');
  const before = (await sheet.textContent()) ?? '';
  await page.keyboard.press('F6');
  const panels = page.getByRole('list', { name: 'Panelen naast de tekst' });
  await expect(panels.getByRole('button').first()).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('link', { name: /Beleidstafel/ })).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('link', { name: /^3\.9/ }).first()).toBeFocused();
  await page.keyboard.press('F6');
  await expect(sheet).toBeFocused();

  // Typing at once adds to the text, and replaces nothing.
  await page.keyboard.type('Met de toetsen. ');
  await expect(sheet).toContainText('Met de toetsen. ');
  expect((await sheet.textContent())?.length).toBeGreaterThanOrEqual(before.length);
  await expectSaved(page);

  // "?" is a letter in the text and a command outside of it.
  await page.keyboard.type('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Toetsen' });
  await expect(keys).toContainText('F6');
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^3\.9/ }).first()).toBeFocused();

  // To the next section with the outline's own link.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^3\.10/ })).toBeFocused();
});
