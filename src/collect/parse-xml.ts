import { decodeHTMLStrict } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { resolveAddress } from './resolve-address.ts'
import { skipProlog } from './skip-prolog.ts'
import type { XmlElement } from './xml-element.ts'
import { declareNamespaces, outermostScope, type Scope, toElementName } from './xml-namespaces.ts'

/** What a document holds at its top, and what was wrong with it. */
export interface ParsedXml {
  /** A well-formed document has one. */
  readonly roots: readonly XmlElement[]
  readonly remarks: readonly string[]
}

/** How a document is read. */
export interface XmlOptions {
  /** The address that a relative `xml:base` is relative to. */
  readonly where: string
  /** Is asked when an element closes; true leaves it out of the tree, which keeps long lists out of memory. */
  readonly take?: (element: XmlElement) => boolean
}

/**
 * XML as feeds and sitemaps have it to a tree, well-formed or not; linear in its length.
 *
 * Of ill-formed XML everything is kept that can be: an element that is not closed ends where one around it does, a
 * stray `&` or `<` is itself, HTML's entities count as declared, undeclared prefixes stand for themselves. Entities
 * that the DTD declares are known when they are short plain text, and put in 1,000 times at most: nothing expands
 * within another. Below 100 levels elements are taken apart; after a million elements it stops.
 */
export function parseXml(text: string, { where, take }: XmlOptions): ParsedXml {
  const { start, entities } = skipProlog(text)
  const top = newElement('', '', [], null)
  const open: OpenElement[] = [{ element: top, writtenName: '', scope: outermostScope }]
  const remarks = new Set<string>()
  const attributes: [string, string][] = []
  let writtenName = ''
  let attributeName = ''
  let attributeValue = ''
  let tooDeep = 0
  let elements = 0
  let substitutions = 0
  const last = (): OpenElement => open[open.length - 1] as OpenElement

  const decodeText = (from: number, to: number): string => {
    const raw = body.slice(from, to)
    if (!raw.includes('&')) return raw
    const replaced =
      entities.size === 0
        ? raw
        : raw.replace(/&([\w.:-]{1,100});/g, (reference, name: string) => {
            const value = entities.get(name)
            return value === undefined || ++substitutions > 1000 ? reference : value
          })
    return decodeHTMLStrict(replaced)
  }

  const closeLast = (): void => {
    const { element } = open.pop() as OpenElement
    if (take?.(element) === true) return
    last().element.children.push(element)
  }

  const openElement = (isClosed: boolean): void => {
    if (++elements > mostElements) {
      remarks.add(`Only the first ${mostElements} elements were read.`)
      tokenizer.pause()
      return
    }
    if (open.length > deepest) {
      remarks.add(`Elements more than ${deepest} levels deep were taken apart.`)
      if (!isClosed) tooDeep++
      return
    }
    closeForgotten(writtenName.toLowerCase())
    const parent = last()
    const scope = declareNamespaces(attributes, parent.scope)
    const { name, tag, isDeclared } = toElementName(writtenName, scope, open.length === 1)
    if (!isDeclared) remarks.add('An element’s prefix is not declared.')
    const element = newElement(name, tag, attributes.slice(), parent.element, where)
    open.push({ element, writtenName, scope })
    if (isClosed || voidElements.has(writtenName.toLowerCase())) closeLast()
  }

  /** `<title>The bridge<link>…`, `<item>…<item>`: what can hold no such element was left open. */
  const closeForgotten = (name: string): void => {
    const holder = forgottenBy(name)
    if (holder === null) return
    const at = open.findLastIndex((opened) => holder.has(opened.writtenName.toLowerCase()))
    if (at < 1 || (holder === listed && open[at]?.writtenName.toLowerCase() !== name)) return
    if (holder === plain && at !== open.length - 1) return
    remarks.add('Tags do not match.')
    while (open.length > at) closeLast()
  }

  const closeElement = (name: string): void => {
    if (tooDeep > 0) {
      tooDeep--
      return
    }
    const at = open.findLastIndex((opened) => opened.writtenName === name)
    const found = at > 0 ? at : open.findLastIndex((opened) => isSameName(opened.writtenName, name))
    if (found < 1) {
      // `<br></br>` was closed when it opened.
      if (!voidElements.has(name.toLowerCase())) remarks.add('Tags do not match.')
      return
    }
    if (found !== open.length - 1) remarks.add('Tags do not match.')
    while (open.length > found) closeLast()
  }

  const body = text.slice(start)
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ontext: (from, to) => last().element.children.push(decodeText(from, to)),
      oncdata: (from, to, endOffset) => {
        if (endOffset === 0) remarks.add(cutOff)
        last().element.children.push(body.slice(from, to - endOffset))
      },
      onopentagname: (from, to) => {
        writtenName = body.slice(from, to)
        attributes.length = 0
      },
      onattribname: (from, to) => {
        attributeName = body.slice(from, to)
        attributeValue = ''
      },
      onattribdata: (from, to) => {
        attributeValue += decodeText(from, to)
      },
      onattribend: () => {
        if (attributes.length < 100) attributes.push([attributeName, attributeValue])
      },
      onopentagend: () => openElement(false),
      onselfclosingtag: () => openElement(true),
      onclosetag: (from, to) => closeElement(body.slice(from, to).trim()),
      onattribentity: () => {},
      ontextentity: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(body)
  tokenizer.end()
  if (open.length > 1 && tokenizer.running) {
    remarks.add(cutOff)
    // Half an address is a wrong one, and half a title too; a list that was not closed is kept.
    if (last().element.children.every((child) => typeof child === 'string')) open.pop()
  }
  while (open.length > 1) closeLast()
  const roots = top.children.filter((child) => typeof child !== 'string')
  return { roots, remarks: [...remarks] }
}

