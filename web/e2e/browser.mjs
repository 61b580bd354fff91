// Makes sure that a Chromium exists for the browser tests: the one named in BELEIDSTAFEL_CHROMIUM,
// Debian's package (fetched here as root), or Playwright's own download. Says what to do where none
// can be had.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const named = process.env.BELEIDSTAFEL_CHROMIUM ?? '';

function found() {
  return [named, '/usr/bin/chromium', chromium.executablePath()].find(
    (path) => path !== '' && existsSync(path),
  );
}

function run(command, ...args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

if (named !== '' && !existsSync(named)) {
  process.stderr.write(`BELEIDSTAFEL_CHROMIUM names ${named}, which does not exist.\n`);
  process.exit(1);
}
if (!found()) {
  const root = process.getuid?.() === 0;
  if (root && existsSync('/usr/bin/apt-get')) {
    run('apt-get', 'update', '-q') && run('apt-get', 'install', '-y', '-q', 'chromium');
  } else {
    run('npx', 'playwright', 'install', 'chromium');
  }
}
if (!found()) {
  process.stderr.write(
    'The browser tests need Chromium, and it could not be fetched. Install it with\n' +
      '  apt-get install chromium        (Debian, as root)\n' +
      '  npx playwright install chromium (elsewhere, in web/)\n' +
      'or name an existing one in BELEIDSTAFEL_CHROMIUM.\n',
  );
  process.exit(1);
}
