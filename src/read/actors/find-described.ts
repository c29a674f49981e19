import type { Span } from '../../records/span.ts'
import { findOffice } from './find-office.ts'
import type { ActorSentence, Page } from './page.ts'

const acting = /^(?:[nc]subj|obj|iobj|obl:agent)/
const met = /^(?:with|by|between|against|from|to)$/

/**
 * Finds who acts or is acted on and is told by an office that belongs to somebody, not by a name: “Venezuela’s
 * ambassador to Russia”, “the Trump administration”, “his office”. Empty where all have names.
 */
export function findDescribed(page: Page): Span[] {
  const spans: Span[] = []
  for (const index of page.sentences.keys()) {
    const sentence = page.sentenceAt(index)
    if (!sentence) continue
    for (let k = 0; k < sentence.words.length; k++) {
      const span = describedAt(page, sentence, k)
      if (span) spans.push(span)
    }
  }
  return spans
}

function describedAt(page: Page, sentence: ActorSentence, k: number): Span | null {
  const { tokens } = sentence.sentence
  if (!/^(?:NOUN|PROPN)$/.test(tokens[k]?.upos ?? '') || sentence.mentionAt[k]) return null
  const from = phraseStart(sentence, k)
  const office = findOffice(sentence, k, from, page.gazetteer)
  if (!office || !takesPart(sentence, k, from)) return null
  const isOwned = (at: number) => sentence.knownAt[at] || sentence.mentionAt[at] || sentence.referenceAt[at]
  let owner = from
  while (owner < office.from && !isOwned(owner)) owner++
  if (owner >= office.from) return null
  const to = phraseEnd(sentence, office.to)
  // “President Anton Veresk”, “news agency Belta”: the name that follows is found by itself.
  if (/^(?:PER|ORG)$/.test(sentence.mentionAt[office.to]?.mention.type ?? '')) return null
  const [first, last] = [tokens[from], tokens[to - 1]]
  return first && last ? { start: first.start, end: last.end } : null
}

/** “meeting with Venezuela’s ambassador” takes part as a subject does. */
function takesPart({ sentence: { tokens }, lower }: ActorSentence, k: number, from: number): boolean {
  const deprel = tokens[k]?.deprel ?? ''
  return (
    acting.test(deprel) || (/^(?:obl|nmod)(?!:poss|:desc)/.test(deprel) && met.test(lower[from - 1] ?? ''))
  )
}

function phraseStart({ sentence: { tokens }, lower }: ActorSentence, k: number): number {
  let from = k
  while (from > 0 && k - from < 12) {
    const upos = tokens[from - 1]?.upos ?? ''
    const word = lower[from - 1] ?? ''
    if (!/^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(upos) && !/^(?:['’]s?|[-–]|his|her|its|their)$/.test(word)) break
    from--
    if (upos === 'DET') break
  }
  return from
}

/** “… to Russia”: the phrase behind an office’s own preposition. */
function phraseEnd({ sentence: { tokens }, lower }: ActorSentence, from: number): number {
  if (!/^(?:to|of|for)$/.test(lower[from] ?? '')) return from
  let to = from + 1
  while (to < tokens.length && to < from + 6 && /^(?:DET|ADJ|NOUN|PROPN)$/.test(tokens[to]?.upos ?? '')) to++
  return to > from + 1 && /^PROPN|NOUN$/.test(tokens[to - 1]?.upos ?? '') ? to : from
}
