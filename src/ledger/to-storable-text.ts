/**
 * Text as PostgreSQL can hold it: U+0000 and halves of surrogate pairs become U+FFFD, which is as long, so that
 * spans stay right. What the page had is in the `record` of its row.
 */
export function toStorableText(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '\ufffd')
}
