/**
 * Events on sentences that two to four people coded with CAMEO: the root of the event told nearest the root of the parse, against theirs.
 *
 * PLOVER has no code for a mere statement (CAMEO 01): a sentence without an event whose words somebody known is reported
 * to have said, or who speaks in it, counts as 01; any other without an event as NO_EVENT. `any`: right for one of the
 * coders; `majority`: right for most, where most agree; `noEvent`: of the sentences where nothing was found, those that
 * most coders left uncoded. `source`, `target`: of the events of a root that a coder has too, those whose party overlaps
 * one that this coder marked in that role.
 */
import { readFile } from 'node:fs/promises'
import { openReader } from '../dist/read/open-reader.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { mainEvent } from './main-event.mjs'
import { percent } from './measures.mjs'

export async function score([folder], { mode, say }) {
  const lines = (await readFile(`${folder}/sentences.jsonl`, 'utf8')).trim().split('\n')
  const reader = openReader(await loadResources(), mode)
  const scored = lines.map((line) => {
    const record = JSON.parse(line)
    const reading = reader.read({ text: record.text, language: 'en', title: null, publishedAt: null })
    return judge(record, reading, say)
  })
  const half = (parity) => summarize(scored.filter((_, i) => parity === null || i % 2 === parity))
  return { ...half(null), even: half(0), odd: half(1) }
}

const rootOf = (code) => (code === 'NO_EVENT' ? code : code.match(/^\d-(\d+)/)[1].padStart(2, '0'))

export function judge(record, reading, say) {
  const event = mainEvent(reading)
  const predicted = event ? event.cameo.slice(0, 2) : isStatement(record.text, reading) ? '01' : 'NO_EVENT'
  const coders = record.coders.map(({ codes, entities }) => ({
    roots: codes.length === 0 ? ['NO_EVENT'] : codes.map(([, code]) => rootOf(code)),
    entities,
  }))
  const majority = record.majority_cameo === null ? null : rootOf(record.majority_cameo)
  const isAny = coders.some(({ roots }) => roots.includes(predicted))
  const overlaps = (side, role) => {
    const party = event?.[side]
    const agreeing = coders.filter(({ roots }) => roots.includes(predicted))
    const marked = agreeing.flatMap(({ entities }) => entities.filter(([name]) => name.startsWith(role)))
    if (!event || !isAny || marked.length === 0) return null
    return marked.some(([, words, start]) => party && start < party.end && start + words.length > party.start)
  }
  const result = {
    predicted,
    majority,
    any: isAny,
    source: overlaps('actor', 'Source'),
    target: overlaps('recipient', 'Target'),
  }
  if (!isAny || (majority !== null && majority !== predicted)) {
    say(
      `${predicted} for ${majority ?? coders.map(({ roots }) => roots.join('+')).join(' | ')}: ${record.text}`,
    )
    for (const each of reading.events)
      say(
        `  ${each.cameo} “${record.text.slice(each.trigger.start, each.trigger.end)}” ${each.actor?.entity} > ${each.recipient?.entity}`,
      )
  }
  return result
}

/** A sentence that hands on what somebody says, or shows them speaking: “speaks during a press conference”. */
function isStatement(text, { statements, sentences }) {
  const isWhose = ({ source, content }) => source && content && content.end - content.start > text.length / 3
  if (statements.some(isWhose)) return true
  return sentences.some(({ tokens }) =>
    tokens.some(({ lemma, upos }) => upos === 'VERB' && /^(?:speak|address|comment|remark)$/.test(lemma)),
  )
}

export function summarize(scored) {
  const share = (values) => percent(values.filter(Boolean).length / Math.max(1, values.length))
  const known = scored.filter(({ majority }) => majority !== null)
  const side = (name) => share(scored.map((each) => each[name]).filter((value) => value !== null))
  return {
    sentences: scored.length,
    any: share(scored.map(({ any }) => any)),
    majority: share(known.map(({ majority, predicted }) => majority === predicted)),
    noEvent: share(
      known
        .filter(({ predicted }) => predicted === 'NO_EVENT')
        .map(({ majority }) => majority === 'NO_EVENT'),
    ),
    noEventFound: share(
      known
        .filter(({ majority }) => majority === 'NO_EVENT')
        .map(({ predicted }) => predicted === 'NO_EVENT'),
    ),
    source: side('source'),
    target: side('target'),
  }
}
