import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router'
import { Layout } from './layout.tsx'
import { ArticlePage } from './pages/article/article-page.tsx'
import { ArticlesPage } from './pages/articles/articles-page.tsx'
import { ClaimsPage } from './pages/claims/claims-page.tsx'
import { NoSuchPage, Trouble } from './trouble.tsx'

/** Keeps a search parameter only when it says something, so that addresses stay short and shareable. */
const textOf = (search: Record<string, unknown>, name: string): string | undefined => {
  const value = search[name]
  return typeof value === 'string' && value !== '' ? value : undefined
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
  validateSearch: (search: Record<string, unknown>): { words?: string } => {
    const words = textOf(search, 'words')
    return words === undefined ? {} : { words }
  },
})

const article = createRoute({
  getParentRoute: () => root,
  path: '/articles/$id',
  component: ArticlePage,
  validateSearch: (search: Record<string, unknown>): { hide?: string; sentence?: string } => {
    const hide = textOf(search, 'hide')
    const sentence = textOf(search, 'sentence')
    return { ...(hide === undefined ? {} : { hide }), ...(sentence === undefined ? {} : { sentence }) }
  },
})

const claims = createRoute({
  getParentRoute: () => root,
  path: '/claims',
  component: ClaimsPage,
  validateSearch: (search: Record<string, unknown>): { article?: string } => {
    const id = textOf(search, 'article')
    return id === undefined ? {} : { article: id }
  },
})

/** The desk’s pages. Every page that is listed here has its folder under `pages/`. */
export const router = createRouter({
  routeTree: root.addChildren([home, articles, article, claims]),
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
