/** Bytes that are looked at: the head of a page stands before its body. */
const mostBytes = 200_000

/**
 * The address that a page calls its own (`rel=canonical`), absolute; null where it calls none so, or the bytes are no
 * HTML. A hint: pages name their site’s root, the outlet that they reprint, or another page by mistake.
 *
 * Reads the head alone and parses nothing: some 0.2 ms.
 */
export function findCanonical(bytes: Uint8Array, where: string): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, mostBytes))
  for (const [tag] of head.matchAll(/<link\s[^<>]{0,2000}>/gi)) {
    if (!/\srel\s*=\s*["']?\s*canonical\b/i.test(tag)) continue
    const href = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(tag)
    const address = (href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim().replaceAll('&amp;', '&')
    const base = /^https?:/i.test(where) ? where : undefined
    if (address === '' || !URL.canParse(address, base)) continue
    const { protocol, href: absolute } = new URL(address, base)
    if (/^https?:$/.test(protocol)) return absolute
  }
  return null
}
