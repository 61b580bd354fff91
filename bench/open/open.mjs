// How fast a section of the filled plan opens, and whether typing in it waits for its comments.
//   node bench/open/open.mjs [--rounds 15] [--keys 40] [--blocks 4] [--only open|typing] [--json FILE]
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sleep } from '../lib/random.mjs';
import { stealSeconds } from '../lib/proc.mjs';
import { ofWeb, Product } from './product.mjs';
import { categories, markText, opening, typing } from './trace.mjs';

const { chromium } = ofWeb('@playwright/test');
const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    keys: { type: 'string', default: '40' },
    blocks: { type: 'string', default: '4' },
    section: { type: 'string', default: '3.9' },
    only: { type: 'string' },
    json: { type: 'string' },
    'keep-trace': { type: 'string' },
  },
});
const limitMs = 300;
const threads = 100;
const settleMs = 1500;

function browserOf(...more) {
  const known = [process.env.BELEIDSTAFEL_CHROMIUM, '/usr/bin/chromium'].find((file) => file && fs.existsSync(file));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: known ?? chromium.executablePath(), args: [...root, ...args, ...more] });
}

const quantile = (values, q) => values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(q * values.length) - 1)];
const median = (values) => quantile(values, 0.5);
const show = (value) => (value === undefined ? '–' : value.toFixed(value < 20 ? 1 : 0));

async function visit(browser, product) {
  const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } });
  await context.addCookies([await product.cookie()]);
  return { context, page: await context.newPage() };
}

/** What any page of this server costs here: a line of text, from the same navigation to the same frame. */
async function plainPage(browser, product) {
  const { context, page } = await visit(browser, product);
  await browser.startTracing(page, { categories });
  await page.goto(`${product.url}/health/ready`, { waitUntil: 'commit' });
  await sleep(settleMs);
  // The trace of so short a page lacks its beginning.
  const shown = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  await browser.stopTracing();
  await context.close();
  return shown;
}

/** A new browser profile each time: nothing is kept, no worker stands between. By turns with a plain page. */
async function openings(product, section) {
  const browser = await browserOf();
  const url = product.address(section);
  const all = [];
  // The first two warm the server and the machine, as a day's first reader does; they do not count.
  for (let round = -2; round < Number(options.rounds); round++) {
    const { context, page } = await visit(browser, product);
    await page.addInitScript(markText);
    await browser.startTracing(page, { categories });
    await page.goto(url, { waitUntil: 'commit' });
    // Not asked of the page before: what a question brings with it takes the main thread 50 ms.
    await sleep(settleMs);
    await page.waitForFunction(() => performance.getEntriesByName('bench-editor').length > 0);
    await sleep(300);
    const buffer = await browser.stopTracing();
    await context.close();
    if (options['keep-trace']) fs.writeFileSync(options['keep-trace'], buffer);
    const found = opening(buffer);
    const plain = await plainPage(browser, product);
    if (round >= 0) all.push({ ...found, plain });
    await sleep(200);
  }
  await browser.close();
  return all;
}

/** Two sections with the same text, that of a section which people wrote in; one of them with comments. */
async function twins(browser, product, section) {
  const { context, page } = await visit(browser, product);
  const sheet = page.locator('.bt-sheet[contenteditable="true"]');
  const arrive = async (where) => {
    await page.goto(product.address(where));
    await sheet.waitFor();
    await sheet.click();
  };
  await arrive(section);
  await page.keyboard.press('Control+A');
  const html = await sheet.evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { bubbles: true, cancelable: true, clipboardData }));
    return clipboardData.getData('text/html');
  });
  const made = [];
  for (const count of [0, threads]) {
    const twin = await product.ask('POST', `/v1/plans/${product.planId}/sections`, { title: `Met ${count} opmerkingen` });
    await arrive(twin);
    await sheet.evaluate((element, words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', words);
      element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    }, html);
    await page.getByText('Opgeslagen', { exact: true }).first().waitFor();
    await sleep(1500);
    await product.discuss(twin, count);
    made.push(twin);
  }
  await context.close();
  return made;
}

