import type { ClaimQuery, ClaimQueryList } from './claim-query.ts'
import { searchKeys } from './parse-search.ts'

/** Writes a query in the search language; `parseSearch` reads the same query from it. */
export function toSearchText(query: ClaimQuery): string {
  const parts: string[] = query.words === '' ? [] : [query.words]
  for (const [key, list] of Object.entries(searchKeys) as [string, ClaimQueryList][]) {
    for (const name of query[list]) parts.push(`${key}:${quote(name)}`)
    for (const name of query.not[list]) parts.push(`-${key}:${quote(name)}`)
  }
  if (query.minOrigins !== null) parts.push(`origins>=${query.minOrigins}`)
  if (query.after !== null) parts.push(`after:${query.after}`)
  if (query.before !== null) parts.push(`before:${query.before}`)
  if (query.kind !== null) parts.push(`kind:${query.kind}`)
  if (query.isDisputed !== null) parts.push(query.isDisputed ? 'is:disputed' : '-is:disputed')
  return parts.join(' ')
}

const quote = (name: string) => (/[\s"]/.test(name) ? `"${name.replaceAll('"', '')}"` : name)
