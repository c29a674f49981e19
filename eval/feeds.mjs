/**
 * Reading feeds: feedparser’s suite (a Python expression at the top of each file) and gofeed’s (a JSON file beside each
 * feed). A case is right when every part of its expectation holds that a record of ours has a field for.
 *
 * What has none does not apply, and is counted by reason. Titles and summaries are words in our record, so markup in
 * an expected one is compared as the words it shows; content is compared as markup. `bozo` is that `remarks` says
 * something. The peers get UTF-8 text, are mapped onto the same fields and compared the same way; `bozo` is that they throw.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Tokenizer } from 'htmlparser2'
import { parseFeed } from '../dist/collect/parse-feed.js'
import { readPerson } from '../dist/collect/read-person.js'
import { htmlToWords, looksLikeHtml, toOneLine } from '../dist/collect/to-plain-words.js'
import { peers } from './feed-peers.mjs'
import { percent } from './measures.mjs'
import { parsePython } from './python-expression.mjs'

const where = 'http://127.0.0.1:8097/suite/feed.xml'

export async function score([folder], { say }) {
  const cases = (await readCases(folder)).sort((a, b) => a.name.localeCompare(b.name))
  const readers = { ours: async (document) => toFeed(parseFeed(document)), ...peers }
  const tally = Object.fromEntries(Object.keys(readers).map((name) => [name, { right: 0, crashed: 0 }]))
  const reasons = new Map()
  const groups = new Map()
  let [applies, slowestMs] = [0, 0]
  for (const { name, document, expectation } of cases) {
    for (const [reader, read] of Object.entries(readers)) {
      const started = performance.now()
      let feed
      try {
        feed = await read(document)
      } catch (error) {
        feed = { failed: String(error) }
        tally[reader].crashed++
      }
      if (reader === 'ours') slowestMs = Math.max(slowestMs, performance.now() - started)
      const verdict = expectation(feed, reader === 'ours')
      if (reader === 'ours') {
        if (verdict.reason !== undefined) {
          reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1)
          break
        }
        applies++
        const group = name.split('/').slice(0, -1).join('/')
        const counts = groups.get(group) ?? [0, 0]
        groups.set(group, [counts[0] + Number(verdict.isRight), counts[1] + 1])
        if (!verdict.isRight) say(`wrong: ${name}\n    ${verdict.told}`)
      }
      if (verdict.isRight === true) tally[reader].right++
    }
  }
  for (const [group, [right, all]] of groups) say(`${group}: ${right} of ${all}`)
  say('does not apply:')
  for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1])) say(`  ${count}  ${reason}`)
  return {
    cases: cases.length,
    applies,
    ...Object.fromEntries(Object.entries(tally).map(([name, { right }]) => [name, percent(right / applies)])),
    threw: tally.ours.crashed,
    slowestMs: Math.round(slowestMs),
  }
}

/** A feed that is none is one with nothing in it and one remark. */
const toFeed = (parsed) =>
  'problem' in parsed ? { entries: [], remarks: [parsed.problem.message], isNone: true } : parsed

async function readCases(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name))
  const all = new Set(paths)
  const cases = []
  for (const path of paths) {
    const name = relative(folder, path)
    const isGofeed = /(?:^|\/)gofeed\//.test(`/${name}`)
    const pair = !isGofeed
      ? null
      : path.endsWith('.xml')
        ? path.replace(/\.xml$/, '.json')
        : path.replace(/\.json$/, '_expected.json')
    if (
      isGofeed &&
      (/_expected\.json$/.test(path) || (path.endsWith('.json') && all.has(path.replace(/\.json$/, '.xml'))))
    )
      continue
    const bytes = await readFile(path)
    if (isGofeed) {
      const expected = all.has(pair) ? JSON.parse(await readFile(pair, 'utf8')) : null
      cases.push({ name, document: toDocument(bytes, {}), expectation: expectJson(name, expected) })
    } else {
      const head = readHead(bytes)
      if (head !== null)
        cases.push({ name, document: toDocument(bytes, head.headers), expectation: expectPython(name, head) })
    }
  }
  return cases
}

function toDocument(bytes, headers) {
  const [mediaType = '', ...parameters] = (headers['content-type'] ?? '').split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*(.+?)\s*$/i.exec(parameter)?.[1])
    .find(Boolean)
  return {
    where,
    bytes,
    mediaType: mediaType.trim().toLowerCase() || null,
    charset: charset ?? null,
    headers,
    collectedAt: '2026-01-01T00:00:00Z',
  }
}

