/** A language tag in the form of BCP 47, as the feed writes its case; null when it has no such form. */
export function readLanguage(tag: string | null): string | null {
  const written = tag?.trim().replaceAll('_', '-') ?? ''
  return /^[a-z]{2,8}(?:-[a-z\d]{1,8}){0,6}$/i.test(written) ? written : null
}
