import { listedArticleMediaType, parseListedArticle } from '../records/listed-article.ts'
import type { Problem } from '../records/problem.ts'
import type { Container } from './container.ts'
import { documentTooLarge } from './document-too-large.ts'
import { gunzip } from './gunzip.ts'
import { type ListItem, splitLines, splitObjects } from './split-json.ts'

/**
 * Lists of articles: JSON objects with `text` and, where they are known, `url`, `outlet`, `date`, `title`, `authors`,
 * `language` and `modified`, one a line (JSONL) or in an array; packed with gzip or not.
 *
 * One document an article: its bytes are the object as it stands in the list. Read as a stream, one article at a
 * time; what is no article is said with its line, or its number in an array, and the rest goes on.
 */
export const articleListContainer: Container = {
  name: 'list of articles',
  recognises: ({ head, where }) => {
    const start = startOf(head)
    if (!/^[{[]/.test(start)) return false
    // The pages of a WACZ and a JSON Feed look like lists, and are not of articles.
    if (/^\{"format"\s*:\s*"json-pages|"https:\/\/jsonfeed\.org\/version/.test(start)) return false
    return /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(where) || textField.test(start)
  },
  async *collect({ where, head, isGzip, read }, settings) {
    const { maxSizeBytes, now, onRemark } = settings
    const stream = isGzip ? gunzip(read()) : read()
    const isLines = /^\{.*\}\s*(?:\n|$)/.test(startOf(head)) || hasLongFirstLine(startOf(head))
    const items = isLines ? splitLines(stream, maxSizeBytes) : splitObjects(stream, maxSizeBytes)
    const place = isLines ? 'line' : 'object'
    const unread = new Set<string>()
    let found = 0
    let broken = 0
    try {
      for await (const item of items) {
        found++
        const at = `${where}#${item.number}`
        const parsed = 'bytes' in item ? parseItem(item.bytes) : explainItem(item, maxSizeBytes)
        if ('problem' in parsed) {
          if (++broken > mostBroken && broken === found) {
            yield { where, problem: noList(place, broken) }
            return
          }
          yield { where: at, problem: sayPlace(parsed.problem, place, item.number) }
          continue
        }
        for (const name of parsed.unread) if (unread.size < mostNames) unread.add(name.slice(0, 100))
        yield {
          where: parsed.url ?? at,
          bytes: parsed.bytes,
          mediaType: listedArticleMediaType,
          charset: 'utf-8',
          headers: {},
          collectedAt: now().toISOString(),
        }
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) throw error
      yield { where, problem: brokenPacking(found) }
    }
    if (found === 0) yield { where, problem: emptyList }
    if (unread.size > 0) onRemark?.(where, `Fields that are not read: ${[...unread].join(', ')}.`)
  },
}

/** So many that are no articles, and not one that is: the rest will be no better. */
const mostBroken = 20

const noList = (place: string, broken: number): Problem => ({
  code: 'unreadable-file',
  message: `The first ${broken} ${place}s are no articles; the rest was not read.`,
  advice: 'Give JSON objects with the fields url, outlet, date, title and text, one a line.',
})

/** Names beyond these are no fields but data. */
const mostNames = 50

const textField = /"(?:text|body|content|article|maintext|full_?text|article_?(?:text|body))"\s*:\s*["[]/i

const startOf = (head: Uint8Array): string =>
  Buffer.from(head)
    .toString('utf8')
    .replace(/^\ufeff?\s*/, '')

// An article is longer than what was looked at; an object that is set over several lines has ended its first.
const hasLongFirstLine = (start: string): boolean => /^\{[ \t]*"[^\n]*$/.test(start)

type Item =
  | { readonly bytes: Uint8Array; readonly url: string | null; readonly unread: readonly string[] }
  | { readonly problem: Problem }

function parseItem(bytes: Uint8Array): Item {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const message =
      error instanceof SyntaxError ? `is no JSON: ${error.message.slice(0, 200)}` : 'is not in UTF-8'
    return {
      problem: {
        code: 'broken-record',
        message,
        advice: 'Mend it; the articles before and behind are read.',
      },
    }
  }
  const parsed = parseListedArticle(value)
  if ('lacks' in parsed) {
    const advice = 'Name the fields url, outlet, date, title and text.'
    return { problem: { code: 'no-article', message: `is no article. ${parsed.lacks}`, advice } }
  }
  const { url } = parsed.article
  return {
    bytes,
    url: url !== null && /^https?:\/\/[^/\s]/i.test(url) && URL.canParse(url) ? url : null,
    unread: parsed.unread,
  }
}

function explainItem(item: Exclude<ListItem, { readonly bytes: Uint8Array }>, maxSizeBytes: number): Item {
  if ('tooLarge' in item) return { problem: documentTooLarge(null, maxSizeBytes) }
  const message = 'has no end: the file is cut off, or a quotation mark or bracket before is missing'
  return {
    problem: { code: 'broken-record', message, advice: 'Mend the file; the articles before are read.' },
  }
}

const sayPlace = (problem: Problem, place: string, number: number): Problem =>
  problem.code === 'document-too-large'
    ? problem
    : { ...problem, message: `${place === 'line' ? 'Line' : 'Object'} ${number} ${problem.message}` }

const brokenPacking = (found: number): Problem => ({
  code: 'broken-record',
  message: `The packed data are cut off or broken after ${found} ${found === 1 ? 'article' : 'articles'}.`,
  advice: 'Look for another copy of the file; the articles before are read.',
})

const emptyList: Problem = {
  code: 'empty-document',
  message: 'The list holds no article.',
  advice: 'Give JSON objects with the fields url, outlet, date, title and text, one a line.',
}
