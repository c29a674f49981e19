/**
 * The first language told, in the form of BCP 47, its case as written; null when none is, or the first told has
 * another form: '' is how an inner element takes an outer one’s language back.
 */
export function findLanguage(...told: readonly (string | null | undefined)[]): string | null {
  return readLanguage(told.find((tag) => tag !== null && tag !== undefined) ?? null)
}

/** A language tag in the form of BCP 47, as the feed writes its case; null when it has no such form. */
export function readLanguage(tag: string | null): string | null {
  const written = tag?.trim().replaceAll('_', '-') ?? ''
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,6}$/i.test(written) ? written : null
}
