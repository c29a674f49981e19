/**
 * Runs one scorer: `npm run eval -- TASK FILE|FOLDER... [--mode fast|full] [--json]`.
 *
 * The last line is one JSON object with the scores; `--json` prints nothing else.
 */
const tasks = {
  ud: './ud.mjs',
  ner: './ner.mjs',
  polnear: './polnear.mjs',
  actors: './actors.mjs',
  timex: './timex.mjs',
  'timex-specs': './timex-specs.mjs',
  'events-plover': './events-plover.mjs',
  'events-cameo': './events-cameo.mjs',
  'events-penta': './events-penta.mjs',
  factuality: './factuality.mjs',
  hedges: './hedges.mjs',
  loaded: './loaded.mjs',
  copies: './copies.mjs',
  contradiction: './contradiction.mjs',
  stance: './stance.mjs',
  distorted: './distorted.mjs',
  coref: './coref.mjs',
  origins: './origins.mjs',
  stories: './stories.mjs',
  warc: './warc.mjs',
  robots: './robots.mjs',
  feeds: './feeds.mjs',
  'extraction-zyte': './extraction-zyte.mjs',
  'extraction-fundus': './extraction-fundus.mjs',
  dates: './dates.mjs',
}

/** `networks` scores the trained models alone, beside what the reader makes of them. */
const modesOf = (task) => (task === 'polnear' ? ['fast', 'full', 'networks'] : ['fast', 'full'])

const args = process.argv.slice(2)
const flag = (name) => {
  const at = args.indexOf(name)
  return at === -1 ? undefined : args.splice(at, name === '--mode' ? 2 : 1)
}
const json = flag('--json') !== undefined
const byAnnotator = flag('--by-annotator') !== undefined
const sheet = flag('--sheet') !== undefined
const mode = flag('--mode')?.[1] ?? 'full'
const [task, ...places] = args
if (!(task in tasks) || places.length === 0 || !modesOf(task).includes(mode)) {
  console.error(
    `Usage: npm run eval -- ${Object.keys(tasks).join('|')} FILE|FOLDER... [--mode fast|full|networks] [--by-annotator] [--sheet] [--json]`,
  )
  process.exit(2)
}
const { score } = await import(tasks[task])
const say = json ? () => {} : (line) => console.log(line)
const scores = await score(places, { mode, byAnnotator, sheet, say })
console.log(JSON.stringify({ task, mode, ...scores }))
