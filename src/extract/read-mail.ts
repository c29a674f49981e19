import { cleanText } from './clean-text.ts'
import { decodeBytes } from './decode-bytes.ts'
import { isWebAddress } from './find-url.ts'
import { type ParsedDate, parsePrintedDate } from './parse-date.ts'
import { decodeHeader, type Mail, type MailPart, parseMail } from './parse-mail.ts'

/** The page or text that a mail or an MHTML file wraps. */
export interface MailedPage {
  readonly format: 'html' | 'text'
  readonly text: string
  /** The encoding that gave the text. */
  readonly charset: string
  /** Where the page was saved from; null for a mail, and where the file does not say. */
  readonly url: string | null
  /** What a mail says of itself; null for a saved page, whose own words go before its wrapping. */
  readonly mail: { readonly subject: string | null; readonly sentAt: ParsedDate | null } | null
  /** Whether the file ends in the middle of the page. */
  readonly isCut: boolean
}

/**
 * Takes the page out of an MHTML file (“Web page, single file”, RFC 2557), or the words out of a mail; null when
 * it holds neither HTML nor plain text.
 *
 * Of the pages in an MHTML file, frames and all, the one that it was saved for: that which `start` names, or the
 * address it was saved from, or the first. Addresses of the form `cid:` are put right where the file says what they
 * stand for.
 */
export function readMail(bytes: Uint8Array): MailedPage | null {
  const mail = parseMail(bytes)
  const { headers } = mail
  const savedFrom = headers.get('snapshot-content-location') ?? null
  const part = findPage(mail, savedFrom)
  if (part === null) return null
  const isSaved =
    savedFrom !== null || /saved by/i.test(headers.get('from') ?? '') || part.headers.has('content-location')
  const url = [
    savedFrom,
    part.headers.get('content-location') ?? null,
    headers.get('content-location') ?? null,
  ]
    .map((address) => address?.replace(/\s+/g, '') ?? null)
    .find(isWebAddress)
  const { text, charset } = decodeBytes(part.read(), part.charset)
  const isHtml = part.mediaType !== 'text/plain'
  return {
    format: isHtml ? 'html' : 'text',
    text: isHtml ? resolveContentIds(text, mail.parts) : text,
    charset,
    url: isSaved ? (url ?? null) : null,
    mail: isSaved
      ? null
      : {
          subject: cleanText(decodeHeader(headers.get('subject') ?? '')) || null,
          sentAt: parsePrintedDate(headers.get('date') ?? ''),
        },
    isCut: part.isCut,
  }
}

const isPage = ({ mediaType }: MailPart): boolean =>
  mediaType === 'text/html' || mediaType === 'application/xhtml+xml'

function findPage({ parts, start }: Mail, savedFrom: string | null): MailPart | null {
  const pages = parts.filter(isPage)
  return (
    pages.find(({ headers }) => start !== null && headers.get('content-id') === start) ??
    pages.find(({ headers }) => savedFrom !== null && headers.get('content-location') === savedFrom) ??
    pages[0] ??
    parts.find(({ mediaType }) => mediaType === 'text/plain') ??
    null
  )
}

// <img src="cid:picture@mhtml.blink"> is the part of that Content-ID, which may say where it came from.
function resolveContentIds(html: string, parts: readonly MailPart[]): string {
  const locations = new Map<string, string>()
  for (const { headers } of parts) {
    const id = headers.get('content-id')?.replace(/^<(.*)>$/, '$1')
    const location = headers.get('content-location')
    if (id !== undefined && isWebAddress(location)) locations.set(id, location)
  }
  if (locations.size === 0) return html
  return html.replace(/\bcid:([\w.@+=%$-]{1,200})/g, (whole, id) => locations.get(String(id)) ?? whole)
}
