import type { Dropped } from '../records/article.ts'
import type { PageElement } from './page.ts'

export type DropReason = Dropped['reason']

/** What markup calls a part of the page, and by which word. */
export interface Naming {
  readonly reason: DropReason
  /** The class word that says so; null when it is a tag or a role, which say it of this one element. */
  readonly word: string | null
}

/** What an element's tag, role or class names say about the words inside; null when they say nothing. */
export function classifyRegion(element: PageElement): Naming | null {
  const { localName } = element
  // These hold the article itself as often as not, and their classes describe the whole page.
  if (localName === 'body' || localName === 'main' || localName === 'article') return null
  // `<aside class="newsletter">` is a newsletter first.
  const named = classifyNames(element)
  if (named !== null) return named
  const role = element.getAttribute('role')?.toLowerCase()
  const reason = reasonByTag[localName] ?? (role === undefined ? undefined : reasonByRole[role])
  return reason === undefined ? null : { reason, word: null }
}

/** Names what a page sends and does not show; see `classifyHidden`. */
export const hiddenWord = 'hidden'

/**
 * Whether an element's own classes hide it: by the names that the common style sheets use for that, or by a rule of the
 * page's own. What scripts open later is hidden, too: believe it only of a small part of the page.
 */
export function classifyHidden(element: PageElement, hiddenClasses: ReadonlySet<string>): Naming | null {
  if (element.getAttribute('aria-hidden') === 'true') return { reason: 'other', word: hiddenWord }
  const names = element.getAttribute('class')
  if (names === null || names.length > 2000) return null
  const words = names.trim().split(/\s+/)
  const isHidden = words.some((word) => hidingClasses.has(word) || hiddenClasses.has(word))
  // "hidden md:block", "d-none d-lg-flex": hidden on small screens alone.
  if (!isHidden || words.some((word) => /^(?:\w+:(?!hidden)|d-(?:sm|md|lg|xl|xxl)-(?!none))/.test(word)))
    return null
  return { reason: 'other', word: hiddenWord }
}

const hidingClasses = new Set(
  'hidden d-none is-hidden u-hidden hide sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only screen-reader-only a11y-hidden u-visually-hidden'.split(
    ' ',
  ),
)

const reasonByTag: Readonly<Record<string, DropReason>> = {
  nav: 'navigation',
  menu: 'navigation',
  footer: 'footer',
  aside: 'related',
  figure: 'caption',
  figcaption: 'caption',
  time: 'date',
  form: 'other',
  fieldset: 'other',
  button: 'other',
  input: 'other',
  select: 'other',
  textarea: 'other',
  label: 'other',
  dialog: 'other',
}

const reasonByRole: Readonly<Record<string, DropReason>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  banner: 'navigation',
  contentinfo: 'footer',
  complementary: 'related',
  search: 'navigation',
  dialog: 'other',
  alert: 'other',
  alertdialog: 'other',
}

function classifyNames(element: PageElement): Naming | null {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim()
  const itemprop = element.getAttribute('itemprop')?.toLowerCase()
  if (itemprop === 'author' || itemprop === 'creator') return { reason: 'byline', word: itemprop }
  if (itemprop === 'datepublished' || itemprop === 'datemodified') return { reason: 'date', word: itemprop }
  if (itemprop === 'caption') return { reason: 'caption', word: null }
  if (names === '' || names.length > 2000) return null
  for (const name of names.split(/\s+/)) {
    let naming = namings.get(name)
    if (naming === undefined) {
      naming = classifyName(name)
      if (namings.size >= mostNamings) namings.clear()
      namings.set(name, naming)
    }
    if (naming !== null) return naming
  }
  return null
}

/** What each class name says: a page has a few hundred, and each on many elements. */
const namings = new Map<string, Naming | null>()
const mostNamings = 10_000

function classifyName(name: string): Naming | null {
  // “has-sidebar”, “no-comments”: about the page around it, not about what is inside.
  if (/^(?:has|with|without|no|is|js|are|hide|show|hidden|page|single|postid)(?:[-_]|(?=[A-Z]))/.test(name))
    return null
  const words = ` ${name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_:/]+/g, ' ')
    .toLowerCase()} `
  for (const [reason, pattern] of reasonByWord) {
    const word = pattern.exec(words)?.[0].trim()
    if (word !== undefined) return { reason, word: reason === 'caption' ? null : word }
  }
  return null
}

// Whole words of a class name: “read-more” is one thing, “spreadsheet-morel” another. First match wins.
const reasonByWord: readonly (readonly [DropReason, RegExp])[] = [
  ['comments', / (?:comments?|commentlist|disqus|respond|replies|livefyre|coral|usercomments?) /],
  ['newsletter', / (?:newsletters?|subscribe|subscription|signup|sign up|mailchimp|optin|mc embed) /],
  [
    'advertisement',
    / (?:ads?|adverts?|advertis\w+|adsbygoogle|adslot|adunit|ad\d+|dfp|gpt|sponsor(?:ed|s)?|promoted|outbrain|taboola|revcontent|mgid) /,
  ],
  [
    'share',
    / (?:share|shares|sharing|sharebar|social|socials|sharedaddy|addthis|addtoany|sharethis|a2a kit|follow us) /,
  ],
  [
    'related',
    / (?:related\w*|recommended|recommendations?|recirc|recirculation|read more|readmore|more stories|more news|morefrom|more from|also read|read also|see also|trending|popular|most read|mostread|most viewed|up next|next post|prev post|post navigation|latest|teasers?|sidebar|side bar|further reading|promos?|widgets?|onward|rail) /,
  ],
  ['caption', / (?:captions?|cutline|figcaption|wp caption text) /],
  ['credit', / (?:credits?|photographer|image source|photo source|copyright holder|media rights) /],
  [
    'navigation',
    / (?:nav|navbar|navigation|menu|submenu|breadcrumbs?|pagination|pager|toolbar|topbar|masthead|skip link|skiplink|tags?|taglist|topics|keywords|toc) | (?:site|page|global|top|main) header |^ header $/,
  ],
  ['footer', / (?:footer|colophon|copyright|legal|imprint|disclaimer) /],
  ['byline', / (?:byline|by line|authors?|writers?|contributors?|author bio|vcard|signature) /],
  [
    'date',
    / (?:date|dates|datetime|dateline|timestamp|time|published|pubdate|pub date|posted on|updated|modified|entry date) /,
  ],
  ['other', / (?:cookies?|cookie\w+|consent|gdpr|modal|popup|pop up|overlay|paywall|login|log in|tooltip) /],
]
