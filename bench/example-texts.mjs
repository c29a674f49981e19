import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractArticle } from '../dist/extract/extract-article.js'
import { splitTokens } from '../dist/read/split-tokens.js'

const pages = fileURLToPath(new URL('../examples/safe-harbour/pages/', import.meta.url))

/** Tokens of an article of the news, on average. */
export const tokensOfArticle = 690

export const countTokens = (text) => splitTokens(text).length

/**
 * Articles of about 690 tokens put together from the paragraphs of the example pages: every one another selection,
 * the same in every run. Their words are those of eleven pages; give a folder to measure on a wider vocabulary.
 */
export async function makeExampleTexts(count) {
  const paragraphs = []
  for (const name of (await readdir(pages)).sort()) {
    const document = {
      where: name,
      bytes: await readFile(join(pages, name)),
      mediaType: null,
      charset: null,
      headers: {},
      collectedAt: '2026-01-01T00:00:00Z',
    }
    const extraction = await extractArticle(document)
    if ('article' in extraction) paragraphs.push(...extraction.article.text.split('\n\n'))
  }
  const sized = paragraphs.map((text) => ({ text, tokens: countTokens(text) }))
  let at = 0
  return Array.from({ length: count }, () => {
    const chosen = []
    for (let tokens = 0; tokens < tokensOfArticle - 20; ) {
      // Steps of a number that shares no factor with the count visit all paragraphs before one comes again.
      at = (at + stepFor(sized.length)) % sized.length
      chosen.push(sized[at].text)
      tokens += sized[at].tokens
    }
    return chosen.join('\n\n')
  })
}

function stepFor(count) {
  const shares = (a, b) => (b === 0 ? a > 1 : shares(b, a % b))
  let step = Math.floor(count * 0.381966)
  while (shares(count, step)) step++
  return step
}

/** The texts of a folder’s .txt files, in the order of their names. */
export async function readTexts(folder, most) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  if (names.length === 0) throw new Error(`${folder} holds no .txt files.`)
  return await Promise.all(names.slice(0, most).map((name) => readFile(join(folder, name), 'utf8')))
}
