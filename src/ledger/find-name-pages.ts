import { sql } from 'drizzle-orm'
import { toFacetKey } from '../records/facet.ts'
import type { NamePage, NamePageKind } from '../records/name-page.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

/** Which of these names, in any spelling, `getActor` or `getOutlet` knows; in the order in which they were asked for. */
export async function findNamePages(
  ledger: Ledger,
  kind: NamePageKind,
  names: readonly string[],
): Promise<NamePage[]> {
  const asked = names.map((name) => name.replaceAll('\u0000', ''))
  const keyOf = new Map(asked.map((name) => [name, toFacetKey(name)]))
  if (kind === 'outlet') {
    const written = await findRows<{ written: string; key: string }>(
      ledger.db,
      sql`select written, key from outlet_name where written = any(${textArray(asked)})`,
    )
    for (const { written: name, key } of written) keyOf.set(name, key)
  }
  const holder = kind === 'actor' ? sql`appearance` : sql`outlet_article`
  const known = await findRows<{ key: string }>(
    ledger.db,
    sql`select key from unnest(${textArray(new Set(keyOf.values()))}) as key
      where exists (select from ${holder} where ${holder}.key = key.key)`,
  )
  const keys = new Set(known.map(({ key }) => key))
  return names.flatMap((name, i) => {
    const key = keyOf.get(asked[i] ?? '') ?? ''
    return keys.has(key) ? [{ name, key }] : []
  })
}
