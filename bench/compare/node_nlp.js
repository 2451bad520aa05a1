// node-nlp's French, its defaults: learns train.json, reads messages.json, writes node_nlp.json (confidence of each intent).
const fs = require('fs');
const path = require('path');
const {NlpManager} = require('node-nlp');

async function main(folder) {
  const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
  const manager = new NlpManager({languages: ['fr'], forceNER: false, nlu: {log: false}, autoSave: false});
  for (const {text, intent} of read('train.json')) manager.addDocument('fr', text, intent);
  const started = Date.now();
  await manager.train();
  console.error(`learnt in ${Math.round((Date.now() - started) / 1000)} s`);
  const found = [];
  for (const {text} of read('messages.json')) {
    const {classifications} = await manager.process('fr', text);
    found.push(Object.fromEntries(classifications.map(({intent, score}) => [intent, score])));
  }
  fs.writeFileSync(path.join(folder, 'node_nlp.json'), JSON.stringify(found));
}

main(process.argv[2]);
