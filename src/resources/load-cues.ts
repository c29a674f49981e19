import { modalities } from '../records/modalities.ts'
import type { Modality } from '../records/reading.ts'
import type { CueFrame, Cues, PhraseCue, VerbCue } from '../records/resources.ts'
import { inflectVerb } from './inflect-verb.ts'
import { parseTable } from './parse-table.ts'

/** Builds the cues from the two tables of `data/cues/`. */
export function loadCues(verbTable: string, phraseTable: string): Cues {
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
  return { verbs, phrases }
}

function toModality(value: string): Modality | null {
  if (value === '-') return null
  const modality = modalities.find((known) => known === value)
  if (!modality) throw new Error(`cues: no modality is called “${value}”`)
  return modality
}
