import type { Article } from '../records/article.ts'
import { foldStyle } from './fold-style.ts'
import { splitWords } from './split-words.ts'
import { shingleAt, shingleWords } from './to-print.ts'

/** Least share of the shorter text’s runs of six words that stand in the other. */
const leastShared = 0.3

/** What of an article tells whether it is a version of another. */
export type AlikeArticle = Pick<Article, 'title' | 'text' | 'publishedAt'>

/**
 * Whether two articles may be versions of one: they share a good part of their text, or title and day of publication.
 * “Morning briefing” of Monday and of Tuesday are not alike, nor are two articles under one section’s address.
 */
export function areAlike(a: AlikeArticle, b: AlikeArticle): boolean {
  if (a.text === b.text) return true
  const [title, other] = [foldStyle(a.title ?? ''), foldStyle(b.title ?? '')]
  const dayOf = ({ publishedAt }: AlikeArticle) => publishedAt?.value.slice(0, 10) ?? null
  if (title !== '' && title === other && dayOf(a) === dayOf(b)) return true
  const [few, many] = [toShingles(a.text), toShingles(b.text)].sort((x, y) => x.size - y.size)
  if (!few || !many || few.size === 0) return false
  let shared = 0
  for (const shingle of few) if (many.has(shingle)) shared++
  return shared / few.size >= leastShared
}

function toShingles(text: string): Set<number> {
  const { hashes } = splitWords(text)
  const shingles = new Set<number>()
  for (let i = 0; i + shingleWords <= hashes.length; i++) shingles.add(shingleAt(hashes, i))
  return shingles
}
