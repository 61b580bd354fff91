import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/access';
import { password, people, signIn } from './support/people';
import { Server } from './support/server';

/// Ways in, with a server of their own: what is set up here would keep the other journeys' people
/// out.
test.skip(
  Boolean(process.env['BELEIDSTAFEL_E2E_FOREIGN']),
  'the server under test is not ours to change',
);

// The later ones go on with the provider that an earlier one has set up.
test.describe.configure({ mode: 'serial' });

let server: Server | undefined;
let provider: OidcProvider | undefined;

test.beforeAll(async () => {
  test.setTimeout(500_000);
  server = await Server.start((url) => startProvider(`${url}/v1/oidc/callback`));
});

test.afterAll(async () => {
  await server?.stop();
  if (provider?.process.exitCode === null) {
    const gone = once(provider.process, 'exit');
    provider.process.kill();
    await gone;
  }
});

interface OidcProvider {
  process: ChildProcess;
  issuer: string;
}

/// Starts the provider before the server, whose operator must name it.
async function startProvider(callback: string): Promise<NodeJS.ProcessEnv> {
  const script = join(import.meta.dirname, 'support/oidcProvider.mjs');
  const started = spawn(process.execPath, [script, callback], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line]: unknown[] = await once(createInterface(started.stdout), 'line');
  provider = { process: started, issuer: String(line) };
  return { BELEIDSTAFEL_IDENTITY_PROVIDER_HOSTS: new URL(issuer()).host };
}

function issuer(): string {
  return provider?.issuer ?? '';
}

async function order(orders: Record<string, string>): Promise<void> {
  await fetch(`${issuer()}/orders`, { method: 'POST', body: JSON.stringify(orders) });
}

async function pageOf(browser: Browser): Promise<Page> {
  return (await browser.newContext({ baseURL: server?.url ?? '' })).newPage();
}

/// As an app on a phone counts it (RFC 6238).
function codeOf(secret: string, step: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0'));
  const key = Buffer.from(
    (bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)),
  );
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

const stepNow = (): number => Math.floor(Date.now() / 30_000);

async function typeCredentials(page: Page, email: string): Promise<void> {
  await page.goto('/inloggen');
  await page.getByLabel('E-mailadres').fill(email);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
}

async function expectIn(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('button', { name: `Uw account: ${name}` })).toBeVisible();
}