/** Types in the middle of the text. Frames come as soon as they are ready, so that the wait for the screen does not hide the work. */
async function typings(product, section) {
  const browser = await browserOf('--disable-frame-rate-limit', '--disable-gpu-vsync');
  const [without, full] = await twins(browser, product, section);
  const ways = [
    { name: '0 threads', twin: without, count: 0 },
    { name: `${threads} threads`, twin: full, count: threads },
    { name: `${threads} threads, panel open`, twin: full, count: threads, panel: 'opmerkingen' },
  ];
  const found = ways.map(({ name }) => ({ name, keys: [], pauses: [] }));
  for (let block = 0; block < Number(options.blocks); block++) {
    // There and back again: what the machine does meanwhile falls on all alike.
    const turns = ways.map((way, index) => ({ ...way, into: found[index] }));
    for (const { twin, count, panel, into } of block % 2 === 0 ? turns : turns.toReversed()) {
      const { context, page } = await visit(browser, product);
      await page.goto(product.address(twin, panel));
      await page.locator('.bt-sheet[contenteditable="true"]').waitFor();
      if (count > 0) await page.waitForFunction((n) => document.querySelectorAll('.bt-sheet mark[data-thread]').length >= n * 0.9, count);
      const paragraphs = page.locator('.bt-sheet > p');
      await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
      await page.keyboard.press('End');
      await page.keyboard.type(' warm worden', { delay: 60 });
      await sleep(1500);
      await browser.startTracing(page, { categories });
      const letters = 'samen schrijven wij aan dit plan en wij zijn nog lang niet klaar ';
      for (let i = 0; i < Number(options.keys); i++) {
        await page.keyboard.press(letters[i % letters.length] === ' ' ? 'Space' : letters[i % letters.length]);
        await sleep(90);
      }
      await sleep(800);
      const keys = typing(await browser.stopTracing());
      // The last key has the pause after it, in which the places of the comments are looked for anew.
      into.pauses.push(keys.at(-1).longest);
      into.keys.push(...keys.slice(0, -1));
      await context.close();
    }
  }
  await browser.close();
  return found;
}

const cpu = `${os.cpus().length} × ${os.cpus()[0].model.trim()}`;
const product = await Product.start();
const result = { at: new Date().toISOString(), cpu, node: process.version, load: os.loadavg()[0] };
const steal = stealSeconds();
try {
  const plan = await product.ask('GET', `/v1/plans/${product.planId}`);
  const section = plan.sections.find(({ key }) => key === options.section);
  console.log(`${cpu}, load ${result.load.toFixed(1)}, section ${section.key} “${section.title}”`);
  if (options.only !== 'typing') {
    const all = await openings(product, section);
    const shown = all.map((one) => one.shown);
    result.open = { rounds: all.length, median: median(shown), p90: quantile(shown, 0.9), worst: Math.max(...shown), all };
    console.log(`\nCold open, ${all.length} new browser profiles: from navigation, ms (median, worst)`);
    for (const step of Object.keys(all[0].steps)) {
      const values = all.map(({ steps }) => steps[step]).filter((value) => value !== undefined);
      console.log(`  ${step.padEnd(18)} ${show(median(values)).padStart(6)} ${show(Math.max(...values)).padStart(6)}`);
    }
    console.log(`  main thread busy   ${show(median(all.map(({ busy }) => busy))).padStart(6)}`);
    console.log(`  requests before    ${show(median(all.map(({ requests }) => requests))).padStart(6)}`);
    const plain = median(all.map((one) => one.plain));
    console.log(`  a plain page       ${show(plain).padStart(6)}   text shown : plain page = ${(result.open.median / plain).toFixed(2)}`);
    const held = result.open.median <= limitMs ? 'held' : 'missed';
    console.log(`  limit ${limitMs} ms: ${held} by the median, ${shown.filter((ms) => ms <= limitMs).length} of ${all.length} within`);
  }
  if (options.only !== 'open') {
    const found = await typings(product, section);
    console.log(`\nTyping: ms from key press to paint, and of work on the main thread until the next key (median, p95)`);
    const figures = found.map(({ name, keys, pauses }) => ({
      name,
      count: keys.length,
      toPaint: median(keys.map((key) => key.toPaint)),
      toPaint95: quantile(keys.map((key) => key.toPaint), 0.95),
      work: median(keys.map((key) => key.work)),
      work95: quantile(keys.map((key) => key.work), 0.95),
      pause: median(pauses),
    }));
    for (const f of figures) {
      console.log(`  ${f.name.padEnd(24)} ${show(f.toPaint)} ${show(f.toPaint95)}   ${show(f.work)} ${show(f.work95)}   longest task in the pause ${show(f.pause)}   (${f.count} keys)`);
    }
    for (const f of figures.slice(1)) {
      console.log(`  ${f.name} : 0 = ${(f.toPaint / figures[0].toPaint).toFixed(2)} to paint, ${(f.work / figures[0].work).toFixed(2)} in work`);
    }
    result.typing = figures;
  }
  result.steal = stealSeconds() - steal;
  console.log(`\nThe hypervisor took ${result.steal.toFixed(1)} s; load now ${os.loadavg()[0].toFixed(1)}`);
  if (options.json) fs.appendFileSync(path.resolve(options.json), `${JSON.stringify(result)}\n`);
} finally {
  await product.stop();
}
