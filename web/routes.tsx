import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { hasSituations } from './client/situations.ts'
import { Layout } from './layout.tsx'
import { toLedgerSearch } from './pages/claims/ledger-search.ts'
import { NoSuchPage, Trouble } from './trouble.tsx'

/** Keeps a search parameter only when it says something, so that addresses stay short and shareable. */
function textsOf<Name extends string>(
  search: Record<string, unknown>,
  ...names: readonly Name[]
): Partial<Record<Name, string>> {
  const texts: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = search[name]
    if (typeof value === 'string' && value !== '') texts[name] = value
  }
  return texts
}

const root = createRootRoute({ component: Layout, notFoundComponent: NoSuchPage })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  // Whoever follows something comes for what is new of it; whoever does not yet finds where to begin.
  beforeLoad: async () => {
    throw (await hasSituations())
      ? redirect({ to: '/situations', replace: true })
      : redirect({ to: '/articles', search: {}, replace: true })
  },
})

const articles = createRoute({
  getParentRoute: () => root,
  path: '/articles',
  component: lazyRouteComponent(() => import('./pages/articles/articles-page.tsx'), 'ArticlesPage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'words', 'q', 'feed', 'outlet'),
})

const article = createRoute({
  getParentRoute: () => root,
  path: '/articles/$id',
  component: lazyRouteComponent(() => import('./pages/article/article-page.tsx'), 'ArticlePage'),
  validateSearch: (search: Record<string, unknown>) =>
    textsOf(search, 'hide', 'sentence', 'words', 'shared', 'compare'),
})

const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  component: lazyRouteComponent(() => import('./pages/claims/claims-page.tsx'), 'ClaimsPage'),
  validateSearch: (search: Record<string, unknown>) => ({
    ...textsOf(search, 'article', 'story'),
    ...toLedgerSearch(search),
  }),
})

const claim = createRoute({
  getParentRoute: () => root,
  path: '/claims/$id',
  component: lazyRouteComponent(() => import('./pages/claim/claim-page.tsx'), 'ClaimPage'),
})

const stories = createRoute({
  getParentRoute: () => root,
  path: '/stories',
  component: lazyRouteComponent(() => import('./pages/stories/stories-page.tsx'), 'StoriesPage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'words', 'q'),
})

const story = createRoute({
  getParentRoute: () => root,
  path: '/stories/$id',
  component: lazyRouteComponent(() => import('./pages/story/story-page.tsx'), 'StoryPage'),
})

const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  component: lazyRouteComponent(() => import('./pages/changes/changes-page.tsx'), 'ChangesPage'),
  validateSearch: (search: Record<string, unknown>) =>
    textsOf(search, 'article', 'outlet', 'silent', 'trivial'),
})

const feeds = createRoute({
  getParentRoute: () => root,
  path: '/feeds',
  component: lazyRouteComponent(() => import('./pages/feeds/feeds-page.tsx'), 'FeedsPage'),
})

const actors = createRoute({
  getParentRoute: () => root,
  path: '/actors',
  component: lazyRouteComponent(() => import('./pages/actors/actors-page.tsx'), 'ActorsPage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'words', 'kind', 'country', 'order'),
})

const actor = createRoute({
  getParentRoute: () => root,
  path: '/actors/$key',
  component: lazyRouteComponent(() => import('./pages/actor/actor-page.tsx'), 'ActorPage'),
  validateSearch: (search: Record<string, unknown>) =>
    textsOf(search, 'show', 'modality', 'country', 'with', 'type', 'direction'),
})

const outlets = createRoute({
  getParentRoute: () => root,
  path: '/outlets',
  component: lazyRouteComponent(() => import('./pages/outlets/outlets-page.tsx'), 'OutletsPage'),
  validateSearch: (search: Record<string, unknown>) =>
    textsOf(search, 'words', 'stateRun', 'country', 'family', 'order'),
})

const outlet = createRoute({
  getParentRoute: () => root,
  path: '/outlets/$key',
  component: lazyRouteComponent(() => import('./pages/outlet/outlet-page.tsx'), 'OutletPage'),
})

const review = createRoute({
  getParentRoute: () => root,
  path: '/review',
  component: lazyRouteComponent(() => import('./pages/review/review-page.tsx'), 'ReviewPage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'article', 'claim', 'by', 'kind'),
})

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/timeline',
  component: lazyRouteComponent(() => import('./pages/timeline/timeline-page.tsx'), 'TimelinePage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'q', 'situation'),
})

const network = createRoute({
  getParentRoute: () => root,
  path: '/network',
  component: lazyRouteComponent(() => import('./pages/network/network-page.tsx'), 'NetworkPage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'q', 'situation'),
})

const map = createRoute({
  getParentRoute: () => root,
  path: '/map',
  component: lazyRouteComponent(() => import('./pages/map/map-page.tsx'), 'MapPage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'q', 'situation'),
})

/** The desk’s pages. Every page that is listed here has its folder under `pages/`. */
const situations = createRoute({
  getParentRoute: () => root,
  path: '/situations',
  component: lazyRouteComponent(() => import('./pages/situations/situations-page.tsx'), 'SituationsPage'),
})

const newSituation = createRoute({
  getParentRoute: () => root,
  path: '/situations/new',
  component: lazyRouteComponent(
    () => import('./pages/situation-form/situation-form-page.tsx'),
    'NewSituationPage',
  ),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'q'),
})

const editSituation = createRoute({
  getParentRoute: () => root,
  path: '/situations/$id/edit',
  component: lazyRouteComponent(
    () => import('./pages/situation-form/situation-form-page.tsx'),
    'EditSituationPage',
  ),
})

const situation = createRoute({
  getParentRoute: () => root,
  path: '/situations/$id',
  component: lazyRouteComponent(() => import('./pages/situation/situation-page.tsx'), 'SituationPage'),
  validateSearch: (search: Record<string, unknown>) => ({
    ...textsOf(search, 'view', 'since'),
    ...toLedgerSearch(search),
  }),
})

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  component: lazyRouteComponent(() => import('./pages/search/search-page.tsx'), 'SearchPage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'q'),
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'next'),
})

/** The desk’s pages. Every page that is listed here has its folder under `pages/`, and is loaded when it is gone to. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    articles,
    article,
    claims,
    claim,
    stories,
    story,
    changes,
    actors,
    actor,
    outlets,
    outlet,
    feeds,
    timeline,
    network,
    map,
    situations,
    newSituation,
    editSituation,
    situation,
    search,
    review,
    signIn,
  ]),
  scrollRestoration: true,
  // A page is fetched when the mouse or the focus comes to its link.
  defaultPreload: 'intent',
  // The article page brings the addressed words into view itself, with room around them.
  defaultHashScrollIntoView: false,
  defaultErrorComponent: ({ error, reset }) => (
    <Trouble error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
  ),
  // Searching for 2026 or “true” is searching for words: every parameter stays the text it is.
  parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search) => {
    const parameters = new URLSearchParams(search as Record<string, string>).toString()
    return parameters && `?${parameters}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
