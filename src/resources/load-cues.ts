import { modalities } from '../records/modalities.ts'
import type { Modality } from '../records/reading.ts'
import {
  type Commitment,
  type CueFrame,
  type Cues,
  type HedgeCues,
  type HedgeKind,
  hedgeKinds,
  type PhraseCue,
  type VerbCue,
} from '../records/resources.ts'
import { inflectVerb } from './inflect-verb.ts'
import { parseTable } from './parse-table.ts'

/** The tables of `data/cues/`, as text. */
export interface CueTables {
  readonly verbs: string
  readonly phrases: string
  readonly commitments: string
  readonly factuality: string
  readonly hedges: string
  readonly hedgeWeights: string
}

/** Builds the cues from the tables of `data/cues/`. */
export function loadCues(tables: CueTables): Cues {
  const verbs = new Map<string, VerbCue>()
  for (const row of parseTable('cues/verbs.tsv', tables.verbs)) {
    const { lemma = '', forms = '-', frames = '', modality = '-' } = row
    const irregular = forms === '-' ? [] : forms.split(' ')
    for (const { word, form } of inflectVerb(lemma, irregular)) {
      // “forecast” is base and past: news tells in the past.
      if (verbs.has(word) && form !== 'past') continue
      verbs.set(word, {
        lemma,
        form,
        frames: new Set(frames.split(' ') as CueFrame[]),
        modality: toModality(modality),
      })
    }
  }
  const phrases = new Map<string, PhraseCue[]>()
  for (const row of parseTable('cues/phrases.tsv', tables.phrases)) {
    const words = (row.phrase ?? '').split(' ')
    const phrase: PhraseCue = {
      words,
      frames: new Set((row.frames ?? '').split(' ') as (CueFrame | 'source')[]),
      modality: toModality(row.modality ?? '-'),
    }
    const first = words[0] ?? ''
    phrases.set(
      first,
      [...(phrases.get(first) ?? []), phrase].sort((a, b) => b.words.length - a.words.length),
    )
  }
  return {
    verbs,
    phrases,
    commitments: loadCommitments(tables.commitments),
    factuality: loadWeights('cues/factuality.tsv', tables.factuality),
    hedges: loadHedges(tables.hedges, tables.hedgeWeights),
  }
}

function loadCommitments(table: string): Map<string, Commitment> {
  const commitments = new Map<string, Commitment>()
  for (const row of parseTable('cues/commitments.tsv', table)) {
    const modality = toModality(row.modality ?? '')
    if (modality === null) throw new Error('cues/commitments.tsv: a row without a modality')
    const commitment = { modality, holds: Number(row.holds), negated: Number(row.negated) }
    for (const word of (row.words ?? '').split(', ')) commitments.set(`${row.frame} ${word}`, commitment)
  }
  return commitments
}

function loadHedges(table: string, weightTable: string): HedgeCues {
  const words = new Map<string, readonly HedgeKind[]>()
  const sure = new Set<string>()
  for (const row of parseTable('cues/hedges.tsv', table)) {
    const kind = hedgeKinds.find((known) => known === row.kind)
    if (!kind) throw new Error(`cues/hedges.tsv: no kind is called “${row.kind}”`)
    for (const word of (row.words ?? '').split(', ')) {
      words.set(word, [...(words.get(word) ?? []), kind])
      if (row.sure === 'yes') sure.add(word)
    }
  }
  const weights = Object.fromEntries(hedgeKinds.map((kind) => [kind, new Map<string, number>()]))
  for (const { kind = '', feature = '', weight = '' } of parseTable('cues/hedge-weights.tsv', weightTable)) {
    weights[kind]?.set(feature, Number(weight))
  }
  return { words, sure, weights: weights as Record<HedgeKind, Map<string, number>> }
}

function loadWeights(name: string, table: string): Map<string, number> {
  return new Map(parseTable(name, table).map(({ feature = '', weight = '' }) => [feature, Number(weight)]))
}

function toModality(value: string): Modality | null {
  if (value === '-') return null
  const modality = modalities.find((known) => known === value)
  if (!modality) throw new Error(`cues: no modality is called “${value}”`)
  return modality
}
