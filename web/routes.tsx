import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { Layout } from './layout.tsx'
import { ArticlePage } from './pages/article/article-page.tsx'
import { ArticlesPage } from './pages/articles/articles-page.tsx'
import { ChangesPage } from './pages/changes/changes-page.tsx'
import { ClaimPage } from './pages/claim/claim-page.tsx'
import { ClaimsPage } from './pages/claims/claims-page.tsx'
import { FeedsPage } from './pages/feeds/feeds-page.tsx'
import { StoriesPage } from './pages/stories/stories-page.tsx'
import { StoryPage } from './pages/story/story-page.tsx'
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
  beforeLoad: () => {
    throw redirect({ to: '/articles', search: {}, replace: true })
  },
})

const articles = createRoute({
  getParentRoute: () => root,
  path: '/articles',
  component: ArticlesPage,
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'words', 'feed', 'outlet'),
})

const article = createRoute({
  getParentRoute: () => root,
  path: '/articles/$id',
  component: ArticlePage,
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'hide', 'sentence', 'words', 'shared'),
})

const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  component: ClaimsPage,
  validateSearch: (search: Record<string, unknown>) =>
    textsOf(search, 'words', 'article', 'story', 'origins', 'disputed'),
})

const claim = createRoute({ getParentRoute: () => root, path: '/claims/$id', component: ClaimPage })

const stories = createRoute({
  getParentRoute: () => root,
  path: '/stories',
  component: StoriesPage,
  validateSearch: (search: Record<string, unknown>) => textsOf(search, 'words'),
})

const story = createRoute({ getParentRoute: () => root, path: '/stories/$id', component: StoryPage })

const changes = createRoute({
  getParentRoute: () => root,
  path: '/changes',
  component: ChangesPage,
  validateSearch: (search: Record<string, unknown>) =>
    textsOf(search, 'article', 'outlet', 'silent', 'trivial'),
})

const feeds = createRoute({ getParentRoute: () => root, path: '/feeds', component: FeedsPage })

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

/** The desk’s pages. Every page that is listed here has its folder under `pages/`. */
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
  ]),
  scrollRestoration: true,
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