/** 100 levels: real feeds reach 40, with XHTML in them. */
const deepest = 100

/** A sitemap of 50,000 news articles has 400,000. */
const mostElements = 1_000_000

const cutOff = 'It ends in the middle; what came before is kept.'

interface OpenElement {
  readonly element: XmlElement
  readonly writtenName: string
  readonly scope: Scope
}

/** HTML’s empty elements that stand naked in descriptions; `link` is RSS’s own and holds an address. */
const voidElements: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'area', 'embed', 'input'])

const listed: ReadonlySet<string> = new Set(['item', 'entry', 'url', 'sitemap'])

/** Elements of RSS that hold words or an address, and no element that a feed is made of. */
const plain: ReadonlySet<string> = new Set(['title', 'link', 'guid', 'pubdate', 'comments', 'loc', 'lastmod'])

const neverInPlain: ReadonlySet<string> = new Set([
  ...plain,
  'description',
  'category',
  'author',
  'enclosure',
  'item',
  'dc:creator',
  'dc:date',
  'content:encoded',
])

function forgottenBy(name: string): ReadonlySet<string> | null {
  if (listed.has(name)) return listed
  return neverInPlain.has(name) ? plain : null
}

const isSameName = (a: string, b: string): boolean =>
  a.length === b.length && a.toLowerCase() === b.toLowerCase()

function newElement(
  name: string,
  tag: string,
  attributes: readonly (readonly [string, string])[],
  parent: XmlElement | null,
  where = '',
): XmlElement {
  const value = (key: string): string | null =>
    attributes.length === 0 ? null : (attributes.find(([written]) => written === key)?.[1].trim() ?? null)
  const ownBase = value('xml:base')
  const ownLanguage = value('xml:lang')
  const outerBase = parent?.base ?? null
  return {
    name,
    tag,
    attributes,
    children: [],
    base: ownBase === null ? outerBase : (resolveAddress(ownBase, outerBase ?? where) ?? outerBase),
    language: ownLanguage ?? parent?.language ?? null,
  }
}
