import { strings } from './strings.ts'

/** A page that the bar, the palette and `g` with a letter lead to. */
export interface Destination {
  readonly to: string
  readonly name: string
  /** Pressed after `g`; no two are alike. */
  readonly letter: string
}

/** The pages in the order of the bar: from what is followed to the words it rests on, then who, whence, and the work on it. */
export const navigation: readonly Destination[] = [
  { to: '/situations', name: strings.situations, letter: 'i' },
  { to: '/stories', name: strings.stories, letter: 's' },
  { to: '/claims', name: strings.claims, letter: 'c' },
  { to: '/articles', name: strings.articles, letter: 'a' },
  { to: '/changes', name: strings.changes, letter: 'h' },
  { to: '/actors', name: strings.actors, letter: 'w' },
  { to: '/outlets', name: strings.outlets, letter: 'o' },
  { to: '/feeds', name: strings.feeds, letter: 'f' },
  { to: '/review', name: strings.review.title, letter: 'r' },
  { to: '/search', name: strings.search, letter: 'q' },
]
