import type { Container } from './container.ts'
import { documentTooLarge } from './document-too-large.ts'
import { gunzip } from './gunzip.ts'

/**
 * Mailboxes (mbox, RFC 4155): mails one after the other, each behind a line “From jane@courier.example Thu Mar 5 …”, as
 * mail programs export newsletters. One document a mail, read as a stream, one mail at a time.
 */
export const mailboxContainer: Container = {
  name: 'mailbox',
  recognises: ({ head }) =>
    new RegExp(`^${divider}(?:[!-9;-~]+:|>)`).test(Buffer.from(head).toString('latin1')),
  async *collect({ where, read, isGzip }, { maxSizeBytes, now }) {
    let number = 0
    for await (const mail of splitMails(isGzip ? gunzip(read()) : read(), maxSizeBytes)) {
      const at = `${where}#${++number}`
      if (mail === null) yield { where: at, problem: documentTooLarge(null, maxSizeBytes) }
      else
        yield {
          where: at,
          bytes: unquote(mail),
          mediaType: 'message/rfc822',
          charset: null,
          headers: {},
          collectedAt: now().toISOString(),
        }
    }
  },
}

const divider = 'From \\S{1,200} [^\\r\\n]{4,60}\\d{4}(?: [+-]\\d{4})?\\r?\\n'

/** A divider stands behind an empty line: “From here it goes on.” is text. */
const behindMail = new RegExp(`\\n\\r?\\n(?=${divider})`, 'g')

/** No divider is longer, the empty line before it included. */
const longestDivider = 300

/** The mails with the lines before them; null for one that is larger than allowed. */
async function* splitMails(
  stream: AsyncIterable<Uint8Array>,
  maxSizeBytes: number,
): AsyncGenerator<Buffer | null> {
  let held = ''
  let isTooLarge = false
  for await (const chunk of stream) {
    const from = Math.max(0, held.length - longestDivider)
    // Latin-1 is a character a byte, whatever the mail is in.
    held += Buffer.from(chunk).toString('latin1')
    let start = 0
    behindMail.lastIndex = from
    for (let found = behindMail.exec(held); found !== null; found = behindMail.exec(held)) {
      const end = found.index + 1
      yield isTooLarge || end - start > maxSizeBytes ? null : Buffer.from(held.slice(start, end), 'latin1')
      isTooLarge = false
      start = behindMail.lastIndex
    }
    held = held.slice(start)
    if (held.length > maxSizeBytes) {
      isTooLarge = true
      held = held.slice(-longestDivider)
    }
  }
  if (isTooLarge) yield null
  else if (held.trim() !== '') yield Buffer.from(held, 'latin1')
}

/** The mail itself, without its divider, and with lines that begin with “From ” as they were sent. */
const unquote = (mail: Buffer): Uint8Array =>
  Buffer.from(
    mail
      .toString('latin1')
      .replace(new RegExp(`^${divider}`), '')
      .replace(/^>(>*From )/gm, '$1'),
    'latin1',
  )
