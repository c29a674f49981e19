/**
 * Levels of nesting kept. Browsers stop at 512; articles lie 10 to 40 deep, and every level multiplies the
 * work of whatever asks an element for its text.
 */
const deepest = 200

/** Longest tag whose attributes are kept: longer ones carry inlined pictures or program state, never words. */
const longestTag = 16_384

/**
 * Nodes the parser may be asked to build: tags, attributes, and what splits a text into several nodes.
 *
 * The largest of 980 pages of news and blogs has 17,000; with 150,000 the process takes 300 to 450 MB.
 */
const mostPieces = 150_000

/**
 * Rewrites markup so that any parser turns it into one `html` with one `head` and one `body`, in linear time
 * and bounded memory, whatever a page throws at it.
 *
 * Document tags (`html`, `head`, `body`, doctype) are dropped wherever they stand and written once around
 * everything, keeping their first attributes. Comments go. Tags nested deeper than 200 levels, and every tag
 * after the 150,000th piece of markup, are dropped; their words stay. Everything else is kept as it is.
 */
export function tameMarkup(page: string): string {
  const html = countCharacter(page, '&') > mostPieces ? resolveReferences(page) : page
  const kept: string[] = []
  const attributes: Record<string, string> = {}
  const open: string[] = []
  const unclosed = new Set<string>()
  const closes = (name: string) => !unclosed.has(name)
  let pieces = 0
  let from = 0
  /** Where the last tag ended, if it was a block's; -1 otherwise. */
  let afterBlock = -1
  const replace = (start: number, end: number, instead: string) => {
    kept.push(html.slice(from, start), instead)
    from = end
  }

  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      replace(at, end === -1 ? html.length : end + 3, '')
      at = from
      continue
    }
    tagName.lastIndex = at
    const name = tagName.exec(html)?.[1]?.toLowerCase()
    if (name === undefined) {
      // A doctype, CDATA, a processing instruction; else a stray `<`, which is text.
      if (html[at + 1] === '!' || html[at + 1] === '?') {
        const end = html.indexOf('>', at)
        replace(at, end === -1 ? html.length : end + 1, '')
        at = from
      } else {
        if (pieces++ > mostPieces) replace(at, at + 1, ' ')
        at++
      }
      continue
    }
    const tag = readTag(html, at)
    if (tag === null) {
      replace(at, html.length, '')
      break
    }
    const { end } = tag
    const closing = html[at + 1] === '/'
    const isLong = end - at > longestTag
    pieces += closing ? 0 : 1 + (isLong ? 0 : tag.attributes)
    const rewrite = () => {
      if (isLong) replace(at, end, `<${name}>`)
      else for (const [start, stop] of tag.idle) replace(start, stop, '')
    }
    const isBlock = blockTags.has(name)
    if (isBlock && afterBlock !== -1 && isBlank(html, afterBlock, at)) replace(afterBlock, at, '')
    afterBlock = isBlock ? end : -1
    if (name === 'link' && idleLink.test(html.slice(at, Math.min(end, at + 300)))) {
      replace(at, end, '')
      at = from
      continue
    }
    if (unread.has(name) && !closing) {
      const close = html[end - 2] === '/' || !closes(name) ? -1 : html.indexOf(`</${name}`, end)
      if (close === -1) unclosed.add(name)
      const stop = close === -1 ? -1 : html.indexOf('>', close)
      replace(at, stop === -1 ? end : stop + 1, ' ')
      at = from
      continue
    }
    if (name === 'html' || name === 'head' || name === 'body') {
      if (!closing) attributes[name] ??= isLong ? '' : attributesOf(html.slice(at + 1 + name.length, end - 1))
      // A space keeps the words on both sides apart.
      replace(at, end, ' ')
    } else if (rawText.has(name) && !closing) {
      const close = findClosingTag(html, name, end)
      if (pieces > mostPieces || (name === 'script' && isIdleScript(html, at, end, close)))
        replace(at, close, ' ')
      else rewrite()
      at = close
      continue
    } else if (closing) {
      const i = findLast(open, name)
      if (i !== -1) open.length = i
      // The tag that it closes was dropped, too.
      if (i >= deepest || (i === -1 && pieces > mostPieces)) replace(at, end, ' ')
    } else {
      const nests = !neverNests.has(name)
      if (pieces > mostPieces) {
        replace(at, end, ' ')
        at = end
        continue
      }
      if (nests && open.length >= deepest) replace(at, end, ' ')
      else rewrite()
      if (nests) open.push(name)
    }
    at = end
  }
  kept.push(html.slice(from))
  const { html: ofHtml = '', body: ofBody = '' } = attributes
  return `<!doctype html><html${ofHtml}><head></head><body${ofBody}>${kept.join('')}</body></html>`
}

const tagName = /<\/?([a-z][^\s/>]{0,60})/iy

