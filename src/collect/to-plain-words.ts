import { Tokenizer } from 'htmlparser2'
import { replaceControls } from './replace-controls.ts'

/**
 * The words of a piece of HTML on one line, as a reader would see them; null when it shows none.
 *
 * Scripts, styles and what only shows where something else fails are no words. Linear in the length.
 */
export function htmlToWords(html: string): string | null {
  if (!/[<&]/.test(html)) return toOneLine(html)
  const parts: string[] = []
  let tag = ''
  let hidden: string | null = null
  const tokenizer = new Tokenizer(
    {},
    {
      ontext: (from, to) => {
        if (hidden === null) parts.push(html.slice(from, to))
      },
      ontextentity: (codepoint) => {
        if (hidden === null) parts.push(String.fromCodePoint(codepoint))
      },
      oncdata: (from, to, endOffset) => {
        if (hidden === null) parts.push(html.slice(from, to - endOffset))
      },
      onopentagname: (from, to) => {
        tag = html.slice(from, Math.min(to, from + 20)).toLowerCase()
        if (!inline.has(tag)) parts.push(' ')
      },
      onopentagend: () => {
        if (hidden === null && unseen.has(tag)) hidden = tag
      },
      onclosetag: (from, to) => {
        const closed = html
          .slice(from, Math.min(to, from + 20))
          .trim()
          .toLowerCase()
        if (hidden === closed) hidden = null
        if (!inline.has(closed)) parts.push(' ')
      },
      onselfclosingtag: () => {},
      onattribname: () => {},
      onattribdata: () => {},
      onattribentity: () => {},
      onattribend: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return toOneLine(parts.join(''))
}

/** Words on one line, without what only steers a typesetter or cannot be stored; null when none are left. */
export function toOneLine(text: string): string | null {
  const line = replaceControls(text.replace(/[\u00ad\u200b\u2060\ufeff]/g, ''), ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' ? null : line
}

/**
 * Whether text is meant as HTML: it holds a tag of HTML or a character reference.
 *
 * “The <draft> bill” holds neither, nor does “5 < 6 & 7”.
 */
export const looksLikeHtml = (text: string): boolean => htmlSign.test(text)

const htmlSign =
  /<\/?(?:a|abbr|acronym|address|article|aside|audio|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|embed|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|ins|kbd|li|link|mark|math|meta|object|ol|p|picture|pre|q|s|samp|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|time|tr|tt|u|ul|var|video)(?:\s[^<>]*)?\/?>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i

/** Text as HTML that shows it. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Elements within a line; the others stand apart from the words before and after them. */
const inline: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
])

const unseen: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'applet',
  'svg',
  'math',
])
