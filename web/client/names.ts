import { queryOptions } from '@tanstack/react-query'
import type { NamePageKind } from '../../src/records/name-page.ts'
import { cutIntoRequests } from './cut-into-requests.ts'
import { client, reach, toFailure } from './reach.ts'

/** As long as one may be. */
const longestName = 500

type Waiting = Map<string, ((key: Promise<string | null>) => void)[]>
const waiting: Record<NamePageKind, Waiting> = { actor: new Map(), outlet: new Map() }

/** The key under which a name has a page; null where it has none. All that are asked for at once are one request. */
export const namePageQuery = (kind: NamePageKind, name: string) =>
  queryOptions({
    queryKey: ['name page', kind, name],
    queryFn: () => findKey(kind, name),
  })

function findKey(kind: NamePageKind, name: string): Promise<string | null> {
  if (name.length > longestName) return Promise.resolve(null)
  const asked = waiting[kind]
  if (asked.size === 0) setTimeout(() => askFor(kind))
  return new Promise((resolve) => asked.set(name, [...(asked.get(name) ?? []), resolve]))
}

function askFor(kind: NamePageKind): void {
  const all = [...waiting[kind]]
  waiting[kind].clear()
  for (const some of cutIntoRequests(all)) {
    const keys = fetchKeys(
      kind,
      some.map(([name]) => name),
    )
    for (const [name, resolvers] of some)
      for (const resolve of resolvers) resolve(keys.then((known) => known.get(name) ?? null))
  }
}

async function fetchKeys(kind: NamePageKind, names: string[]): Promise<ReadonlyMap<string, string>> {
  const answer = await reach(client.api.names.$get({ query: { kind, name: names } }))
  if (!answer.ok) throw await toFailure(answer)
  return new Map((await answer.json()).names.map(({ name, key }) => [name, key]))
}
