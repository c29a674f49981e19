/** feedparser’s expectations: a Python expression on what it makes of a feed, at the top of each file. */
import { htmlToWords } from '../dist/collect/to-plain-words.js'
import {
  isSame,
  lists,
  NotApplying,
  noField,
  ofFeed,
  otherFields,
  skip,
  wordless,
} from './feed-expectations.mjs'
import { parsePython } from './python-expression.mjs'

/** What judges a feed by a file’s expression: right or wrong, or why it does not apply. */
export function expectPython(name, { expect, headers, text }) {
  const tree = parseOrNull(expect)
  if (tree === null) return () => ({ reason: 'expressions of other kinds' })
  const context = { name, headers, text, expect }
  return (feed, isOurs) => {
    try {
      const told = []
      const state = { feed, isOurs, context, told, hasCounted: false }
      const value = evaluate(tree, state)
      if (!state.hasCounted) skip('nothing but that it is read without a crash')
      return {
        isRight: Boolean(value),
        told: `${expect.slice(0, 200)}\n    ${told.join('; ').slice(0, 400)}`,
      }
    } catch (error) {
      if (error instanceof NotApplying) return { reason: error.message }
      throw error
    }
  }
}

function parseOrNull(expression) {
  try {
    return parsePython(expression)
  } catch {
    return null
  }
}

function evaluate(node, state) {
  if (node.kind === 'and') {
    // What has no field is left out, as long as another part has one.
    const parts = node.parts.map((part) => attempt(part, state))
    const counted = parts.filter(({ reason }) => reason === undefined)
    const strong = node.parts.filter((part, i) => !isBozo(part) && parts[i].reason === undefined)
    const firstReason = parts.find(({ reason }) => reason !== undefined)?.reason
    if (strong.length === 0 && firstReason !== undefined && !isPlainBozo(node.parts[0])) skip(firstReason)
    return counted.every(({ value }) => value)
  }
  if (node.kind === 'or') return node.parts.map((part) => evaluate(part, state)).some(Boolean)
  if (node.kind === 'not') return !evaluate(node.of, state)
  if (node.kind === 'compare') return compare(node, state)
  if (node.kind === 'name') return readName(node.name, state)
  if (node.kind === 'literal') return node.value
  if (node.kind === 'call' && pathOf(node.of)?.at(-1) === 'has_key') {
    const path = [...pathOf(node.of).slice(0, -1), node.parameters[0].value]
    state.hasCounted = true
    return read(path, state).value !== null
  }
  if (node.kind === 'item' || node.kind === 'call') {
    const path = pathOf(node)
    if (path === null) skip('expressions of other kinds')
    return read(path, state).value
  }
  return skip('expressions of other kinds')
}

const isPlainBozo = (node) => node.kind === 'name' && node.name === 'bozo'
const isBozo = (node) => isPlainBozo(node) || (node.kind === 'not' && isPlainBozo(node.of))

function attempt(node, state) {
  try {
    return { value: evaluate(node, state) }
  } catch (error) {
    if (error instanceof NotApplying) return { reason: error.message }
    throw error
  }
}

function readName(name, state) {
  if (name !== 'bozo') return skip('the answer’s HTTP headers, which are the fetcher’s')
  const { feed, isOurs, context, told } = state
  if (/text\/plain/.test(context.headers['content-type'] ?? '')) {
    skip('a wrong media type is the server’s, no fault of the feed')
  }
  if (context.expect.includes('CharacterEncodingOverride')) skip(rfc3023)
  if (/^(?:not )?bozo$/.test(context.expect)) state.hasCounted = true
  const isBroken = isOurs ? (feed.remarks?.length ?? 0) > 0 : feed.failed !== undefined
  if (isBroken) told.push(isOurs ? feed.remarks.join(' ') : feed.failed)
  return isBroken
}

const rfc3023 = 'text/xml without a charset as ASCII (RFC 3023, obsolete since RFC 7303)'

