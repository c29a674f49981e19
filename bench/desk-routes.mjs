/**
 * The routes that `desk.mjs` asks, each with addresses that differ from one question to the next: other pages of a list,
 * other words, names and ids, as they stand in the ledger.
 */
export async function openRoutes(url) {
  const get = async (path) => {
    const response = await fetch(`${url}${path}`)
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const walk = async (path, pages) => {
    const cursors = [null]
    for (let cursor = null; cursors.length < pages; ) {
      const { nextCursor } = await get(`${path}${cursor === null ? '' : `&cursor=${cursor}`}`)
      if (nextCursor === null) break
      cursor = nextCursor
      cursors.push(cursor)
    }
    return cursors
  }
  const list = async (name, path) => {
    const cursors = await walk(path, 40)
    return { name, toPath: (n) => withCursor(path, cursors[n % cursors.length]) }
  }
  const { claims } = await get('/api/claims?limit=200')
  const { articles } = await get('/api/articles?limit=200')
  const { stories } = await get('/api/stories?limit=200')
  const namesOf = async (kind) =>
    (await get(`/api/facets?kind=${kind}&limit=200`)).facets.map(({ name }) => name)
  const [actors, sources, outlets, types] = await Promise.all(
    ['actor', 'source', 'outlet', 'type'].map(namesOf),
  )
  const { situations } = await followAll(url, actors.slice(20, 60))
  const words = [...new Set(claims.flatMap(({ proposition }) => proposition.match(/[a-z]{5,}/g) ?? []))]
  const each = (name, values, path) => ({
    name,
    toPath: (n) => path(encodeURIComponent(values[n % values.length])),
  })
  return [
    await list('claims', '/api/claims?limit=50'),
    await list('claims, newest', '/api/claims?limit=50&order=newest'),
    await list('claims, earliest', '/api/claims?limit=50&order=earliest'),
    await list('claims, most reported', '/api/claims?limit=50&order=reports'),
    await list('claims, 2 origins', '/api/claims?limit=50&minOrigins=2'),
    await list('claims, disputed', '/api/claims?limit=50&disputed=true'),
    each('claims, words', words, (word) => `/api/claims?limit=50&words=${word}`),
    each('claims, actor', actors, (name) => `/api/claims?limit=50&q=actor:%22${name}%22`),
    each(
      'claims, outlet and type',
      outlets,
      (name) => `/api/claims?limit=50&q=outlet:%22${name}%22+type:${types[0]}`,
    ),
    each('claims, says', sources, (name) => `/api/claims?limit=50&q=says:%22${name}%22&order=newest`),
    each('claims counted, actor', actors, (name) => `/api/claims/count?q=actor:%22${name}%22`),
    each(
      'one claim',
      claims.map(({ id }) => id),
      (id) => `/api/claims/${id}`,
    ),
    each('claims by outlet, actor', actors, (name) => `/api/claims/groups?by=outlet&q=actor:%22${name}%22`),
    each('search counted, actor', actors, (name) => `/api/search?q=actor:%22${name}%22`),
    each('timeline, actor', actors, (name) => `/api/timeline?q=actor:%22${name}%22`),
    each('network, actor', actors, (name) => `/api/network?q=actor:%22${name}%22`),
    each('map, actor', actors, (name) => `/api/map?q=actor:%22${name}%22`),
    each('timeline, type', types, (type) => `/api/timeline?types=${type}`),
    each('network, type', types, (type) => `/api/network?types=${type}`),
    each('map, type', types, (type) => `/api/map?types=${type}`),
    await list('situations', '/api/situations?limit=10'),
    each(
      'one situation',
      situations.map(({ id }) => id),
      (id) => `/api/situations/${id}`,
    ),
    each(
      'claims of a situation',
      situations.map(({ id }) => id),
      (id) => `/api/claims?limit=50&situation=${id}`,
    ),
    each(
      'outlets of a situation',
      situations.map(({ id }) => id),
      (id) => `/api/situations/${id}/matrix`,
    ),
    await list('stories', '/api/stories?limit=50'),
    await list('stories, newest', '/api/stories?limit=50&order=newest'),
    each(
      'one story',
      stories.map(({ id }) => id),
      (id) => `/api/stories/${id}`,
    ),
    each('stories, actor', actors, (name) => `/api/stories?limit=50&q=actor:%22${name}%22`),
    await list('articles', '/api/articles?limit=50'),
    each('articles, words', words, (word) => `/api/articles?limit=50&words=${word}`),
    each('articles, actor', actors, (name) => `/api/articles?limit=50&q=actor:%22${name}%22`),
    each(
      'one article',
      articles.map(({ id }) => id),
      (id) => `/api/articles/${id}`,
    ),
    each('facets', actors, (name) => `/api/facets?kind=actor&limit=20&prefix=${name.slice(0, 3)}`),
    await list('actors', '/api/actors?limit=50'),
    await list('actors, latest', '/api/actors?limit=50&order=newest'),
    each('actors, words', actors, (name) => `/api/actors?limit=50&words=${name}`),
    each('one actor', actors, (name) => `/api/actors/${name}`),
    each('statements of an actor', actors, (name) => `/api/actors/${name}/statements?limit=50`),
    each('events of an actor', actors, (name) => `/api/actors/${name}/events?limit=50`),
    await list('outlets', '/api/outlets?limit=50'),
    each('one outlet', outlets, (name) => `/api/outlets/${name}`),
    await list('changes', '/api/changes?limit=25'),
    { name: 'feeds', toPath: () => '/api/feeds?limit=200' },
  ]
}

/** Follows a situation of each of these actors, where none is followed yet. */
async function followAll(url, actors) {
  const known = await (await fetch(`${url}/api/situations?limit=200`)).json()
  if (known.situations.length > 0) return known
  for (const name of actors) {
    const made = await fetch(`${url}/api/situations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, query: { actors: [name] } }),
    })
    if (!made.ok) throw new Error(`A situation was refused: ${await made.text()}`)
  }
  return (await fetch(`${url}/api/situations?limit=200`)).json()
}

const withCursor = (path, cursor) => (cursor === null ? path : `${path}&cursor=${encodeURIComponent(cursor)}`)
