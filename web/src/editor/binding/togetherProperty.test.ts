import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { deeds, wordsIn } from '../testing/deeds';
import { FakeNetwork } from '../testing/network';
import { randomOf, xmlOf } from '../testing/people';

const runs = Number(process.env['SEEDS'] ?? 20);
const only = process.env['SEED'];
/// How many of the three leave and come back, again and again. The law holds for one; with all
/// three about one seed in a hundred loses a word (docs/decisions/0030).
const leavers = Number(process.env['LEAVERS'] ?? 1);

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

const p = (text: string) => element('paragraph', new Y.XmlText(text));

function fillIn(text: string): Y.XmlElement {
  const made = element('fillIn', new Y.XmlText(text));
  made.setAttribute('id', 'a');
  made.setAttribute('kind', 'text');
  made.setAttribute('state', 'filled');
  return made;
}

function seedSection(fragment: Y.XmlFragment): void {
  const cell = (text: string) => element('tableCell', p(text));
  fragment.insert(0, [
    element('heading', new Y.XmlText('Kop «1»')),
    p('Eerste «2» zin «3» van de tekst'),
    element(
      'bulletList',
      element('listItem', p('punt «4»')),
      element('listItem', p('punt «5» en meer')),
    ),
    element('example', p('voorbeeld «6»'), p('tweede «7»')),
    element(
      'table',
      element('tableRow', cell('a «8»'), cell('b «9»')),
      element('tableRow', cell('c «10»'), cell('d «11»')),
    ),
    element('blockquote', p('citaat «12»')),
    element('paragraph', new Y.XmlText('In '), fillIn('wijk «13»'), new Y.XmlText(' gaat het.')),
    p(''),
  ]);
}

/// Runs one random afternoon; returns what somebody did and the words that nobody deleted.
function afternoon(seed: number, rescuing: boolean, leaverCount: number) {
  const random = randomOf(seed);
  const network = new FakeNetwork(seedSection, ['anna', 'bram', 'chris'], rescuing);
  const story: string[] = [];
  const typed = new Set(Array.from({ length: 13 }, (_, index) => `«${index + 1}»`));
  const deleted = new Map<string, string>();
  let next = 100;
  const word = () => {
    const made = `«${next++}»`;
    typed.add(made);
    return made;
  };
  for (let turn = 0; turn < 60; turn++) {
    const seat = network.seats[Math.floor(random() * network.seats.length)];
    const chance = random();
    if (seat === undefined) {
      continue;
    }
    if (chance < 0.5) {
      const { editor, name } = seat.person;
      const before = wordsIn(editor);
      const deed = deeds[Math.floor(random() * deeds.length)];
      const line = `${name}: ${deed?.(editor, random, word)}`;
      story.push(line);
      const after = wordsIn(editor);
      for (const gone of [...before].filter((one) => !after.has(one))) {
        deleted.set(gone, line);
        story.push(`  deletes ${gone}`);
      }
    } else if (chance < 0.7) {
      network.send(seat);
    } else if (chance < 0.94) {
      story.push(network.hear(seat) ? `${seat.person.name} hears` : '');
    } else if (network.seats.indexOf(seat) >= leaverCount) {
      network.hear(seat);
    } else if (seat.online) {
      story.push(`${seat.person.name} leaves`);
      network.leave(seat);
    } else {
      story.push(`${seat.person.name} comes back`);
      network.comeBack(seat);
    }
  }
  network.settle();
  const report = story.filter((line) => line !== '').join('\n');
  const last = network.seats[0];
  const there = last === undefined ? new Set() : wordsIn(last.person.editor);
  const lost = [...typed].filter((gone) => !there.has(gone) && !deleted.has(gone));
  return { network, lost, report };
}

function lawHolds(seed: number, leaverCount: number): void {
  const { network, lost, report } = afternoon(seed, true, leaverCount);
  const [first, ...others] = network.seats.map((seat) => seat.person);
  if (first === undefined) {
    return;
  }
  const about = `seed ${seed}\n${report}\n${xmlOf(first.doc)}`;
  expect(lost, about).toEqual([]);
  expect(first.unknown, about).toEqual([]);
  for (const other of others) {
    expect(xmlOf(other.doc), about).toBe(xmlOf(first.doc));
    expect(other.editor.state.doc.toJSON(), about).toEqual(first.editor.state.doc.toJSON());
  }
  expect(xmlOf(first.doc)).not.toContain('\ufffd');
  network.destroy();
}

test(`no word is lost that nobody deleted, and all see the same (${runs} seeds)`, () => {
  if (only !== undefined) {
    lawHolds(Number(only), leavers);
    return;
  }
  for (let seed = 1; seed <= runs; seed++) {
    lawHolds(seed, leavers);
  }
}, 120_000);

// A footnote taken back while somebody without a connection writes in it: what was rebuilt around
// it was taken for their words.
test('no word is lost (seed 12)', () => lawHolds(12, 1), 60_000);

test('the law can fail: without the rescue words do get lost', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const run = afternoon(seed, false, 1);
    run.network.destroy();
    if (run.lost.length > 0) {
      return;
    }
  }
  expect.fail('no seed lost a word');
}, 120_000);
