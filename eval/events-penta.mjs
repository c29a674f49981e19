/**
 * Sentences in five classes by CAMEO root: statement (01, 02), verbal cooperation (03 to 05), material cooperation (06
 * to 08), verbal conflict (09 to 13 and, as the set has it, 16), material conflict (14, 15, 17 to 20); macro-F1.
 *
 * The class is that of the event told nearest the root of the parse. A sentence must have a class here, so where no event is found the words
 * decide: the first deed of the codebook whoever does it to whom, else statement. `events` is the share decided by an
 * event, and how right those are.
 */
import { readFile } from 'node:fs/promises'
import { findDeeds } from '../dist/read/events/find-deeds.js'
import { openTree } from '../dist/read/events/open-tree.js'
import { openReader } from '../dist/read/open-reader.js'
import { viewSentences } from '../dist/read/sentence-view.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { mainEvent } from './main-event.mjs'
import { f1, percent } from './measures.mjs'

const classes = ['0', '1', '2', '3', '4']

export async function score([file], { mode, say }) {
  const resources = await loadResources()
  const reader = openReader(resources, mode)
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  const scored = lines.map((line) => {
    const [text, gold] = line.split('\t')
    const reading = reader.read({ text, language: 'en', title: null, publishedAt: null })
    return judge(text, gold.trim(), reading, resources.codebook, say)
  })
  const half = (parity) => summarize(scored.filter((_, i) => parity === null || i % 2 === parity))
  return { ...half(null), even: half(0), odd: half(1) }
}

export function judge(text, gold, reading, codebook, say) {
  const event = mainEvent(reading)
  const predicted = event ? classOf(event.cameo) : (classOfWords(text, reading, codebook) ?? '0')
  if (predicted !== gold)
    say(
      `${predicted}${event ? '' : ' (words)'} for ${gold}: ${text}${event ? ` [${event.cameo} “${text.slice(event.trigger.start, event.trigger.end)}”]` : ''}`,
    )
  return { gold, predicted, byEvent: event !== undefined }
}

function classOfWords(text, { sentences }, codebook) {
  for (const view of viewSentences(text, sentences, [])) {
    const [deed] = findDeeds(openTree(view), codebook, () => true)
    if (deed) return classOf(deed.code)
  }
  return null
}

function classOf(code) {
  const root = Number(code.slice(0, 2))
  if (root <= 2) return '0'
  if (root <= 5) return '1'
  if (root <= 8) return '2'
  return root <= 13 || root === 16 ? '3' : '4'
}

export function summarize(scored) {
  const perClass = classes.map((name) => {
    const found = scored.filter(({ predicted }) => predicted === name)
    const right = found.filter(({ gold }) => gold === name)
    return f1(right.length, found.length, scored.filter(({ gold }) => gold === name).length)
  })
  const byEvent = scored.filter((each) => each.byEvent)
  const share = (some) =>
    percent(some.filter(({ gold, predicted }) => gold === predicted).length / Math.max(1, some.length))
  return {
    sentences: scored.length,
    macroF1: Math.round((100 * perClass.reduce((sum, each) => sum + each.f1, 0)) / classes.length) / 100,
    accuracy: share(scored),
    f1: Object.fromEntries(perClass.map((each, k) => [classes[k], each.f1])),
    events: { share: percent(byEvent.length / scored.length), accuracy: share(byEvent) },
  }
}