test('an app with codes is set up, asked for, and helped out by a recovery code', async ({
  browser,
}) => {
  const page = await pageOf(browser);
  await page.goto('/account/beveiliging');
  await signIn(page, people.school);
  await expect(page.getByRole('heading', { name: 'Beveiliging' })).toBeVisible();
  await page.getByRole('button', { name: 'App instellen' }).click();
  await expect(page.getByRole('img', { name: 'QR-code voor uw app' })).toBeVisible();
  await expectAccessible(page, 'setting up an app');
  const secret = ((await page.locator('.bt-secret').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Code uit de app').fill('000000');
  await page.getByRole('button', { name: 'Bevestigen' }).click();
  await expect(page.getByText('Deze code klopt niet')).toBeVisible();
  const step = stepNow();
  await page.getByLabel('Code uit de app').fill(codeOf(secret, step));
  await page.getByRole('button', { name: 'Bevestigen' }).click();
  await expect(page.getByText('Bewaar deze herstelcodes nu')).toBeVisible();
  const codes = await page.locator('.bt-codes code').allTextContents();
  expect(codes).toHaveLength(10);
  await expectAccessible(page, 'recovery codes');
  await page.getByRole('button', { name: 'Ik heb de codes bewaard' }).click();
  await expect(page.getByText('U hebt nog 10 herstelcodes.')).toBeVisible();
  await expectAccessible(page, 'security');

  const other = await pageOf(browser);
  await typeCredentials(other, people.school.email);
  await expect(other.getByRole('heading', { name: 'Nog een stap' })).toBeVisible();
  await expect(other.getByLabel('Code of herstelcode')).toBeFocused();
  await expectAccessible(other, 'the code is due');
  await other.getByLabel('Code of herstelcode').fill(codeOf(secret, step));
  await other.keyboard.press('Enter');
  await expect(other.getByRole('alert')).toContainText('Elke code werkt één keer');
  // Of the next step, which the server takes already.
  await other.getByLabel('Code of herstelcode').fill(codeOf(secret, step + 1));
  await other.keyboard.press('Enter');
  await expectIn(other, people.school.name);

  const third = await pageOf(browser);
  await typeCredentials(third, people.school.email);
  await third.getByLabel('Code of herstelcode').fill(codes[0] ?? '');
  await third.getByRole('button', { name: 'Verder' }).click();
  await expectIn(third, people.school.name);
});

test('a passkey opens the door without address or password', async ({ browser }) => {
  const page = await pageOf(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto('/account/beveiliging');
  await signIn(page, people.politie);
  await page.getByLabel('Naam voor deze sleutel').fill('Laptop van het werk');
  await page.getByRole('button', { name: 'Toegangssleutel toevoegen' }).click();
  await expect(page.getByText('Bewaar deze herstelcodes nu')).toBeVisible();
  await page.getByRole('button', { name: 'Ik heb de codes bewaard' }).click();
  await expect(page.getByText('Laptop van het werk', { exact: true })).toBeVisible();
  await expectAccessible(page, 'a passkey');

  // Its holder leaves it alone while the page is left, and touches it when it is asked for.
  const touched = (enabled: boolean) =>
    devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  const leave = async () => {
    await touched(false);
    await page.getByRole('button', { name: /^Uw account/ }).click();
    await page.getByRole('button', { name: 'Uitloggen', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
    await touched(true);
  };
  await leave();
  // Among the addresses that the browser fills in: the page has asked by itself.
  await page.goto('/inloggen');
  await expectIn(page, people.politie.name);

  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
  await page.reload();
  await leave();
  await page.goto('/inloggen');
  await page.getByRole('button', { name: 'Inloggen met een toegangssleutel' }).click();
  await expectIn(page, people.politie.name);

  await page.goto('/account/beveiliging');
  await expect(page.getByText(/laatst gebruikt op/)).toBeVisible();
  await page.getByRole('button', { name: 'Laptop van het werk verwijderen' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Verwijderen' }).click();
  await expect(page.getByText('De toegangssleutel is verwijderd.')).toBeVisible();
});

test('a session that one does not recognise is ended from elsewhere', async ({ browser }) => {
  const here = await pageOf(browser);
  await here.goto('/account/beveiliging');
  await signIn(here, people.ggd);
  const there = await pageOf(browser);
  await there.goto('/plannen');
  await signIn(there, people.ggd);
  await here.reload();
  await expect(here.getByText('(deze browser)')).toHaveCount(1);
  await here.getByRole('button', { name: /^Uitloggen: / }).click();
  await expect(here.getByText('Die browser is uitgelogd.')).toBeVisible();
  await there.goto('/plannen');
  await expect(there.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
});

test('an administrator sets up a provider, and its people come in through it', async ({
  browser,
}) => {
  const page = await pageOf(browser);
  await page.goto('/beheer/inloggen');
  await signIn(page, people.regie);
  await expect(page.getByRole('heading', { name: 'Inloggen', level: 1 })).toBeVisible();
  await expectAccessible(page, 'ways in');
  const add = page.getByRole('button', { name: 'Aanbieder toevoegen' });
  await add.click();
  await expect(page.getByText('Vul dit veld in.').first()).toBeVisible();
  await page.getByLabel('Tekst op de knop').fill('Gemeenteaccount');
  await page.getByLabel(/client id/).fill('beleidstafel');
  await page.getByLabel(/\(acr\)/).fill('substantial');
  await page.getByLabel(/\(issuer\)/).fill('https://elders.test');
  await add.click();
  await expect(page.getByText('identity-provider-hosts')).toBeVisible();
  await page.getByLabel(/\(issuer\)/).fill(issuer());
  await order({ lie: 'plain' });
  await add.click();
  await expect(page.getByText('geen PKCE met S256')).toBeVisible();
  await order({ lie: '' });
  await add.click();
  // Makes a key, which takes a busy machine its time.
  await expect(page.getByText('De aanbieder is toegevoegd.')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page, 'a provider');
  const keys = page.locator('code').filter({ hasText: /\/v1\/oidc\/.*\/keys$/ });
  await order({ jwksUri: (await keys.textContent()) ?? '' });

  const marleen = await pageOf(browser);
  await marleen.goto('/inloggen');
  const button = marleen.getByRole('button', { name: 'Gemeenteaccount (Demostad)' });
  await expect(button).toBeVisible();
  await expectAccessible(marleen, 'signing in with providers');
  await button.click();
  await expectIn(marleen, people.school.name);
  await marleen.goto('/account/beveiliging');
  await expect(marleen.getByText('via uw gemeente').first()).toBeVisible();
});

test('a provider that knows somebody else, or not surely enough, is explained', async ({
  browser,
}) => {
  const page = await pageOf(browser);
  const tryIt = async () => {
    await page.context().clearCookies();
    await page.goto('/inloggen');
    await page.getByRole('button', { name: 'Gemeenteaccount (Demostad)' }).click();
  };
  await order({ account: 'vreemdeling' });
  await tryIt();
  await expect(page.getByRole('alert')).toContainText('hoort niet bij een deelnemer hier');
  await expectAccessible(page, 'refused');
  await order({ account: 'school', acr: 'low' });
  await tryIt();
  await expect(page.getByRole('alert')).toContainText('vraagt een sterkere manier');
  await order({ acr: 'substantial', jwksUri: `${issuer()}/jwks` });
  await tryIt();
  await expect(page.getByRole('alert')).toContainText('tokens');
  await page.goto('/v1/oidc/callback?state=x&code=y');
  await expect(page.getByRole('alert')).toContainText('begon in een andere browser');
});

test('where a second factor is required, nothing else goes before it is set up', async ({
  browser,
}) => {
  const regie = await pageOf(browser);
  await regie.goto('/beheer/inloggen');
  await signIn(regie, people.regie);
  await regie.getByRole('radio', { name: /Ja, het moet/ }).check();
  await regie.getByRole('button', { name: 'Opslaan' }).click();
  await expect(regie.getByRole('alert')).toContainText('Anders kunt u zelf niet verder');
  await regie.goto('/account/beveiliging');
  await setUpApp(regie);
  await regie.goto('/beheer/inloggen');
  await regie.getByRole('radio', { name: /Ja, het moet/ }).check();
  await regie.getByRole('button', { name: 'Opslaan' }).click();
  await expect(regie.getByText('Opgeslagen.')).toBeVisible();

  const thomas = await pageOf(browser);
  await typeCredentials(thomas, 'verslavingszorg@demo.test');
  await expect(thomas.getByText('Uw gemeente vraagt bij het inloggen meer')).toBeVisible();
  await expectAccessible(thomas, 'a second factor is due');
  await thomas.goto('/plannen');
  await expect(thomas).toHaveURL(/\/account\/beveiliging$/);
  await setUpApp(thomas);
  await thomas.goto('/plannen');
  await expect(thomas.getByRole('heading', { name: 'Plannen' })).toBeVisible();

  await regie.reload();
  await regie.getByRole('button', { name: /Tweede factor wissen van Thomas/ }).click();
  await expectAccessible(regie, 'erasing a second factor');
  await regie.getByRole('dialog').getByRole('button', { name: 'Wissen' }).click();
  await expect(
    regie.getByText('De tweede factor van Thomas Kuijpers-Lont is gewist.'),
  ).toBeVisible();
  await thomas.goto('/plannen');
  await expect(thomas.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
  await regie.getByRole('radio', { name: /Nee, het mag/ }).check();
  await regie.getByRole('button', { name: 'Opslaan' }).click();
  await expect(regie.getByText('Opgeslagen.')).toBeVisible();
});

/// Sets up an app on the page of security, which is open.
async function setUpApp(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'App instellen' }).click();
  const secret = ((await page.locator('.bt-secret').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Code uit de app').fill(codeOf(secret, stepNow()));
  await page.getByRole('button', { name: 'Bevestigen' }).click();
  await page.getByRole('button', { name: 'Ik heb de codes bewaard' }).click();
  await expect(page.getByText('U hebt nog 10 herstelcodes.')).toBeVisible();
}
