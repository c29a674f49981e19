/** The address, if following it is all that it does; null for `javascript:` and the like, which a page may print. */
export function toSafeLink(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  return /^https?:$/.test(new URL(address).protocol) ? address : null
}
