import { modalities } from '../records/modalities.ts'
import type { Modality } from '../records/reading.ts'
import type { Commitment, CueFrame, Cues, PhraseCue, VerbCue } from '../records/resources.ts'
import { inflectVerb } from './inflect-verb.ts'
import { parseTable } from './parse-table.ts'

/** Builds the cues from the tables of `data/cues/`. */
export function loadCues(verbTable: string, phraseTable: string, commitmentTable: string): Cues {
  const verbs = new Map<string, VerbCue>()
  for (const row of parseTable('cues/verbs.tsv', verbTable)) {
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
  for (const row of parseTable('cues/phrases.tsv', phraseTable)) {
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
  return { verbs, phrases, commitments: loadCommitments(commitmentTable) }
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

function toModality(value: string): Modality | null {
  if (value === '-') return null
  const modality = modalities.find((known) => known === value)
  if (!modality) throw new Error(`cues: no modality is called “${value}”`)
  return modality
}
