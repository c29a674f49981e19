import { cleanText } from './clean-text.ts'
import { countWords, isProse } from './count-words.ts'
import { resolveReferences } from './resolve-references.ts'

/** The text of an article as a page's scripts carry it: marked up, or a paragraph a line. */
export interface EmbeddedText {
  readonly form: 'html' | 'lines'
  readonly content: string
  /** Words in its sentences; labels are not counted. */
  readonly words: number
}

/** Fewer words are a description. */
const fewestWords = 80

/** Values looked at in the scripts of one page. */
const mostValues = 200_000

/**
 * The longest article that a page's scripts carry, for pages that only a browser would fill with it: the `articleBody` of
 * JSON-LD, and the state that frameworks embed (one JSON, or Next.js’s stream of them). Null without one that is this
 * article: the script must hold the title, or the text what the page shows of it (`begins`).
 */
export function findEmbeddedText(
  scripts: readonly string[],
  title: string | null,
  begins: string | null,
): EmbeddedText | null {
  let best: EmbeddedText | null = null
  const named = toLetters(title ?? '')
  const start = toLetters(begins ?? '').slice(0, 60)
  const budget = { left: mostValues }
  for (const root of readScripts(scripts)) {
    const found: { texts: EmbeddedText[]; names: boolean } = { texts: [], names: false }
    collect(root, '', found, named, budget)
    for (const text of found.texts) {
      if (text.words < fewestWords || text.words <= (best?.words ?? 0)) continue
      const isThis = start === '' ? found.names : toLetters(stripTags(text.content)).includes(start)
      if (isThis) best = text
    }
  }
  return best
}

const toLetters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** What the scripts hold, parsed; scripts that are no data are passed over. */
function readScripts(scripts: readonly string[]): unknown[] {
  const roots: unknown[] = []
  let stream = ''
  for (const script of scripts) {
    const chunk = /^\s*(?:self|window)\.__next_f\.push\(/.test(script) ? readChunk(script) : null
    if (chunk !== null) {
      stream += chunk
      continue
    }
    // `window["state"] = {...};`, `queue.push({...})`, and JSON itself. Other code is no JSON.
    const isList = /^\s*\[/.test(script)
    const from = script.indexOf(isList ? '[' : '{')
    const to = script.lastIndexOf(isList ? ']' : '}')
    if (from !== -1 && to > from && from < 200) roots.push(parse(script.slice(from, to + 1)))
  }
  if (stream !== '') roots.push(readStream(stream))
  return roots.filter((root) => root !== null)
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function readChunk(script: string): string | null {
  const pushed = parse(script.slice(script.indexOf('['), script.lastIndexOf(']') + 1))
  return Array.isArray(pushed) && typeof pushed[1] === 'string' ? pushed[1] : null
}

/** The rows of React’s stream: `1f:{...}` to the end of the line, and `20:T4f2,` with so many bytes of text. */
function readStream(stream: string): unknown[] {
  const rows: unknown[] = []
  for (let at = 0; at < stream.length; ) {
    const colon = stream.indexOf(':', at)
    if (colon === -1 || colon - at > 12) {
      const end = stream.indexOf('\n', at)
      at = end === -1 ? stream.length : end + 1
      continue
    }
    const size = /^T([0-9a-f]{1,7}),/.exec(stream.slice(colon + 1, colon + 12))
    if (size !== null) {
      const start = colon + 1 + size[0].length
      const end = skipBytes(stream, start, Number.parseInt(size[1] ?? '0', 16))
      rows.push(stream.slice(start, end))
      at = end
      continue
    }
    const line = stream.indexOf('\n', colon)
    const end = line === -1 ? stream.length : line
    const json = stream.slice(colon + 1, end)
    if (/^[[{"]/.test(json)) rows.push(parse(json))
    at = end + 1
  }
  return rows
}

function skipBytes(text: string, from: number, bytes: number): number {
  let at = from
  for (let left = bytes; left > 0 && at < text.length; at++) {
    const unit = text.charCodeAt(at)
    // Two units of a surrogate pair are four bytes.
    left -= unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit < 0xe000 ? 2 : 3
  }
  return at
}

function collect(
  value: unknown,
  key: string,
  found: { texts: EmbeddedText[]; names: boolean },
  named: string,
  budget: { left: number },
  depth = 0,
): void {
  if (budget.left-- <= 0 || depth > 60) return
  if (typeof value === 'string') {
    if (!found.names && named.length >= 8 && value.length < 1_000 && toLetters(value).includes(named))
      found.names = true
    addString(found.texts, value, key)
    return
  }
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value) && value.length >= fewestParts) {
    const lines = value.map((part) => cleanText(stripTags(textOf(part, '', 0)))).filter((line) => line !== '')
    // Settings and menus are lists of names.
    const isText = lines.filter(isProse).length * 2 >= lines.length
    if (isText) addText(found.texts, 'lines', lines.join('\n\n'))
  }
  for (const [name, part] of Object.entries(value)) collect(part, name, found, named, budget, depth + 1)
}

/** Shorter lists are no list of paragraphs. */
const fewestParts = 3

function addString(texts: EmbeddedText[], value: string, key: string): void {
  if (value.length < 400) return
  if ((value.match(/<p[\s>]/gi) ?? []).length >= fewestParts) addText(texts, 'html', value)
  else if (/^(?:articleBody|body|bodyText|fullText|content|text)$/i.test(key))
    addText(texts, 'lines', resolveReferences(stripTags(value)))
}

function addText(texts: EmbeddedText[], form: EmbeddedText['form'], content: string): void {
  const lines = (form === 'html' ? stripTags(content) : content).split('\n')
  const words = lines.reduce((sum, line) => sum + (isProse(line) ? countWords(line) : 0), 0)
  if (words > 0) texts.push({ form, content, words })
}

/** Keys under which editors keep the words of a paragraph, whole or in pieces. */
const textKeys = new Set([
  'text',
  'value',
  'content',
  'html',
  'body',
  'data',
  'children',
  'paragraph',
  'model',
])

function textOf(value: unknown, key: string, depth: number): string {
  if (typeof value === 'string') return key === '' || textKeys.has(key) ? value : ''
  if (typeof value !== 'object' || value === null || depth > 5) return ''
  if (Array.isArray(value)) return value.map((part) => textOf(part, key, depth + 1)).join('')
  return Object.entries(value)
    .filter(([name]) => textKeys.has(name))
    .map(([name, part]) => textOf(part, name, depth + 1))
    .join('')
}

const stripTags = (html: string): string =>
  html.includes('<')
    ? resolveReferences(
        html.replace(/<(?:br|\/p|\/div|\/h\d|\/li)\b[^<>]*>/gi, '\n').replace(/<[^<>]*>/g, ''),
      )
    : html