/** `Header:` and `Expect:` of the comment at a file’s top. */
function readHead(bytes) {
  const wide = bytes.subarray(0, 200).includes(0)
  const text = wide ? bytes.filter((byte) => byte !== 0).toString('latin1') : bytes.toString('utf8')
  const comment = /<!--([\s\S]*?)-->/.exec(text)?.[1] ?? ''
  const expect = /^\s*Expect:\s*(.*)$/m.exec(comment)?.[1]?.trim()
  if (expect === undefined) return null
  const headers = {}
  for (const [, key, value] of comment.matchAll(/^\s*Header:\s*([\w-]+):[ \t]*(.*)$/gm))
    headers[key.toLowerCase()] = value.trim()
  return { expect, headers, text }
}

class NotApplying extends Error {}
const skip = (reason) => {
  throw new NotApplying(reason)
}

// --- feedparser

function expectPython(name, { expect, headers, text }) {
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

const lists = 'lists of links and people with all their attributes'
const noField = {
  entry: {
    contributors: 'contributors, publishers, generators, licences, rights',
    publisher: 'contributors, publishers, generators, licences, rights',
    publisher_detail: 'contributors, publishers, generators, licences, rights',
    license: 'contributors, publishers, generators, licences, rights',
    rights: 'contributors, publishers, generators, licences, rights',
    rights_detail: 'contributors, publishers, generators, licences, rights',
    copyright: 'contributors, publishers, generators, licences, rights',
    copyright_detail: 'contributors, publishers, generators, licences, rights',
  },
}
const wordless = 'summaries of pictures alone, which have no words'
const otherFields = 'fields that no reader of news needs (enclosures, comments, expiry, threads …)'
const ofFeed =
  'what a feed says of itself beyond title, page, language and dates (subtitle, rights, author, image …)'

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

// --- gofeed

function expectJson(_name, expected) {
  return (feed, isOurs) => {
    if (expected === null) return { reason: 'nothing but that it is read without a crash' }
    const told = []
    let [counted, wrong] = [0, 0]
    const check = (kind, value, wanted, label) => {
      counted++
      if (isSame({ kind, value: value ?? null }, wanted, { isOurs })) return
      wrong++
      told.push(`${label}: ${JSON.stringify(value ?? null)} for ${JSON.stringify(wanted)}`)
    }
    const reasons = []
    try {
      for (const [key, value] of Object.entries(expected)) checkFeed(key, value, feed, check, reasons, isOurs)
    } catch (error) {
      if (!(error instanceof NotApplying)) throw error
      reasons.push(error.message)
    }
    if (counted === 0) return { reason: reasons[0] ?? 'nothing but that it is read without a crash' }
    return {
      isRight: wrong === 0 && feed.failed === undefined,
      told: feed.failed ?? told.join('; ').slice(0, 500),
    }
  }
}

function checkFeed(key, value, feed, check, reasons, isOurs) {
  switch (key) {
    case 'title':
      return check('words', feed.title, value, key)
    case 'link':
    case 'home_page_url':
      return check('address', feed.siteUrl, value, key)
    case 'links': {
      const page = Array.isArray(value)
        ? value.find(
            (link) => typeof link === 'object' && (link.rel ?? 'alternate') === 'alternate' && link.href,
          )
        : undefined
      return page === undefined ? reasons.push(lists) : check('address', feed.siteUrl, page.href, key)
    }
    case 'language':
      return check('language', feed.language, value, key)
    case 'updatedParsed':
    case 'lastBuildDateParsed':
      return check('date', feed.updatedAt, value, key)
    case 'ttl':
      return check(
        'text',
        feed.askAgainAfterSeconds == null ? null : String(feed.askAgainAfterSeconds / 60),
        String(value),
        key,
      )
    case 'feedType':
      return reasons.push(ofFeed)
    case 'items':
    case 'entries':
      for (const [i, item] of value.entries()) {
        for (const [field, wanted] of Object.entries(item))
          checkEntry(field, wanted, feed.entries?.[i], check, reasons, isOurs)
      }
      return value.length > 0 && value.every((item) => Object.keys(item).length === 0)
        ? reasons.push(otherFields)
        : undefined
    default:
      return reasons.push(ofFeed)
  }
}

function checkEntry(key, value, entry, check, reasons, isOurs) {
  const person = (wanted, i = 0) =>
    wanted?.name ? check('person', entry?.authors[i], wanted.name, key) : reasons.push('addresses of people')
  switch (key) {
    case 'title':
      return check('words', entry?.title, value, key)
    case 'description':
    case 'summary':
      if (htmlToWords(value) === null && value !== '') return reasons.push(wordless)
      return check('words', entry?.summary, value, key)
    case 'content':
      if (typeof value === 'object' && value.value === undefined) return reasons.push(otherFields)
      return check('html', entry?.contentHtml, typeof value === 'string' ? value : value.value, key)
    case 'content_html':
      return check('html', entry?.contentHtml, value, key)
    case 'link':
    case 'url':
      return check('address', entry?.url, value, key)
    case 'links': {
      const page = value.find(
        (link) => typeof link === 'object' && (link.rel ?? 'alternate') === 'alternate' && link.href,
      )
      return page === undefined ? reasons.push(lists) : check('address', entry?.url, page.href, key)
    }
    case 'guid':
    case 'id':
      return check('text', entry?.guid, typeof value === 'object' ? value.value : value, key)
    case 'publishedParsed':
    case 'pubDateParsed':
    case 'date_published':
      return check('date', entry?.publishedAt, value, key)
    case 'updatedParsed':
    case 'date_modified':
      return check('date', entry?.updatedAt ?? entry?.publishedAt, value, key)
    case 'author':
      return typeof value === 'string' ? person({ name: value }) : person(value)
    case 'authors':
      return value.map((author, i) =>
        typeof author === 'string' ? person({ name: author }, i) : person(author, i),
      )
    case 'categories':
    case 'tags':
      return value.map((category) => {
        const wanted =
          typeof category === 'string' ? category : (category.label ?? category.value ?? category.term)
        if (wanted === undefined) return reasons.push('schemes of categories')
        // Whatever their order: several elements are listed one kind after another.
        const found = entry?.categories?.find((name) =>
          isSame({ kind: 'words', value: name }, wanted, { isOurs }),
        )
        return check('words', found, wanted, key)
      })
    case 'source': {
      let counted = false
      if (value.title !== undefined)
        counted = check('words', entry?.source?.title, value.title, 'source.title') ?? true
      const url = value.url ?? value.links?.find((link) => (link.rel ?? 'alternate') === 'alternate')?.href
      if (url !== undefined) counted = check('address', entry?.source?.url, url, 'source.url') ?? true
      return counted || reasons.push('what a source says beyond its title and address')
    }
    default:
      return reasons.push(noField.entry[key] ?? otherFields)
  }
}

// --- comparing

function isSame({ kind, value }, expected, { isOurs }) {
  if (expected === null || value === null) return expected === value || (expected === '' && value === null)
  // Libraries give an object where an element has attributes that they do not know.
  if (typeof value !== 'string') return false
  if (kind === 'date') return toInstant(value) === toInstant(expected)
  const wanted = String(expected)
  if (kind === 'address') return toAddress(value) === toAddress(wanted)
  if (kind === 'language') return value.toLowerCase() === wanted.toLowerCase()
  if (kind === 'html') return toCanonical(value) === toCanonical(wanted)
  if (kind === 'person') {
    const name = readPerson(looksLikeHtml(wanted) ? htmlToWords(wanted) : wanted)
    return (isOurs ? value : readPerson(value)) === name
  }
  const found = isOurs || !looksLikeHtml(value) ? toOneLine(value) : htmlToWords(value)
  if (kind === 'text') return toOneLine(value) === toOneLine(wanted)
  return found === htmlToWords(wanted) || (!looksLikeHtml(wanted) && found === toOneLine(wanted))
}

function toInstant(date) {
  // feedparser’s time tuples are in UTC.
  if (Array.isArray(date)) return Date.UTC(date[0], date[1] - 1, ...date.slice(2, 6))
  const text = String(date)
  return Math.floor(Date.parse(/T[\d:.]+$/.test(text) ? `${text}Z` : text) / 1000) * 1000
}

function toAddress(address) {
  return URL.canParse(address) ? new URL(address).href : address
}

/** Markup with its tags in lower case, attributes in order of their names, references resolved. */
function toCanonical(html) {
  const parts = []
  let [name, attribute, value, attributes] = ['', '', '', []]
  const open = () => parts.push(`<${[name, ...attributes.sort()].join(' ')}>`)
  const nothing = () => {}
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname: (from, to) => {
        name = html.slice(from, to).toLowerCase()
        attributes = []
      },
      onattribname: (from, to) => {
        attribute = html.slice(from, to).toLowerCase()
        value = ''
      },
      onattribdata: (from, to) => {
        value += html.slice(from, to)
      },
      onattribentity: (point) => {
        value += String.fromCodePoint(point)
      },
      onattribend: () => {
        const isLink = attribute === 'href' || attribute === 'src'
        if (!attribute.startsWith('xmlns'))
          attributes.push(`${attribute}=${isLink ? toAddress(value) : value}`)
      },
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag: (from, to) => parts.push(`</${html.slice(from, to).trim().toLowerCase()}>`),
      ontext: (from, to) => parts.push(html.slice(from, to)),
      ontextentity: (point) => parts.push(String.fromCodePoint(point)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return parts
    .join('')
    .replace(/<\/(?:br|img|hr|circle|path)>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
