import type { Page } from './page.ts'

/**
 * The address of a page: where it was fetched, else what the page or the browser that saved it says; null when
 * nothing does. Kept as written, tracking parameters and all.
 */
export function findUrl(where: string, page: Page | null): string | null {
  if (isWebAddress(where)) return where
  if (page === null) return null
  const openGraph = page.metas.get('og:url')?.[0] ?? null
  const base = [page.savedFrom, openGraph, page.base].find((address) => isWebAddress(address)) ?? null
  for (const address of [page.canonical, openGraph, page.savedFrom]) {
    const trimmed = address?.trim() ?? ''
    if (isWebAddress(trimmed)) return trimmed
    if (trimmed === '' || base == null) continue
    const resolved = resolve(trimmed, base)
    if (resolved !== null) return resolved
  }
  return null
}

/** Whether a text is an http or https address with a host. */
export const isWebAddress = (text: string | null | undefined): text is string =>
  typeof text === 'string' && /^https?:\/\/[^/\s]/i.test(text) && URL.canParse(text)

function resolve(address: string, base: string): string | null {
  try {
    const { href, protocol } = new URL(address, base)
    return /^https?:$/.test(protocol) ? href : null
  } catch {
    return null
  }
}
