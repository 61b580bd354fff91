import { Server } from './server';

/// One server for all journeys but those that kill theirs. BELEIDSTAFEL_E2E_URL names one that runs
/// already.
export default async function globalSetup(): Promise<() => Promise<void>> {
  if (process.env['BELEIDSTAFEL_E2E_URL']) {
    return async () => {};
  }
  const server = await Server.start();
  process.env['BELEIDSTAFEL_E2E_URL'] = server.url;
  return () => server.stop();
}
