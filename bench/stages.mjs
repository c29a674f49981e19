/**
 * Where reading an article spends its time: CPU milliseconds an article for each stage, with the time that the
 * trained networks take inside a stage set apart. The last line is one JSON object.
 *
 * A folder of .txt files may be given; else the texts are put together from the example pages. `--mode fast` reads so.
 */
import { openEngine } from '../dist/read/open-engine.js'
import { stages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { countTokens, makeExampleTexts, readTexts } from './example-texts.mjs'
import { toArticle } from './to-article.mjs'

export async function run(args) {
  const at = args.indexOf('--mode')
  const mode = at === -1 ? 'full' : args.splice(at, 2)[1]
  const [folder] = args
  const texts = folder ? await readTexts(folder, 200) : await makeExampleTexts(120)
  const tokens = texts.reduce((sum, text) => sum + countTokens(text), 0)
  const resources = await loadResources()
  const spent = new Map()
  let inNetworks = 0
  const engine = timed(openEngine(resources, mode), (ms) => {
    inNetworks += ms
  })
  const rounds = 4
  for (let round = 0; round < rounds; round++) {
    // The first round warms up the compiler.
    if (round === 1) spent.clear()
    for (const text of texts) {
      const article = toArticle(text)
      let draft = empty
      for (const { name, run } of stages) {
        inNetworks = 0
        const since = performance.now()
        draft = { ...draft, ...run(article, draft, resources, engine) }
        const ms = performance.now() - since
        const known = spent.get(name) ?? { networks: 0, own: 0 }
        spent.set(name, { networks: known.networks + inNetworks, own: known.own + ms - inNetworks })
      }
    }
  }
  const perArticle = (ms) => ms / (texts.length * (rounds - 1))
  console.log(
    `${texts.length} texts of ${Math.round(tokens / texts.length)} tokens on average, ${mode} mode: milliseconds an article\n`,
  )
  console.log('| stage | networks | everything else |\n| --- | --- | --- |')
  const sums = { networks: 0, own: 0 }
  const found = {}
  for (const [name, { networks, own }] of spent) {
    found[name] = { networks: perArticle(networks), own: perArticle(own) }
    sums.networks += found[name].networks
    sums.own += found[name].own
    console.log(
      `| ${name} | ${networks === 0 ? '–' : show(perArticle(networks))} | ${show(perArticle(own))} |`,
    )
  }
  console.log(`| all | ${show(sums.networks)} | ${show(sums.own)} |\n`)
  console.log(JSON.stringify({ mode, stages: found, sums }))
}

const show = (ms) => ms.toFixed(2)

const empty = {
  tokens: [],
  bareSentences: [],
  quotations: [],
  sentences: [],
  mentions: [],
  references: [],
  actors: [],
  times: [],
  statements: [],
  events: [],
  loadedWords: [],
}

/** The engine, telling how long its networks take. In fast mode the perceptron counts as one. */
function timed(engine, tell) {
  const time =
    (call) =>
    (...values) => {
      const since = performance.now()
      const given = call(...values)
      tell(performance.now() - since)
      return given
    }
  const { networks } = engine
  return {
    ...engine,
    parse: time(engine.parse),
    networks: networks && {
      parse: time((...values) => networks.parse(...values)),
      findNames: time((...values) => networks.findNames(...values)),
      findAttributions: time((...values) => networks.findAttributions(...values)),
    },
  }
}
