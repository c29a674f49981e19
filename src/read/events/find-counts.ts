import type { Count } from '../../records/reading.ts'
import { spanOf } from '../sentence-view.ts'
import type { Deed } from './find-deeds.ts'
import type { Tree } from './open-tree.ts'
import { readNumber } from './read-number.ts'

const victims: Readonly<Record<string, Count['of']>> = {
  kill: 'killed',
  slay: 'killed',
  murder: 'killed',
  execute: 'killed',
  massacre: 'killed',
  assassinate: 'killed',
  behead: 'killed',
  wound: 'injured',
  injure: 'injured',
  hurt: 'injured',
  arrest: 'arrested',
  detain: 'arrested',
  imprison: 'arrested',
  jail: 'arrested',
  displace: 'displaced',
  evacuate: 'displaced',
}

const soldiers =
  /^(?:troop|troops|soldier|marine|reservist|fighter|serviceman|servicemen|peacekeeper|sailor|personnel|officer)$/
const protesters = /^(?:protester|protestor|demonstrator|striker|marcher|supporter)$/
const currencies: readonly (readonly [RegExp, string])[] = [
  [/^(?:us\$|\$|dollars?)$/i, 'USD'],
  [/^(?:€|euros?)$/i, 'EUR'],
  [/^(?:£|pounds?)$/i, 'GBP'],
  [/^(?:¥|yen)$/i, 'JPY'],
  [/^yuan$/i, 'CNY'],
  [/^roubles?|rubles?$/i, 'RUB'],
]

/**
 * Finds the numbers that a deed gives, in order of the text: who was killed, hurt or arrested, how many troops or
 * protesters, how much money. Each is a range: “at least 12” is open above, “up to 40” below.
 *
 * A number of days, years or percent counts nobody.
 */
export function findCounts(tree: Tree, deed: Deed): Count[] {
  const { view } = tree
  const found: Count[] = []
  const seen = new Set<number>()
  for (const at of scopeOf(tree, deed)) {
    const number = numberAt(tree, at)
    if (number === -1 || seen.has(number)) continue
    seen.add(number)
    const amount = readNumber(view.lower, number)
    const span = amount && spanOf(view, amount.from, amount.to)
    const kind = amount && kindOf(tree, at, number, amount.to, deed)
    if (!amount || !span || !kind) continue
    found.push({
      ...span,
      of: kind.of,
      min: amount.min,
      max: amount.max,
      unit: kind.unit,
      isApproximate: amount.isApproximate,
    })
  }
  return [...found, ...joinedCounts(tree, deed)].sort((a, b) => a.start - b.start)
}

/** “12 people were killed and 30 wounded”: the parse hangs the second number on its participle. */
function joinedCounts(tree: Tree, deed: Deed): Count[] {
  const participles = (tree.children[deed.trigger] ?? []).filter(
    (child) => tree.view.deprels[child] === 'conj' && victims[tree.lemmas[child] ?? ''] !== undefined,
  )
  return participles.flatMap((verb) => {
    const number = (tree.children[verb] ?? []).find(
      (child) => child < verb && tree.view.deprels[child] === 'nummod',
    )
    const amount = number === undefined ? null : readNumber(tree.view.lower, number)
    const span = amount && spanOf(tree.view, amount.from, amount.to)
    const of = victims[tree.lemmas[verb] ?? '']
    if (!amount || !span || !of) return []
    return [
      { ...span, of, min: amount.min, max: amount.max, unit: null, isApproximate: amount.isApproximate },
    ]
  })
}

/** The nouns of a deed: its doer, whom it is done to, and what stands beside its words. */
function scopeOf(tree: Tree, deed: Deed): number[] {
  const nouns: number[] = []
  for (const at of deed.chain) {
    const isVerb = tree.view.upos[at] === 'VERB'
    if (!isVerb) nouns.push(at)
    if (isVerb) nouns.push(tree.agentOf(at), tree.patientOf(at))
    for (const child of tree.children[at] ?? []) {
      if (/^(?:obl|nmod|obj|iobj|obl:unmarked)$/.test(tree.view.deprels[child] ?? '')) nouns.push(child)
    }
  }
  const real = nouns.filter((noun) => noun !== -1)
  return [
    ...real,
    ...real.flatMap((noun) =>
      (tree.children[noun] ?? [])
        .filter((child) => /^(?:nmod|conj|nummod)$/.test(tree.view.deprels[child] ?? ''))
        .slice(0, 8),
    ),
  ]
}

/** The number that counts a noun, or the noun itself where it is one: “killed 12”, “dozens of soldiers”. */
function numberAt(tree: Tree, at: number): number {
  const { view } = tree
  if (view.upos[at] === 'NUM' || isRound(tree.lemmas[at] ?? '')) return at
  return (
    (tree.children[at] ?? []).find((child) => child < at && view.deprels[child] === 'nummod') ??
    (/^[$€£¥]$/.test(view.words[at] ?? '') ? at + 1 : -1)
  )
}

const isRound = (lemma: string) => /^(?:dozen|score|hundred|thousand|million|billion|ten)s?$/.test(lemma)

function kindOf(
  tree: Tree,
  at: number,
  number: number,
  after: number,
  deed: Deed,
): { of: Count['of']; unit: string | null } | null {
  const { view } = tree
  const currency = [view.words[number - 1], view.words[number], view.words[after], view.words[at]]
    .map((word) => currencies.find(([pattern]) => pattern.test(word ?? ''))?.[1])
    .find((code) => code !== undefined)
  if (currency) return { of: 'money', unit: currency }
  if (view.words[number - 1] === '$') return { of: 'money', unit: 'USD' }
  const noun = countedNoun(tree, at, number)
  const lemma = noun === -1 ? null : (tree.lemmas[noun] ?? null)
  if (
    lemma !== null &&
    /^(?:day|week|month|year|hour|minute|percent|%|time|mile|kilometer|kilometre|km|am|pm|century|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
      lemma,
    )
  )
    return null
  const verb = deed.chain.findLast((each) => victims[tree.lemmas[each] ?? ''] !== undefined)
  const isPatient =
    verb !== undefined && (tree.patientOf(verb) === at || tree.view.heads[at] === tree.patientOf(verb))
  if (verb !== undefined && isPatient) return { of: victims[tree.lemmas[verb] ?? ''] ?? 'other', unit: lemma }
  if (lemma === null) return null
  if (protesters.test(lemma)) return { of: 'protesters', unit: lemma }
  if (soldiers.test(lemma)) return { of: 'troops', unit: lemma }
  return tree.view.upos[noun] === 'NOUN' ? { of: 'other', unit: lemma } : null
}

/** “dozens of soldiers”: what the number counts; -1 where it stands alone. */
function countedNoun(tree: Tree, at: number, number: number): number {
  if (at !== number) return at
  const of = (tree.children[at] ?? []).find(
    (child) => child > at && tree.view.deprels[child] === 'nmod' && tree.prepositionOf(child) === 'of',
  )
  return of ?? -1
}