function pathOf(node) {
  if (node.kind === 'name') return ['feed', 'entries'].includes(node.name) ? [node.name] : null
  if (node.kind === 'call' && pathOf(node.of)?.at(-1) === 'get')
    return [...pathOf(node.of).slice(0, -1), node.parameters[0].value]
  if (node.kind !== 'item' || node.key.kind !== 'literal') return null
  const path = pathOf(node.of)
  return path === null ? null : [...path, node.key.value]
}

function compare({ operands, operators }, state) {
  const told = state.told
  if (operators.some((operator) => operator !== '==')) return skip('comparisons of other kinds')
  if (operands[0].kind === 'name') {
    const expected = operands[1].value
    if (operands[0].name === 'encoding') {
      if (expected === 'us-ascii' && !/charset\s*=/.test(state.context.headers['content-type'] ?? ''))
        skip(rfc3023)
      state.hasCounted = true
      told.push(`encoding ${state.feed.charset}`)
      return toCharset(expected) === toCharset(state.feed.charset ?? '')
    }
    if (operands[0].name === 'version') {
      state.hasCounted = true
      told.push(`format ${state.feed.format}`)
      return formats(expected).includes(state.feed.format)
    }
    return skip('the answer’s HTTP headers, which are the fetcher’s')
  }
  if (operands[0].kind === 'call' && operands[0].of.name === 'ord') {
    const { value } = read(pathOf(operands[0].parameters[0]), state)
    state.hasCounted = true
    told.push(JSON.stringify(value))
    return value?.codePointAt(0) === operands[1].value
  }
  if (operands[0].kind === 'call' && operands[0].of.name === 'len') return skip(lists)
  const expected = toLiteral(operands.at(-1))
  return operands.slice(0, -1).every((operand) => {
    const path = pathOf(operand)
    if (path === null) return skip('expressions of other kinds')
    const found = read(path, state, expected)
    state.hasCounted = true
    told.push(`${JSON.stringify(found.value)} for ${JSON.stringify(expected)}`)
    return isSame(found, expected, state)
  })
}

function toLiteral(node) {
  if (node.kind === 'literal') return node.value
  if (node.kind === 'tuple') return node.parts.map(toLiteral)
  if (node.kind === 'dict') return skip(lists)
  return skip('expressions of other kinds')
}

const formats = (version) =>
  ({ rss090: ['rdf'], rss10: ['rdf'], atom: ['atom'], cdf: ['cdf'] })[version] ??
  (version.startsWith('rss') ? ['rss'] : version.startsWith('atom') ? ['atom'] : [version])

const toCharset = (label) => {
  try {
    // GB 18030 contains GBK, which contains GB 2312.
    return new TextDecoder(label).encoding.replace('gbk', 'gb18030')
  } catch {
    return label.toLowerCase()
  }
}

