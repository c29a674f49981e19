/**
 * Events on records of PLOVER’s gold standard: one gold event a text, though some texts hold more.
 *
 * `type`: of the records, those where an event of the right type was found (types of older drafts are read as today’s:
 * DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT). `actor`, `recipient`: of the gold parties
 * with a country or “IGO”, those that the best event has in that role; `both`: records where both are right (an absent
 * gold recipient asks for nothing). `extra`: words found to tell an event beyond the one that the record has, a record;
 * several pairs told by one word are one.
 */
import { readFile } from 'node:fs/promises'
import { openReader } from '../dist/read/open-reader.js'
import { loadResources } from '../dist/resources/load-resources.js'
import { percent } from './measures.mjs'

const today = { DEMAND: 'REQUEST', DISAPPROVE: 'ACCUSE', INVESTIGATE: 'ACCUSE', FIGHT: 'ASSAULT' }
/** Slips of the gold’s codes, and its codes for bodies that are no country’s. */
const codes = { JAP: 'JPN', ITL: 'ITA' }

export async function score([folder], { mode, say }) {
  const lines = (await readFile(`${folder}/records.jsonl`, 'utf8')).trim().split('\n')
  const reader = openReader(await loadResources(), mode)
  const scored = lines.map((line) => {
    const record = JSON.parse(line)
    const text = record.text.replace(/[{}]/g, '').trim()
    return judge(record, reader.read(articleOf(text, record.date)).events, text, say)
  })
  const half = (parity) => summarize(scored.filter((_, i) => parity === null || i % 2 === parity))
  return { ...half(null), even: half(0), odd: half(1) }
}

export function judge(record, events, text, say) {
  const type = today[record.event] ?? record.event
  const wanted = { actor: codesOf(record.source), recipient: codesOf(record.target) }
  const isSymmetric = !Array.isArray(record.target) && wanted.actor.size > 1
  const fit = (event) => {
    const has = (side) => {
      const gold = isSymmetric ? wanted.actor : wanted[side]
      return gold.size === 0 ? null : gold.has(codeOf(event[side]))
    }
    return { type: event.type === type, actor: has('actor'), recipient: has('recipient') }
  }
  const rank = ({ type, actor, recipient }) => 4 * type + 2 * (actor !== false) + (recipient !== false)
  const best = events.map(fit).sort((a, b) => rank(b) - rank(a))[0]
  const triggers = new Set(events.map(({ trigger }) => trigger.start))
  const result = {
    found: events.length > 0,
    type: best?.type ?? false,
    actor: wanted.actor.size === 0 ? null : (best?.actor ?? false),
    recipient: wanted.recipient.size === 0 && !isSymmetric ? null : (best?.recipient ?? false),
    extra: Math.max(0, triggers.size - 1),
  }
  const wrong = !result.type || result.actor === false || result.recipient === false || result.extra > 0
  if (wrong) {
    const names = (side) => (Array.isArray(side) ? side.map((each) => each.code).join('+') : '')
    const isOff = (value) => (value === false ? ' WRONG' : '')
    say(`${record.id} ${type} ${names(record.source)} > ${names(record.target)}: ${text}`)
    for (const event of events)
      say(
        `  ${event.type} ${event.cameo} ${codeOf(event.actor)} > ${codeOf(event.recipient)} “${text.slice(event.trigger.start, event.trigger.end)}” ${event.modality}`,
      )
    say(
      `  type${isOff(result.type)} actor${isOff(result.actor)} recipient${isOff(result.recipient)} extra ${result.extra}`,
    )
  }
  return result
}

export function summarize(scored) {
  const share = (values) => percent(values.filter(Boolean).length / Math.max(1, values.length))
  const has = (side) => share(scored.map((each) => each[side]).filter((value) => value !== null))
  return {
    records: scored.length,
    found: share(scored.map(({ found }) => found)),
    type: share(scored.map(({ type }) => type)),
    actor: has('actor'),
    recipient: has('recipient'),
    both: share(scored.map(({ actor, recipient }) => actor !== false && recipient !== false)),
    all: share(scored.map(({ type, actor, recipient }) => type && actor !== false && recipient !== false)),
    extra: Math.round((100 * scored.reduce((sum, { extra }) => sum + extra, 0)) / scored.length) / 100,
  }
}

const codesOf = (side) =>
  new Set(
    (Array.isArray(side) ? side : [])
      .map(({ code }) => codes[code] ?? code)
      .filter((code) => /^[A-Z]{3}$/.test(code ?? '') && code !== 'NGO' && code !== 'IMG'),
  )

const codeOf = (party) => party?.country ?? party?.code?.slice(0, 3) ?? null

const articleOf = (text, day) => ({
  text,
  language: 'en',
  title: null,
  publishedAt: day ? { value: day, precision: 'day', basis: 'given' } : null,
})
