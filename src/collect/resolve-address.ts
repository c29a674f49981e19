/**
 * The absolute http or https address that a reference means beside `base`; null when it means none.
 *
 * Line breaks and spaces around it are the layout’s. `mailto:`, `javascript:` and `tag:` name no page.
 */
export function resolveAddress(reference: string | null, base: string | null): string | null {
  const trimmed = reference?.trim() ?? ''
  if (trimmed === '' || trimmed.length > longest) return null
  try {
    const url = base !== null && URL.canParse(base) ? new URL(trimmed, base) : new URL(trimmed)
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
  } catch {
    return null
  }
}

/** Servers refuse longer ones; a data: image in a link is megabytes. */
const longest = 8192