/** Of the links our record keeps the page; a test whose links are of other kinds is about those. */
const otherLinks = /\srel=["'](?!alternate)/

/** What a path of feedparser’s names, as `{ kind, value }` of our record. */
function read(path, { feed, context }, expected) {
  if (/\/sanitize\//.test(context.name)) skip('sanitising: content is kept as it is, words hold no markup')
  if (context.headers['content-location'] !== undefined)
    skip('Content-Location as the base (RFC 2616; not so since RFC 7231)')
  const [holder, ...rest] = path
  if (rest.some((key) => /^(?:itunes|media|geo|psc|georss|gml)_|^where$/.test(String(key))))
    skip('podcasts, places and media')
  if (holder === 'feed') return readFeed(rest, feed, context)
  const [index, key, ...more] = rest
  const entry = feed.entries?.[index]
  return readEntry(entry, key, more, context, expected)
}

function readFeed([key, ...more], feed, context) {
  const last = more.at(-1)
  if (last === 'base') return skip('the base itself, apart from the links it gives')
  if (last === 'type') return skip('types of texts')
  if (key === 'title' || (key === 'title_detail' && last === 'value'))
    return { kind: 'words', value: feed.title ?? null }
  if (last === 'language') return skip('languages of single texts of a feed')
  if (key === 'language') return { kind: 'language', value: feed.language ?? null }
  if (key === 'link') return { kind: 'address', value: feed.siteUrl ?? null }
  if (key === 'links')
    return last === 'href' && !otherLinks.test(context.text)
      ? { kind: 'address', value: feed.siteUrl ?? null }
      : skip(lists)
  if (/^(?:updated|modified|published)(?:_parsed)?$/.test(key))
    return { kind: 'date', value: feed.updatedAt ?? null }
  if (key === 'ttl')
    return {
      kind: 'text',
      value: feed.askAgainAfterSeconds == null ? null : String(feed.askAgainAfterSeconds / 60),
    }
  return skip(ofFeed)
}

function readEntry(entry, key, more, context, expected) {
  const last = more.at(-1)
  if (last === 'base') return skip('the base itself, apart from the links it gives')
  if (last === 'type') return skip('types of texts')
  const content = entry?.contentHtml ?? null
  const words = (value) => {
    if (/<a\s/.test(String(expected)) && /\/base\//.test(context.name))
      skip('links within titles and summaries, which are words')
    if (htmlToWords(String(expected)) === null) skip(wordless)
    return { kind: 'words', value: value ?? null }
  }
  if (last === 'language') return { kind: 'language', value: entry?.language ?? null }
  switch (key) {
    case 'title':
    case 'title_detail':
      return words(entry?.title)
    case 'summary':
    case 'summary_detail':
      return words(entry?.summary)
    // feedparser’s “description” is the content where there is no summary.
    case 'description':
      return entry?.summary == null && content !== null
        ? { kind: 'html', value: content }
        : words(entry?.summary)
    case 'content':
      return { kind: 'html', value: content }
    case 'link':
      return { kind: 'address', value: entry?.url ?? null }
    case 'links':
      return last === 'href' && !otherLinks.test(context.text)
        ? { kind: 'address', value: entry?.url ?? null }
        : skip(lists)
    case 'id':
    case 'guid':
      return { kind: 'text', value: entry?.guid ?? null }
    case 'author':
      return { kind: 'person', value: entry?.authors[0] ?? null }
    case 'author_detail':
      return last === 'name'
        ? { kind: 'person', value: entry?.authors[0] ?? null }
        : skip('addresses of people')
    case 'authors':
      return last === 'name'
        ? { kind: 'person', value: entry?.authors[more[0]] ?? null }
        : skip('addresses of people')
    case 'published':
    case 'published_parsed':
    case 'created':
    case 'created_parsed':
    case 'issued':
    case 'issued_parsed':
      return { kind: 'date', value: entry?.publishedAt ?? null }
    case 'updated':
    case 'updated_parsed':
    case 'modified':
    case 'modified_parsed':
      return { kind: 'date', value: entry?.updatedAt ?? entry?.publishedAt ?? null }
    case 'category':
      return { kind: 'text', value: entry?.categories[0] ?? null }
    case 'tags':
      if (last === 'scheme') return skip('schemes of categories')
      // Our record keeps the label, which is for people, where there are both.
      if (last === 'term' && /<category[^>]*\slabel=/.test(context.text))
        return skip('terms of categories that have a label')
      return { kind: 'text', value: entry?.categories[more[0]] ?? null }
    case 'language':
      return { kind: 'language', value: entry?.language ?? null }
    case 'source':
      if (more[0] === 'title') return words(entry?.source?.title)
      if (more[0] === 'title_detail' && last === 'value') return words(entry?.source?.title)
      if (
        more[0] === 'link' ||
        more[0] === 'href' ||
        more[0] === 'url' ||
        (more[0] === 'links' && last === 'href')
      )
        return { kind: 'address', value: entry?.source?.url ?? null }
      return skip('what a source says beyond its title and address')
    default:
      return skip(noField.entry[key] ?? otherFields)
  }
}
