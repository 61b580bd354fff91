import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/// The certified OpenID provider, as a process of its own: `node oidcProvider.mjs CALLBACK`. It
/// writes its address, and takes orders at `/orders`: who signs in, how surely, with which key of
/// the client, and which lie to tell of itself.
const [callback] = process.argv.slice(2);
const server = createServer((request, response) => answer(request, response));
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const issuer = `http://localhost:${server.address().port}`;
const orders = { account: 'school', acr: 'substantial', jwks: undefined, lie: '' };
let provider = made();
process.stdout.write(`${issuer}\n`);

function made() {
  const client = {
    client_id: 'beleidstafel',
    redirect_uris: [callback],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt',
    // Fetched by the orders: the provider itself asks no loopback.
    jwks: orders.jwks,
  };
  return new Provider(issuer, {
    clients: orders.jwks === undefined ? [] : [client],
    acrValues: ['substantial', 'high'],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['only for tests'] },
    ttl: { Session: 60, Interaction: 60, Grant: 60, IdToken: 60, AccessToken: 60 },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: `sub-${id}`, email: `${id}@demo.test`, email_verified: true }),
    }),
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid email');
      grant.addOIDCClaims(['acr']);
      await grant.save();
      return grant;
    },
  });
}

async function answer(request, response) {
  if (request.url === '/orders') {
    let body = '';
    for await (const part of request) {
      body += part;
    }
    const { jwksUri, ...others } = JSON.parse(body);
    Object.assign(orders, others);
    if (jwksUri !== undefined) {
      orders.jwks = await (await fetch(jwksUri)).json();
    }
    provider = made();
    response.end('{}');
  } else if (request.url?.startsWith('/interaction/')) {
    await interact(request, response);
  } else if (orders.lie === 'plain' && request.url?.startsWith('/.well-known/')) {
    const own = await discovery();
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ ...own, code_challenge_methods_supported: ['plain'] }));
  } else {
    provider.callback()(request, response);
  }
}

/// What it would say itself.
async function discovery() {
  orders.lie = '';
  const said = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();
  orders.lie = 'plain';
  return said;
}

/// Nobody types here: the person of the orders signs in at once, or turns away when asked again.
async function interact(request, response) {
  const { prompt } = await provider.interactionDetails(request, response);
  const again = prompt.reasons.some((reason) => reason.includes('acr'));
  const result =
    again && !prompt.reasons.includes('no_session')
      ? { error: 'access_denied', error_description: 'not surely enough' }
      : { login: { accountId: orders.account, acr: orders.acr, remember: false } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
