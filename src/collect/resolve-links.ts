import { decodeHTMLAttribute } from 'entities'
import { Tokenizer } from 'htmlparser2'
import { resolveAddress } from './resolve-address.ts'

/** HTML whose relative `href` and `src` are made absolute; all else stays as it is, character for character. */
export function resolveLinks(html: string, base: string | null): string {
  if (base === null || !/\b(?:href|src)\s*=/i.test(html)) return html
  const parts: string[] = []
  let done = 0
  let isAddress = false
  let from = -1
  let to = -1
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribname: (start, end) => {
        isAddress = end - start <= 4 && /^(?:href|src)$/i.test(html.slice(start, end))
        from = -1
      },
      onattribdata: (start, end) => {
        if (from === -1) from = start
        to = end
      },
      onattribend: () => {
        if (!isAddress || from === -1) return
        const written = html.slice(from, to)
        if (/^\s*(?:[a-z][\w+.-]*:|#|$)/i.test(written)) return
        const resolved = resolveAddress(decodeHTMLAttribute(written), base)
        if (resolved === null) return
        parts.push(html.slice(done, from), resolved.replaceAll('&', '&amp;'))
        done = to
      },
      ontext: nothing,
      ontextentity: nothing,
      onattribentity: nothing,
      oncdata: nothing,
      oncomment: nothing,
      onopentagname: nothing,
      onopentagend: nothing,
      onselfclosingtag: nothing,
      onclosetag: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return done === 0 ? html : parts.join('') + html.slice(done)
}
