import type { Codebook, Operator } from '../../records/codebook.ts'

/** What an operator makes of a code: the row of the longest beginning that the table has; '' for no event. */
export function composeCodes(codebook: Codebook, operator: Operator, inner: string, only?: RegExp): string {
  if (inner === '' || (only && !only.test(inner))) return ''
  const rows = codebook.composed.get(operator)
  for (let length = inner.length; length >= 2; length--) {
    const code = rows?.get(inner.slice(0, length))
    if (code !== undefined) return code === '=' ? inner : code
  }
  return ''
}
