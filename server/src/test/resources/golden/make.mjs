// Made the golden files, once: `node make.mjs` in a directory with these packages installed:
//   yjs-13-0@npm:yjs@13.0.8 yjs-13-5@npm:yjs@13.5.0 yjs-13-6@npm:yjs@13.6.33 y14@npm:@y/y@14.0.0-rc.7
// Never regenerated silently: what old versions wrote must be read for ever.
import { writeFileSync } from 'node:fs';

const hex = (bytes) => Buffer.from(bytes).toString('hex');

const script = (Y) => {
  const one = new Y.Doc();
  const two = new Y.Doc();
  one.clientID = 11;
  two.clientID = 7;
  const updates = [];
  for (const doc of [one, two]) doc.on('update', (update) => updates.push(hex(update)));
  const sync = () => {
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)));
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)));
  };
  one.getText('t').insert(0, 'Wij doen het samen 😀');
  sync();
  one.getText('t').delete(4, 5);
  two.getText('t').insert(9, 'écht ');
  one.getMap('m').set('getal', 1.5);
  one.getMap('m').set('lijst', [1, null, true, 'é', { a: -7 }]);
  two.getMap('m').set('getal', 2 ** 40);
  two.getArray('a').insert(0, ['x', new Uint8Array([1, 2]), 3]);
  sync();
  const paragraph = new Y.XmlElement('paragraph');
  one.getXmlFragment('x').insert(0, [paragraph]);
  paragraph.setAttribute('id', 'a1');
  const text = new Y.XmlText();
  paragraph.insert(0, [text]);
  text.insert(0, 'vet en schuin');
  text.format(0, 3, { bold: {} });
  sync();
  two.getXmlFragment('x').toArray()[0].toArray()[0].format(2, 5, { italic: true });
  two.getXmlFragment('x').toArray()[0].toArray()[0].insertEmbed(3, { image: 'p.png' });
  const removed = new Y.XmlElement('weg');
  two.getXmlFragment('x').insert(1, [removed]);
  removed.insert(0, [new Y.XmlText('weg')]);
  two.getXmlFragment('x').delete(1, 1);
  sync();
  return {
    updates,
    state: hex(Y.encodeStateAsUpdate(one)),
    stateV2: Y.encodeStateAsUpdateV2 ? hex(Y.encodeStateAsUpdateV2(one)) : null,
    vector: hex(Y.encodeStateVector(one)),
    text: one.getText('t').toString(),
    map: one.getMap('m').toJSON(),
    xml: one.getXmlFragment('x').toString(),
  };
};

const script14 = (Y) => {
  const doc = new Y.Doc();
  doc.clientID = 11;
  const updates = [];
  doc.on('update', (update) => updates.push(hex(update)));
  doc.get('t').insert(0, 'Wij doen het samen');
  doc.get('t').format(0, 3, { bold: true });
  doc.get('t').delete(4, 5);
  doc.get('m').setAttr('getal', 1.5);
  return {
    updates,
    state: hex(Y.encodeStateAsUpdate(doc)),
    stateV2: hex(Y.encodeStateAsUpdateV2(doc)),
    vector: hex(Y.encodeStateVector(doc)),
    text: 'Wij het samen',
    map: { getal: 1.5 },
    xml: null,
  };
};

for (const [name, run] of [['yjs-13-0', script], ['yjs-13-5', script], ['yjs-13-6', script], ['y14', script14]]) {
  const Y = await import(name);
  writeFileSync(`${name}.json`, `${JSON.stringify({ made: name, ...run(Y) }, null, 1)}\n`);
}
