import { queryOptions } from '@tanstack/react-query'
import type { NamePageKind } from '../../src/records/name-page.ts'
import { client, reach, toFailure } from './reach.ts'

/** As many, and as long, as one request may hold. */
const namesAtOnce = 100
/** Of an address, as proxies take them: nginx refuses 8 kB. */
const lettersAtOnce = 4000
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

function cutIntoRequests<Value>(all: readonly (readonly [string, Value])[]): (readonly [string, Value])[][] {
  const requests: (readonly [string, Value])[][] = []
  let letters = Number.POSITIVE_INFINITY
  for (const one of all) {
    const own = encodeURIComponent(one[0]).length + '&name='.length
    const last = requests.at(-1)
    if (last && last.length < namesAtOnce && letters + own <= lettersAtOnce) {
      last.push(one)
      letters += own
    } else {
      requests.push([one])
      letters = own
    }
  }
  return requests
}

async function fetchKeys(kind: NamePageKind, names: string[]): Promise<ReadonlyMap<string, string>> {
  const answer = await reach(client.api.names.$get({ query: { kind, name: names } }))
  if (!answer.ok) throw await toFailure(answer)
  return new Map((await answer.json()).names.map(({ name, key }) => [name, key]))
}
