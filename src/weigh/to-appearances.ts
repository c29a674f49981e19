import { toFacetKey } from '../records/facet.ts'
import type { Actor, Reading } from '../records/reading.ts'

/** Somebody who is named in an article, under the key by which names are the same. */
export type Appearance = Pick<Actor, 'kind' | 'role' | 'basis' | 'country' | 'code' | 'wikidata'> & {
  readonly key: string
  readonly name: string
}

/**
 * Who is named in an article, each key once, in order of the text; the unnamed are nobody.
 *
 * Of two of one key, that of more mentions stands for both: “Georgia” once the state and once the man.
 */
export function toAppearances({ actors }: Pick<Reading, 'actors'>): Appearance[] {
  const found = new Map<string, Actor & { readonly name: string }>()
  for (const actor of actors) {
    const { name } = actor
    const key = name === null ? '' : toFacetKey(name)
    if (name === null || key === '') continue
    const known = found.get(key)
    if (known === undefined || known.spans.length < actor.spans.length) found.set(key, { ...actor, name })
  }
  return [...found].map(([key, { name, kind, role, basis, country, code, wikidata }]) => ({
    key,
    name,
    kind,
    role,
    basis,
    country,
    code,
    wikidata,
  }))
}
