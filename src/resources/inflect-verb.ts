import type { VerbCue } from '../records/resources.ts'

/** A form of a verb, and which one it is; past and participle are one where spelling makes them one. */
export interface Inflection {
  readonly word: string
  readonly form: VerbCue['form']
}

/**
 * Inflects a regular English verb; `irregular` names its other forms in the order third person, past,
 * participle (left out where it equals the past), gerund.
 */
export function inflectVerb(lemma: string, irregular: readonly string[] = []): Inflection[] {
  const base: Inflection = { word: lemma, form: 'base' }
  if (irregular.length > 0) {
    const [third = thirdOf(lemma), past = pastOf(lemma)] = irregular
    const gerund = irregular.find((word) => word.endsWith('ing')) ?? gerundOf(lemma)
    const others = irregular.slice(2).filter((word) => word !== gerund)
    return [
      base,
      { word: third, form: 'third' },
      { word: past, form: 'past' },
      ...others.map((word): Inflection => ({ word, form: 'participle' })),
      { word: gerund, form: 'gerund' },
    ]
  }
  return [
    base,
    { word: thirdOf(lemma), form: 'third' },
    { word: pastOf(lemma), form: 'past' },
    { word: gerundOf(lemma), form: 'gerund' },
  ]
}

const endsInConsonantY = (lemma: string) => /[^aeiou]y$/.test(lemma)

function thirdOf(lemma: string): string {
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ies`
  return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
}

function pastOf(lemma: string): string {
  if (endsInConsonantY(lemma)) return `${lemma.slice(0, -1)}ied`
  return lemma.endsWith('e') ? `${lemma}d` : `${lemma}ed`
}

function gerundOf(lemma: string): string {
  if (lemma.endsWith('ee')) return `${lemma}ing`
  return lemma.endsWith('e') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`
}
