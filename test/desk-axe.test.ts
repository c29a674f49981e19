import axe from 'axe-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lacking } from './find-browser.fixture.ts'
import { type Desk, openDesk } from './open-desk.fixture.ts'

if (lacking !== null) console.warn(`The desk is not asked by axe: ${lacking}.`)

/** Every page of the desk: its address, where it names a record the list of its kind and what the list calls it, and what is there once it is shown. */
const pages = [
  { name: 'articles', path: '/articles', shown: '.article-table' },
  { name: 'article', path: '/articles/ID', of: 'articles', shown: '.article-text' },
  { name: 'sentence', path: '/articles/ID?sentence=2', of: 'articles', shown: '.tree table' },
  {
    name: 'versions of an article',
    path: '/articles/ID?compare=side',
    of: 'articles?outlet=mta',
    shown: '.version-table',
  },
  { name: 'claims', path: '/claims', shown: '.claim-table' },
  { name: 'claims by actor', path: '/claims?group=actor', shown: '.claim-group' },
  { name: 'search', path: '/search?q=amnesty+kind:rumour', shown: '.found tbody tr' },
  { name: 'how to search', path: '/search', shown: '.query-help' },
  { name: 'claim', path: '/claims/ID', of: 'claims', shown: '.step' },
  { name: 'stories', path: '/stories', shown: '.story-table' },
  { name: 'story', path: '/stories/ID', of: 'stories', shown: '.short-list' },
  { name: 'changes', path: '/changes', shown: '.change-card' },
  { name: 'situations', path: '/situations', shown: '.situation-table' },
  { name: 'situation', path: '/situations/ID', of: 'situations', shown: '.situation-news' },
  {
    name: 'outlets of a situation',
    path: '/situations/ID?view=outlets',
    of: 'situations',
    shown: '.matrix-table',
  },
  { name: 'form of a situation', path: '/situations/ID/edit', of: 'situations', shown: '.preview-claims' },
  { name: 'timeline', path: '/timeline', shown: '[data-pick]' },
  { name: 'network', path: '/network', shown: '[data-pick]' },
  { name: 'map', path: '/map', shown: '[data-pick]' },
  { name: 'actors', path: '/actors', shown: '.actor-table' },
  { name: 'actor', path: '/actors/anton%20veresk', shown: '.line-list' },
  { name: 'events of an actor', path: '/actors/anton%20veresk?show=events', shown: '.line-list' },
  { name: 'outlets', path: '/outlets', shown: '.outlet-table' },
  { name: 'outlet', path: '/outlets/mta', shown: '.change-card' },
  { name: 'feeds', path: '/feeds', shown: '.nothing-followed' },
  { name: 'sign-in', path: '/sign-in', shown: '.sign-in' },
] as const

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

describe.skipIf(lacking !== null)('axe finds nothing', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk('example')
    await fetch(`${desk.url}/api/situations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Amnesty', query: { words: 'amnesty' } }),
    })
  })
  afterAll(() => desk.close())

  const findId = async (of: string): Promise<string> => {
    const [list = '', chosen = ''] = of.split('?')
    const answer = (await (await fetch(`${desk.url}/api/${list}?limit=1&${chosen}`)).json()) as Record<
      string,
      { id: string }[]
    >
    return answer[list]?.[0]?.id ?? ''
  }

  test.each(pages)('on $name, light and dark', { timeout: 60_000 }, async ({ path, shown, ...more }) => {
    const id = 'of' in more ? await findId(more.of) : ''
    const { page } = await desk.openPage()
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(desk.url + path.replace('ID', id))
        await page.locator(shown).first().waitFor()
        await page.evaluate(axe.source)
        const violations = (await page.evaluate('axe.run().then((found) => found.violations)')) as Violation[]
        expect(
          violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${colorScheme}: ${id}: ${html}: ${failureSummary}`),
          ),
        ).toEqual([])
      }
    } finally {
      await page.context().close()
    }
  })
})