/** Content runs to the closing tag and holds no tags of its own. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'])

/** Drawn, or for browsers without scripts: never read. */
const unread = new Set(['svg', 'noscript'])

/** What a browser is to load before it shows the page. */
const idleLink =
  /\brel=["']?(?:stylesheet|preload|prefetch|modulepreload|dns-prefetch|preconnect|manifest)\b/i

/** White space between these is no words' and no line's. */
const blockTags = new Set(
  'div p section article main aside header footer nav ul ol li dl dt dd table thead tbody tfoot tr td th figure figcaption form fieldset h1 h2 h3 h4 h5 h6 blockquote'.split(
    ' ',
  ),
)

function isBlank(html: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(html.charCodeAt(i))) return false
  return start < end
}

/** Shorter scripts carry no article, and no data about one unless their type or a word in them says so. */
const shortestScript = 500

function isIdleScript(html: string, start: number, end: number, close: number): boolean {
  if (close - end >= shortestScript) return false
  if (/\bjson\b|\+json/i.test(html.slice(start, end))) return false
  // Some hand a few settings to the page, its date among them.
  return !/__next_f|publi(?:sh|cation)/i.test(html.slice(end, close))
}

/** Void elements, and those that the next of their kind closes: neither makes the tree deeper. */
const neverNests = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dd dt tr td th tbody thead tfoot option optgroup rp rt'
  ).split(' '),
)

interface Tag {
  readonly end: number
  /** How many attributes it keeps. */
  readonly attributes: number
  /** Where attributes stand that nobody reads: half-open. */
  readonly idle: readonly (readonly [number, number])[]
}

/**
 * Where the tag ends, and its attributes; null when the page ends inside it.
 *
 * Quotation marks count only after `=`, as the HTML standard has it.
 */
function readTag(html: string, start: number): Tag | null {
  const idle: [number, number][] = []
  let attributes = 0
  let i = start + 1
  while (i < html.length && !isSpace(html.charCodeAt(i)) && html[i] !== '>') i++
  for (;;) {
    const from = i
    while (isSpace(html.charCodeAt(i)) || html[i] === '/') i++
    if (i >= html.length) return null
    if (html[i] === '>') return { end: i + 1, attributes, idle }
    const name = i
    while (i < html.length && !isSpace(html.charCodeAt(i)) && html[i] !== '=' && html[i] !== '>') i++
    const nameEnd = i
    let value = ''
    let next = i
    while (isSpace(html.charCodeAt(next))) next++
    if (html[next] === '=') {
      i = next + 1
      while (isSpace(html.charCodeAt(i))) i++
      const quote = html[i]
      const valueStart = i
      if (quote === '"' || quote === "'") {
        const close = html.indexOf(quote, i + 1)
        if (close === -1) return null
        i = close + 1
      } else while (i < html.length && !isSpace(html.charCodeAt(i)) && html[i] !== '>') i++
      value = html.slice(valueStart, i)
    }
    if (isIdle(html, name, nameEnd, value)) idle.push([from, i])
    else attributes++
  }
}

const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

/**
 * Whether nothing here reads an attribute: handlers, styles that hide nothing, and the program state that half of a modern
 * page's attributes are. Each costs the parser a node.
 */
function isIdle(html: string, start: number, end: number, value: string): boolean {
  const name = html.slice(start, Math.min(end, start + 60)).toLowerCase()
  if (name === 'style') return !/display|visibility/i.test(value)
  if (name.startsWith('data-')) return !readData.test(name)
  return idleNames.test(name)
}

const idleNames =
  /^(?:on[a-z]+|aria-(?!hidden|modal).*|tabindex|target|loading|decoding|fetchpriority|crossorigin|referrerpolicy|sizes|integrity|nonce|js[a-z]+|[vx]-.*|ng-.*|[:@(*].*)$/

/** What pages keep in `data-` attributes and nowhere else: addresses of pictures, times, names. */
const readData = /src|ima?ge?|original|url|href|date|time|publish|author|caption|credit|alt|title/

// Far enough for any page that means its nesting, and a bound on the search for one that does not.
function findLast(open: readonly string[], name: string): number {
  for (let i = open.length - 1; i >= 0 && i >= open.length - deepest; i--) if (open[i] === name) return i
  return -1
}

const attributesOf = (tag: string): string => tag.replace(/\/\s*$/, '')

function findClosingTag(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

function countCharacter(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count++
  return count
}

// Every character reference costs the parser a node. Markup characters become spaces: they would be read as tags.
function resolveReferences(html: string): string {
  return html.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|[a-z][a-z0-9]{1,30});?/gi, (_, hex, decimal) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    if (!(code <= 0x10ffff) || (code >= 0xd800 && code < 0xe000)) return ' '
    return '<>"\'&'.includes(String.fromCodePoint(code)) ? ' ' : String.fromCodePoint(code)
  })
}
