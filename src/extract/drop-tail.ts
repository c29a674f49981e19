import { isNameList } from './classify-furniture.ts'
import { countWords, endsSentence, isProse } from './count-words.ts'
import { isAgency } from './is-agency.ts'
import type { Fate, PlacedBlock } from './placed-block.ts'

/** More lines without a sentence at the end are a list or verse, not a page's labels. */
const mostLabels = 2

/** Takes the labels below the last sentence out of the text: “More about”, “Tags”, “Get the app”; an agency’s name credits it. */
export function dropLastLabels(blocks: readonly PlacedBlock[], fates: Fate[]): void {
  const labels: number[] = []
  for (let i = blocks.length - 1; i >= 0; i--) {
    const block = blocks[i]
    if (fates[i]?.kind !== 'text' || block === undefined) continue
    if (!isLabel(block)) break
    labels.push(i)
  }
  if (labels.length > mostLabels) return
  for (const i of labels) {
    const text = blocks[i]?.text ?? ''
    fates[i] = isAgency(text)
      ? {
          kind: 'credit',
          credit: { of: 'text', title: null, author: null, agency: text, licence: null, url: null, text },
        }
      : { kind: 'dropped', reason: 'other', credit: null }
  }
}

const isLabel = ({ text, kind }: PlacedBlock): boolean => {
  if (kind !== 'paragraph' && kind !== 'heading') return false
  // “Editing: Jane Doe, John Roe”: who did what for the article.
  const names = /^\p{Lu}[\p{L} -]{2,25}:\s(.+)$/u.exec(text)?.[1]
  if (names !== undefined && isNameList(names)) return true
  const words = countWords(text)
  // “Tags:” labels nothing, “A crowd had seen it:” ends with what could not be kept.
  if (/[:：]$/.test(text)) return words <= 2
  return words <= 6 && !endsSentence(text) && !/^[(–—-]/.test(text)
}

/** The last blocks in which a page presents the author. */
const lastBlocks = 6

/**
 * Takes out what a page says of its authors at the end: a paragraph that begins with an author's name and is no speech
 * (“Jane Doe: How many?”), and stands below all else.
 */
export function dropAuthors(blocks: readonly PlacedBlock[], fates: Fate[], people: readonly string[]): void {
  const names = people
    .filter((name) => /\S\s+\S/.test(name) && name.length < 60)
    .map((name) => name.toLowerCase())
  if (names.length === 0) return
  const texts = blocks.flatMap((_, i) => (fates[i]?.kind === 'text' ? [i] : []))
  if (texts.length < 4) return
  for (const i of texts.slice(-lastBlocks).reverse()) {
    const text = blocks[i]?.text.toLowerCase() ?? ''
    const name = names.find((name) => text.startsWith(name))
    if (name !== undefined && /^[\s,(]/.test(text.slice(name.length)) && isProse(text))
      fates[i] = { kind: 'dropped', reason: 'byline', credit: null }
    else if (isProse(text)) return
  }
}
