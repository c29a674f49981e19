/**
 * Puts an export into data/model/: the weights, SOURCE.md with their hashes and scores, and the fixture beside the kernel.
 *
 * Usage: node train/kernel/ship.mjs EXPORT_FOLDER, after train/kernel/build.sh. Then `npx vitest run src/read/neural -u`
 * pins the new reading (reading.sha256), once the other tests there pass.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [from] = process.argv.slice(2)
if (from === undefined) throw new Error('usage: node ship.mjs EXPORT_FOLDER')
const here = import.meta.dirname
const model = join(here, '../../data/model')
const names = ['vectors.bin', 'syntax.bin', 'names.bin', 'attribution.bin']

const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')
const listed = JSON.parse(readFileSync(join(from, 'hashes.json'), 'utf8'))
for (const name of names) {
  if (hashOf(join(from, name)) !== listed[name])
    throw new Error(`${name} is not the file of hashes.json: is the export complete?`)
  copyFileSync(join(from, name), join(model, name))
}
const { int8 } = JSON.parse(readFileSync(join(from, 'fixture.json'), 'utf8'))
writeFileSync(join(here, 'fixture.jsonl'), int8.map((article) => `${JSON.stringify(article)}\n`).join(''))

const headerOf = (name) => {
  const file = readFileSync(join(model, name))
  return JSON.parse(file.subarray(8, 8 + file.readUInt32LE(4)).toString('utf8'))
}
const sizeOf = (name) => (readFileSync(join(model, name)).length / 1e6).toFixed(2)
const readme = readFileSync(join(here, '../README.md'), 'utf8')
const sectionOf = (title) => {
  const section = readme.split(/^## /m).find((part) => part.startsWith(`${title}\n`))
  if (section === undefined) throw new Error(`train/README.md has no section “${title}”.`)
  return section.slice(title.length).trim()
}

const scoresPath = join(from, 'scores.json')
const scores = existsSync(scoresPath) ? JSON.parse(readFileSync(scoresPath, 'utf8')) : undefined
const scoreRows = (s) => [
  ['UPOS / UAS / LAS, UD EWT', `${s.ewt.upos} / ${s.ewt.uas} / ${s.ewt.las}`],
  ['UPOS / UAS / LAS, UD GUM', `${s.gum.upos} / ${s.gum.uas} / ${s.gum.las}`],
  ['names P / R / F1, CoNLL-2003', `${s.conll2003.p} / ${s.conll2003.r} / ${s.conll2003.f}`],
  ['names P / R / F1, CrossNER politics', `${s.politics.p} / ${s.politics.r} / ${s.politics.f}`],
  ...['Source', 'Cue', 'Content'].map((role) => [
    `${role} token / exact / overlap F1, PolNeAR`,
    s.polnear[role].join(' / '),
  ]),
  ['whole attributions F1, PolNeAR', `${s.whole.whole}`],
  ['whole attributions F1 on gold spans, PolNeAR', `${s.whole_gold_spans.whole}`],
]
const scoreTable =
  scores === undefined
    ? 'Not measured for this export.'
    : [
        '| dev | as shipped (int8) | before (float32) |',
        '|---|---|---|',
        ...scoreRows(scores.int8).map(
          ([title, value], k) => `| ${title} | ${value} | ${scoreRows(scores.fp32)[k][1]} |`,
        ),
      ].join('\n')

const calibrationRows = ['syntax.bin', 'names.bin', 'attribution.bin'].flatMap((name) =>
  Object.entries(headerOf(name).confidence).map(
    ([decision, { temperature, ece, n }]) =>
      `| ${name.replace('.bin', '')}: ${decision} | ${temperature ?? 'weights'} | ${ece} | ${n} |`,
  ),
)

const fast = JSON.parse(readFileSync(join(here, '../perceptron/scores.json'), 'utf8')).scores

const text = `# Models

The reader's trained models and the kernel that runs them. Trained and written by the authors of Hearsay with the
scripts in \`train/\`; the format is in \`train/README.md\`. Regenerated, with this file, by \`train/kernel/ship.mjs\`.

| file | what | MB | SHA-256 |
|---|---|---|---|
${[
  [
    'kernel.wasm',
    'WebAssembly module, compiled from `train/kernel/kernel.c` by `build.sh` (Debian clang 14.0.6)',
  ],
  ['vectors.bin', `${headerOf('vectors.bin').rows - 2} word vectors of 100 numbers, int8`],
  ['syntax.bin', 'parts of speech and dependencies'],
  ['names.bin', 'names'],
  ['attribution.bin', 'source, cue and content spans, and the linker'],
  ['perceptron.bin', 'the parser of fast mode: parts of speech and dependencies'],
]
  .map(([name, what]) => `| \`${name}\` | ${what} | ${sizeOf(name)} | \`${hashOf(join(model, name))}\` |`)
  .join('\n')}

## Data and licences

${sectionOf('Data and licences')}

None of these texts is in the files: they hold weights, and the words that have vectors.

## Steps

${sectionOf('Run it again')}

## Scores

${scoreTable}

${sectionOf('Scores on dev').split('\n\n').at(-1)}

The parser of fast mode (\`train/perceptron/README.md\`; trained on the same UD parts and on news that the syntax model
had parsed): UPOS / UAS / LAS ${fast.ewt.upos} / ${fast.ewt.uas} / ${fast.ewt.las} on EWT, ${fast.gum.upos} / ${fast.gum.uas} / ${fast.gum.las} on GUM.

## Calibration

Expected calibration error, in percent, on dev; the temperature is in each model's header.

| decision | temperature | error | cases |
|---|---|---|---|
${calibrationRows.join('\n')}
`
writeFileSync(join(model, 'SOURCE.md'), text)
