import type { dropReasons, PublicationDate } from '../src/records/article.ts'
import type { Admission, Alteration, FieldChange, SentenceChange, ToldChange } from '../src/records/change.ts'
import type { claimChangeKinds, Report } from '../src/records/claim.ts'
import type { ClaimGrouping } from '../src/records/claim-group.ts'
import type { CollectingStatus } from '../src/records/collecting-status.ts'
import type { Copy, CopyKind, CopySentence } from '../src/records/copy.ts'
import type { Disagreement } from '../src/records/disagreement.ts'
import type { FollowedFeed } from '../src/records/feed.ts'
import type { Origin, OriginEdge } from '../src/records/origin.ts'
import type {
  Actor,
  Count,
  Event,
  Mention,
  Modality,
  Reference,
  Statement,
  Time,
} from '../src/records/reading.ts'
import type { ReviewKind } from '../src/records/review.ts'
import type { NewsKind } from '../src/records/situation-news.ts'
import type { Voice } from '../src/records/story-outlet.ts'
import type { Layer } from './pages/article/layers.ts'

/** How many there are, in words: `count(1, 'report', 'reports')` is “1 report”. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

const modality: Record<Modality, string> = {
  fact: 'in the outlet’s voice',
  reported: 'reported',
  hedged: 'hedged',
  planned: 'planned',
  conditional: 'conditional',
  denied: 'denied',
  negated: 'negated',
  asked: 'asked',
  'no-comment': 'no comment',
}

const modalityMeaning: Record<Modality, string> = {
  fact: 'The outlet says so itself.',
  reported: 'Plainly asserted by somebody other than the outlet.',
  hedged: 'The text itself is not sure: may, reportedly, it is believed.',
  planned: 'Announced or intended; it has not happened.',
  conditional: 'Only if something else happens.',
  denied: 'The source says that it is not so.',
  negated: 'It is told as not being so, or not having happened.',
  asked: 'A question: whether it is so is left open.',
  'no-comment': 'Nothing is said about it: no answer, or no announcement.',
}

const kind: Record<Statement['kind'], string> = {
  direct: 'direct',
  indirect: 'indirect',
  mixed: 'mixed',
}

const kindMeaning: Record<Statement['kind'], string> = {
  direct: 'In the source’s own words, quoted.',
  indirect: 'In the outlet’s words.',
  mixed: 'In the outlet’s words, with words of the source quoted among them.',
}

const dropReason: Record<(typeof dropReasons)[number], string> = {
  navigation: 'Navigation',
  related: 'Related links',
  comments: 'Comments',
  'reading-time': 'Reading time',
  credit: 'Credits',
  caption: 'Captions',
  share: 'Sharing',
  newsletter: 'Newsletter',
  advertisement: 'Advertisement',
  footer: 'Footer',
  byline: 'Byline',
  date: 'Date',
  title: 'Title',
  other: 'Other',
}

const dateBasis: Record<PublicationDate['basis'], string> = {
  'json-ld': 'from the page’s JSON-LD',
  meta: 'from a meta tag',
  'time-element': 'from a time element',
  feed: 'from the feed that named the page',
  text: 'from the words of the page',
  url: 'from the address',
  'http-header': 'from an HTTP header',
  given: 'as given by the operator',
}

const datePrecision: Record<PublicationDate['precision'], string> = {
  second: 'to the second',
  minute: 'to the minute',
  day: 'to the day',
  month: 'to the month',
  year: 'to the year',
}

const layer: Record<Layer, string> = {
  source: 'Sources',
  cue: 'Cues',
  content: 'Content',
  event: 'Events',
  mention: 'Names',
  time: 'Times',
  loaded: 'Loaded words',
}

/** What one mark of a layer is. */
const layerOne: Record<Layer, string> = {
  source: 'source',
  cue: 'cue',
  content: 'content',
  event: 'event',
  mention: 'name',
  time: 'time',
  loaded: 'loaded word',
}

const mentionType: Record<Mention['type'], string> = {
  PER: 'person',
  ORG: 'organisation',
  GPE: 'country or city',
  LOC: 'place',
  MISC: 'other name',
}

const referenceKind: Record<Reference['kind'], string> = {
  pronoun: 'pronoun',
  possessive: 'possessive',
  description: 'description',
}

const timeType: Record<Time['type'], string> = {
  DATE: 'date',
  TIME: 'time of day',
  DURATION: 'duration',
  SET: 'recurring time',
}

const whenPrecision: Record<NonNullable<Event['when']>['precision'], string> = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  interval: 'interval',
}

const whenBasis: Record<NonNullable<Event['when']>['basis'], string> = {
  said: 'the sentence says when',
  tense: 'by the tense of the verb and the day of the article',
  article: 'another sentence says when',
}

const auxiliaryMode: Record<Event['auxiliaries'][number], string> = {
  historical: 'long past',
  future: 'not yet',
  hypothetical: 'not said to be so',
  negation: 'did not happen',
}

const quadClass: Record<NonNullable<Event['quadClass']>, string> = {
  1: 'verbal cooperation',
  2: 'material cooperation',
  3: 'verbal conflict',
  4: 'material conflict',
}

const counted: Record<Count['of'], string> = {
  killed: 'killed',
  injured: 'injured',
  arrested: 'arrested',
  displaced: 'displaced',
  missing: 'missing',
  troops: 'troops',
  protesters: 'protesters',
  money: '',
  other: '',
}

const actorKind: Record<Actor['kind'], string> = {
  person: 'person',
  body: 'body',
  country: 'country',
  outlet: 'outlet',
  group: 'group',
  unnamed: 'not named',
}

/** PLOVER’s types in a few words each (Open Event Data Alliance; Halterman et al. 2023). */
const eventType: Record<Event['type'], string> = {
  AGREE: 'agrees to, or says it will',
  CONSULT: 'meets, talks, visits',
  SUPPORT: 'backs in words or in form: praise, recognition, a treaty',
  CONCEDE: 'yields: eases, lifts, frees, ends',
  COOPERATE: 'works together in deed: trade, exercises, shared intelligence',
  AID: 'gives help: money, goods, arms, shelter',
  RETREAT: 'withdraws, disarms, gives back',
  REQUEST: 'asks, appeals, demands',
  ACCUSE: 'accuses, criticises, investigates',
  REJECT: 'refuses, turns down, vetoes',
  THREATEN: 'threatens, warns, gives an ultimatum',
  PROTEST: 'protests: marches, strikes, blocks',
  SANCTION: 'punishes without force: sanctions, broken ties, expulsion',
  MOBILIZE: 'readies or moves forces',
  COERCE: 'forces without killing: arrests, bans, seizes, attacks things',
  ASSAULT: 'attacks people',
}

/** The second part of an actor’s code: what it is (CAMEO, Schrodt 2012; PLOVER). */
const actorRole: Readonly<Record<string, string>> = {
  GOV: 'government',
  DIP: 'diplomats',
  MIL: 'armed forces',
  REB: 'rebels',
  OPP: 'opposition',
  PTY: 'party',
  COP: 'police',
  JUD: 'courts',
  SPY: 'intelligence',
  MED: 'media',
  EDU: 'schools and scholars',
  BUS: 'business',
  CRM: 'criminals',
  CVL: 'civilians',
  ELI: 'elites, former officials',
  LEG: 'parliament',
  LAB: 'workers and unions',
  REF: 'refugees',
  HLH: 'health',
  REL: 'religious',
  HRI: 'human rights',
  SET: 'settlers',
  UAF: 'armed, of no known side',
  AGR: 'farming',
  IGO: 'between states',
  NGO: 'non-governmental',
  NGM: 'non-governmental movement',
  INT: 'international',
  MNC: 'multinational company',
  UNO: 'United Nations',
  ENV: 'environment',
}

/** “CHE · government · diplomats”, “state not told · business” */
function actorCode(code: string): string {
  const parts = code.match(/.{1,3}/g) ?? []
  return parts.map((part) => (part === '---' ? 'state not told' : (actorRole[part] ?? part))).join(' · ')
}

const stance: Record<Report['stance'], string> = {
  asserts: 'asserts',
  attributes: 'attributes',
  denies: 'denies',
  doubts: 'doubts',
  silent: 'no answer',
}

/** Of who tells as a fact that something is not so, and of whom that is told. */
const negates = 'says that not'

const stanceMeaning: Record<Report['stance'], string> = {
  asserts: 'In the outlet’s own voice.',
  attributes: 'Somebody is said to say so.',
  denies: 'Somebody is said to deny it, or the outlet does.',
  doubts: 'Somebody is said to doubt it, which neither says nor denies it.',
  silent: 'Asked; nothing was said.',
}

const originKind: Record<Origin['kind'], string> = {
  speaker: 'a person, for themselves',
  institution: 'an institution, through any of its mouths',
  document: 'a document',
  agency: 'a news agency’s own reporting',
  outlet: 'an outlet’s own reporting',
  anonymous: 'unnamed sources of one outlet',
  unknown: 'it can’t be told',
}

/** Reads from the one above to the one below: “Anton Veresk, cited by the agency, copied by the Courier”. */
const edgeWhy: Record<OriginEdge['why'], string> = {
  prints: 'printed by',
  credits: 'credited by',
  cites: 'cited by',
  says: 'quoted by',
  copies: 'copied by',
  'same-words': 'by the same words',
  'same-institution': 'one institution with',
  'state-run': 'runs',
}

const copyKind: Record<CopyKind, string> = {
  reprint: 'Reprint',
  partial: 'Partial copy',
  'own-update': 'Update',
  'same-author': 'Same author',
}

const disagreementName: Record<Disagreement['kind'], string> = {
  denial: 'Said and denied',
  doubt: 'Said and doubted',
  polarity: 'Said to be and not to be so',
  figure: 'Figures differ',
  day: 'Days differ',
  place: 'Places differ',
  actor: 'Who did it differs',
}

const disagreementMark: Record<Disagreement['kind'], string> = {
  denial: 'denied',
  doubt: 'doubted',
  polarity: 'contradicted',
  figure: 'figures differ',
  day: 'days differ',
  place: 'places differ',
  actor: 'actors differ',
}

const disagreementMeaning: Record<Disagreement['kind'], string> = {
  denial: 'Somebody denies it.',
  doubt: 'Somebody doubts it, and does not deny it.',
  polarity: 'Somebody says the opposite.',
  figure: 'The reports give figures that do not fit together.',
  day: 'The reports give days that do not fit together.',
  place: 'The reports give places that do not fit together.',
  actor: 'The reports do not agree on who did it.',
}

const change: Record<(typeof claimChangeKinds)[number], string> = {
  'first-seen': 'First seen',
  'hedge-dropped': 'Hedge dropped',
  'hedge-added': 'Hedge added',
  'second-origin': 'Another origin',
  denied: 'Denied',
  doubted: 'Doubted',
  retracted: 'Retracted',
  'figure-changed': 'Figure changed',
  'planned-happened': 'Planned, then happened',
  edited: 'Page edited',
}

/** The words of the scale (NATO AJP-2.1). */
const grade = [
  '',
  'confirmed by other sources',
  'probably true',
  'possibly true',
  'doubtful',
  'improbable',
  'truth cannot be judged',
]

const percent = (share: number): string => share.toLocaleString(undefined, { style: 'percent' })

/** “at least 12 killed”, “about 3,000 troops”, “2 to 4 arrested” */
function countInWords({ of, min, max, unit, isApproximate }: Count): string {
  const write = (n: number) => n.toLocaleString('en')
  const range =
    min === max && min !== null
      ? write(min)
      : min === null
        ? `up to ${max === null ? '?' : write(max)}`
        : max === null
          ? `at least ${write(min)}`
          : `${write(min)} to ${write(max)}`
  return [isApproximate ? 'about' : '', range, counted[of] || unit || ''].filter(Boolean).join(' ')
}

type RoundCounts = Pick<
  CollectingStatus,
  'feeds' | 'feedsFailed' | 'new' | 'changed' | 'unchanged' | 'failed'
>

/** “3 feeds asked, 1 failed; 12 pages new, 1 changed, 40 as before” */
function describeRound(round: RoundCounts): string {
  const feeds = [`${count(round.feeds, 'feed', 'feeds')} asked`]
  if (round.feedsFailed > 0) feeds.push(`${round.feedsFailed} failed`)
  const pages = [`${count(round.new, 'page', 'pages')} new`]
  if (round.changed > 0) pages.push(`${round.changed} changed`)
  if (round.unchanged > 0) pages.push(`${round.unchanged} as before`)
  if (round.failed > 0) pages.push(`${round.failed} not had`)
  return `${feeds.join(', ')}; ${pages.join(', ')}`
}

const feedFormat: Record<NonNullable<FollowedFeed['format']>, string> = {
  rss: 'RSS',
  atom: 'Atom',
  rdf: 'RSS 1.0',
  cdf: 'CDF',
  'json-feed': 'JSON Feed',
  sitemap: 'sitemap',
}

/** Every word that the desk itself says. */
export const strings = {
  noZone: '(zone not told)',
  product: 'Hearsay',
  skipToContent: 'Skip to content',
  navigation: 'Pages',
  situations: 'Situations',
  stories: 'Stories',
  claims: 'Claims',
  articles: 'Articles',
  changes: 'Changes',
  actors: 'Actors',
  outlets: 'Outlets',
  feeds: 'Feeds',
  timeline: 'Timeline',
  network: 'Network',
  map: 'Map',
  search: 'Search',
  loading: 'Loading …',
  more: 'Show more',
  retry: 'Try again',
  close: 'Close',
  unknown: 'unknown',
  none: '—',

  facetFilter: {
    label: {
      'actor:': 'Actor',
      'says:': 'Who says so',
      'outlet:': 'Outlet',
      'type:': 'Type',
      'modality:': 'How sure',
      'place:': 'Place',
    },
    find: (what: string) => `${what}: find a name`,
    placeholder: 'Find a name',
    none: 'No name begins so.',
    anyOf: 'Any of those that are ticked.',
    more: (n: number) => `The ${n} of most claims; type to find others.`,
  },

  feedList: {
    lead: 'A feed is asked as often as it changes, and what it names is fetched and read. robots.txt is obeyed, and a host is asked one thing at a time.',
    emptyHeading: 'Nothing is followed yet',
    empty:
      'Give the address of a news site or of its feed. Hearsay finds the feed, asks it from then on, and reads every page that it names. Or import the subscriptions of another reader.',
    emptyCommands: 'From the command line',
    emptyCommand: 'npx hearsay follow https://courier.example',
    address: 'Address of a site, a feed or a page',
    placeholder: 'Address of a site or a feed: https://courier.example',
    test: 'Test',
    testMeaning: 'Shows what it would give; nothing is kept',
    follow: 'Follow',
    followIt: (title: string) => `Follow ${title}`,
    isFollowed: 'followed',
    watch: 'Watch this one page for edits',
    asking: 'Asking … A site that names no feed is asked at the usual places, one after the other.',
    noFeedAdvice:
      'Give the address of the feed itself; or have this one page watched for edits; or read it once, with Add documents.',
    import: 'Import OPML',
    export: 'Export OPML',
    collectDue: 'Collect what is due',
    followed: (title: string, named: number) =>
      named === 0
        ? `${title} is followed.`
        : `${title} is followed. It names ${count(named, 'page', 'pages')}; the next round fetches them.`,
    known: (title: string) => `${title} was followed before.`,
    listFollowed: (followed: number, known: number) =>
      `${count(followed, 'feed is', 'feeds are')} followed now${known > 0 ? `; ${known} ${known === 1 ? 'was' : 'were'} before` : ''}. The next round asks them.`,
    entries: (n: number) => count(n, 'entry', 'entries'),
    newest: 'What it names first',
    noEntries: 'It names no page now.',
    others: 'What else the site offers',
    otherKinds: { feed: 'feed', sitemap: 'sitemap', 'news-sitemap': 'news sitemap' },
    dismiss: 'Dismiss',

    feed: 'Feed',
    outlet: 'Outlet',
    outletMeaning: 'The outlet of which it named most articles',
    kind: 'Kind',
    state: 'State',
    lastSuccess: 'Last success',
    next: 'Next try',
    every: 'Every',
    everyMeaning: 'How often it is asked now: it adapts to how often it changes',
    pages: 'Pages',
    articles: 'Articles',
    waiting: 'Waiting',
    failing: 'Failing',
    acts: 'What can be done',
    countMeanings: {
      pages: 'Pages that it has named',
      articles: 'Pages of it that gave an article; they are listed at a click',
      waiting: 'Pages of it that are yet to be fetched for the first time',
      failing: 'Pages of it that could not be had the last time',
    },
    inWords: {
      pages: (n: number) => count(n, 'page', 'pages'),
      articles: (n: number) => count(n, 'article', 'articles'),
      waiting: (n: number) => `${n} waiting`,
      failing: (n: number) => `${n} failing`,
    },
    states: { active: 'healthy', failing: 'failing', new: 'not asked yet', paused: 'paused', gone: 'gone' },
    stateMeanings: {
      active: 'It answered as it should the last time.',
      failing: 'It did not answer as it should; it is tried again, each time later.',
      new: 'It is asked in the next round.',
      paused: 'It is not asked until it is resumed. The pages that it named are visited as before.',
      gone: 'The server said that it is gone, or has not found it for weeks; it is asked no more.',
    },
    failures: (n: number) => count(n, 'failure in a row', 'failures in a row'),
    kinds: { feed: 'feed', sitemap: 'sitemap', page: 'watched page' },
    formats: feedFormat,
    never: 'never',
    dueNow: 'now',
    ago: (duration: string) => `${duration} ago`,
    ahead: (duration: string) => `in ${duration}`,
    underMinute: 'under 1 min',
    minutes: (n: number) => `${n} min`,
    hours: (n: number) => `${n} h`,
    days: (n: number) => `${n} d`,

    collect: 'Collect',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
    act: (act: string, title: string) => `${act}: ${title}`,
    removeHeading: (title: string) => `Follow ${title} no longer?`,
    removeMeaning:
      'The pages that only it named are visited no more. Its articles stay in the ledger, with every version of their pages.',
    keep: 'Keep it',

    running: (status: RoundCounts) => `Collecting: ${describeRound(status)} so far.`,
    lastRound: 'Last round',
    cameTo: (status: RoundCounts) => `: ${describeRound(status)}.`,
    roundTrouble: (why: string) => `It ended before its time: ${why}`,
  },

  palette: {
    label: 'Go to a page or do something',
    placeholder: 'A page, an act, a story, a claim, an actor …',
    act: 'act',
    page: 'page',
    story: 'story',
    claim: 'claim',
    article: 'article',
    actor: 'actor',
    nothing: 'Nothing is called so.',
  },

  live: {
    added: {
      articles: (n: number) => count(n, 'new article', 'new articles'),
      stories: (n: number) => `${count(n, 'new article', 'new articles')} in stories`,
      claims: (n: number) => count(n, 'new claim', 'new claims'),
      changes: (n: number) => count(n, 'new change', 'new changes'),
    },
    more: 'The ledger has more by now, maybe of this too',
    show: 'show',
    collecting: (status: RoundCounts) =>
      `Collecting: ${count(status.feeds, 'feed', 'feeds')}, ${count(status.new + status.changed, 'page', 'pages')} new`,
    example: (done: number, all: number) => `Reading the example: ${done} of ${all}`,
    weighing: (done: number, all: number) => `Weighing: ${done} of ${count(all, 'article', 'articles')}`,
  },

  printed: (address: string, at: string) => `${address}, printed ${at}`,

  signIn: {
    heading: 'Sign in',
    name: 'Name',
    password: 'Password',
    submit: 'Sign in',
    out: (name: string) => `Sign out ${name}`,
  },

  theme: {
    system: 'Theme: as the system',
    light: 'Theme: light',
    dark: 'Theme: dark',
  },

  trouble: {
    heading: 'This did not work',
    unreachable: 'The server did not answer. Is `hearsay serve` still running?',
    notFoundHeading: 'Not found',
    notFound: 'The desk has no page at this address.',
    toArticles: 'To the articles',
  },

  keys: {
    open: 'Keys',
    heading: 'Keys',
    here: 'On this page',
    everywhere: 'Everywhere',
    goTo: 'Go to',
    search: 'Search',
    help: 'This list',
    palette: 'Go to a page, a story, a claim, or do something by its name',
    nextPrevious: 'Next, previous row',
    space: 'Space',
    openRow: 'Open it',
    nextStatement: 'Next, previous statement or event',
    toWords: 'From a row to its words, and from words to their row',
    back: 'Close the card; from words back to the row; let go of the row',
    how: 'How this was read; back to what was read',
    nextMark: 'Next, previous mark in the text, of the layers that are on',
    cite: 'Copy a citation of what is chosen',
    judge: 'Accept, correct, reject the statement or event',
    onSentence: 'In how this was read',
    nextSentence: 'Next, previous sentence',
    nextToken: 'Next, previous word of the tree',
    leave: 'Back to what was read',
    toggleClaim: 'Show or hide the reports',
    openClaim: 'Open the claim: what stands behind it',
    toggleStep: 'Show or hide the words that prove it; open the passage',
    openSite: 'Open the site',
  },

  actorList: {
    lead: 'Everybody who is named, each name once. Origins are the different independent ones behind all that is told of them; copies and further outlets add none.',
    search: 'Search actors',
    searchPlaceholder: 'A name, or a part of one',
    kind: 'Kind',
    anyKind: 'any kind',
    country: 'Country',
    countryPlaceholder: 'ISO code: MDA',
    order: 'Order',
    orders: {
      origins: 'most origins',
      statements: 'most statements',
      events: 'most events',
      newest: 'last told of',
      name: 'name',
    },
    origins: 'Origins',
    originsMeaning:
      'Different independent origins behind all claims that they make or that tell of them, themselves among them. What the same state, person, outlet or body says in several claims is one origin',
    name: 'Name',
    statements: 'Statements',
    statementsMeaning: 'Claims that they are said to make, each once however many outlets print it',
    events: 'Events',
    eventsMeaning: 'Events in which they act or are acted upon, each once however many outlets tell it',
    outlets: 'Outlets',
    outletsMeaning: 'Outlets that quote or cite them',
    articles: 'Articles',
    last: 'Last told of',
    empty: 'Nobody is named yet. Names appear when articles have been added.',
    noMatch: 'Nobody is named so.',
    all: 'Show all actors',
  },

  actor: {
    wikidata: (number: string) => `Wikidata ${number}`,
    ambiguous:
      'Articles give this name different countries or Wikidata numbers: it may be two people. Nothing here tells them apart but what each article says.',
    sense: (kind: string, country: string | null, wikidata: string | null) =>
      [kind, country, wikidata].filter((part) => part !== null).join(', '),
    onlyOf: (country: string) => `only what is of ${country}`,
    ofAll: 'of all who bear the name',
    called: 'What articles call them',
    calledNote:
      'In the words of the article, or of our tables where it has none; the days are those of the articles.',
    noRole: 'No article tells what they are.',
    role: 'Role',
    days: 'Days',
    by: 'By',
    basis: { article: 'the article', gazetteer: 'our tables', both: 'the article and our tables' },
    tables: 'In the tables',
    tablesNote:
      'What the gazetteer, or your own, knows of the name. It says nothing of days long after the month until which it was kept.',
    inNoTable: 'No table has this name.',
    from: 'From',
    to: 'To',
    open: 'open',
    table: 'Table',
    asOf: (month: string) => `known until ${month}`,
    source: { own: 'our own', REIGN: 'REIGN', CAMEO: 'CAMEO' } as Readonly<Record<string, string>>,
    chart: 'Statements over time',
    chartOf: (unit: 'day' | 'month', all: number) =>
      `${count(all, 'statement', 'statements')} by the ${unit} on which each was first told`,
    bar: (at: string, all: number) => `${at}: ${count(all, 'statement', 'statements')}`,
    chartDenied: 'denials and negations',
    chartUnsure: 'hedged, planned, conditional',
    chartPlain: 'plain',
    show: 'Show',
    shows: {
      by: 'Said',
      denials: 'Denied',
      unanswered: 'Not answered',
      about: 'Others of them',
      events: 'Events',
    },
    showMeanings: {
      by: 'All that they are said to say or to deny',
      denials: 'Statements in which they deny something',
      unanswered: 'What they were asked, and did not answer',
      about: 'Statements of others in which they are named',
      events: 'What they did, and what was done to them',
    },
    anyModality: 'however sure',
    modality: 'How sure',
    withWhom: (name: string) => `with ${name}`,
    withNobody: 'with nobody named',
    ofType: (type: string) => `of type ${type}`,
    anyEvent: 'all events',
    noLines: 'Nothing is so.',
    lineNote: 'A claim is one line, by the report that told it first.',
    toWords: 'Words in the article',
    toClaim: (origins: number, outlets: number) =>
      `${count(origins, 'origin', 'origins')} in ${count(outlets, 'outlet', 'outlets')}`,
    noClaim: 'tells no claim',
    relations: 'Events with whom',
    relationsNote:
      'How often is told in events, each once however many outlets tell it; behind them stand so many different independent origins.',
    noRelations: 'No event of theirs was found.',
    other: 'With',
    nobody: 'nobody named',
    did: (name: string) => `${name} →`,
    underwent: (name: string) => `→ ${name}`,
    direction: { does: 'did it', receives: 'it was done to them' },
    type: 'Type',
    times: 'Told as happened',
    notSo: 'Planned, denied …',
    notSoMeaning: 'Told as planned, conditional, asked, denied or negated',
    through: 'Through',
    last: 'Last',
    origins: 'On whom this rests',
    originsNote: 'The independent origins behind most of what is told of them.',
    noOrigins: 'No known origin stands behind what is told of them.',
    claims: (n: number) => count(n, 'claim', 'claims'),
  },

  articleList: {
    search: 'Search articles',
    searchPlaceholder: 'Words in the title or the text',
    date: 'Date',
    outlet: 'Outlet',
    title: 'Title',
    statements: 'Statements',
    events: 'Events',
    problems: 'Problems',
    untitled: 'Untitled',
    undated: 'undated',
    noOutlet: 'unknown',
    noMatch: (words: string) => `No article holds “${words}”.`,
    ofFeed: 'of one feed',
    ofOutlet: (outlet: string) => `of ${outlet}`,
    ofAny: 'of any',
    clearSearch: 'Show all articles',
    add: 'Add documents',
  },

  emptyLedger: {
    heading: 'The ledger is empty',
    lead: 'Hearsay reads news pages and keeps who said what, and in which words. Begin in one of these ways.',
    example: 'With the example',
    exampleMeaning:
      'Eleven pages by eight outlets about one evening’s diplomacy. The outlets, the people and the events are invented.',
    readExample: 'Read the example',
    follow: 'With a news site',
    followMeaning: 'Hearsay finds its feed, asks it from then on, and reads every page that it names.',
    add: 'From the command line: files, folders, addresses',
    addCommand: 'npx hearsay add pages/ https://outlet.example/story',
  },

  dropZone: {
    label: 'Drop saved pages, texts or a folder of them here, or',
    choose: 'choose files',
    or: 'or',
    chooseFolder: 'a folder',
    nothing: 'There is no HTML or text file in it.',
    date: 'Published on',
    dateHint: 'for files that do not say when themselves',
    file: 'File',
    outcome: 'Outcome',
    found: 'Found',
    reading: 'reading …',
    waiting: 'waiting',
    added: 'added',
    unchanged: 'already in the ledger',
    failed: 'not added',
    foundCounts: (statements: number, events: number) =>
      `${count(statements, 'statement', 'statements')}, ${count(events, 'event', 'events')}`,
  },

  article: {
    layers: 'Marks',
    /** “source of s3”, “event e2”, “name, person · Ilse Brandt”. */
    markOf: (what: string, address: string | null, gloss: string | null) =>
      gloss !== null ? `${what}, ${gloss}` : what === 'event' ? `event ${address}` : `${what} of ${address}`,
    nthOf: (n: number, of: number) => `${n} of ${of}`,
    noFurtherMark: 'No further mark in the text.',
    by: 'By',
    statements: 'Statements',
    events: 'Events',
    said: 'What was read',
    noStatements: 'Nobody is quoted or cited in this article.',
    noEvents: 'No event was found.',
    nobodyNamed: 'nobody named',
    noWords: 'no words to point at',
    via: (who: string) => `via ${who}`,
    relayedBy: (who: string | null, address: string) =>
      who === null ? `relayed in ${address}` : `relayed by ${who} (${address})`,
    loaded: (plainer: string | null) =>
      plainer === null ? 'takes a side; leave it out to be plain' : `takes a side; plainer: ${plainer}`,
    toldTo: (whom: string) => `to ${whom}`,
    goldstein: (value: number) => `Goldstein ${value > 0 ? '+' : ''}${value}`,
    onCondition: (words: string) => `under the condition: ${words}`,
    until: (day: string) => `until ${day}`,
    since: (day: string) => `from ${day}`,
    saidIn: (address: string) => `said in ${address}`,
    source: 'Source',
    cue: 'Cue',
    content: 'Content',
    condition: 'Condition',
    addressee: 'Said to',
    day: 'Day',
    viaLabel: 'Via',
    toRow: 'Show in the list',
    wordsOf: (address: string) => `Words of ${address}`,
    problems: 'Problems',
    dropped: (pieces: number) => `Left out of the text: ${count(pieces, 'piece', 'pieces')}`,
    credits: (n: number) => count(n, 'credit', 'credits'),
    provenance: 'Where this comes from',
    extracted: 'Taken out by',
    read: 'Read by',
    document: 'Document',
    articleId: 'Article',
    mediaType: 'Media type',
    size: 'Size',
    sightings: 'Seen at',
    neverRead: 'The ledger has no reading of this article yet.',
    noText: 'No text was found on this page.',
    bytes: (n: number) => `${n.toLocaleString('en')} bytes`,
    language: 'Language',
    creditOf: { photo: 'Photograph', video: 'Video', graphic: 'Graphic', text: 'Text' },
    claims: 'Its claims',
  },

  nameLink: {
    actor: (name: string) => `All that is told of ${name}`,
    outlet: (name: string) => `All that is known of ${name}`,
  },

  citation: {
    copy: 'Copy citation',
    copyOf: (of: string) => `Copy citation of ${of}`,
    copied: 'Citation copied',
    copiedOf: (of: string) => `Citation of ${of} copied; copy it again`,
    csl: 'CSL-JSON',
    cslMeaning: 'The same for Zotero and other reference managers',
    closed: 'The browser lets this page use no clipboard. Copy it from here:',
    theArticle: 'the article',
    theSentence: 'the sentence',
    theseWords: 'these words',
    in: (outlet: string) => `the words in ${outlet}`,
  },

  confidence: {
    byRules: 'by rules',
    byRulesMeaning: 'Found by rules alone, which give no probability.',
    meaning:
      'Our extractor’s calibrated probability that this was read right; not the source’s hedge, not truth.',
    byNetworksLong: (probability: string) => `read by the networks, probability ${probability}`,
    byRulesLong: 'found by rules alone, which give no probability',
    legend:
      'A number is our extractor’s calibrated probability that it read these words right: of what it gives 0.90, about nine in ten should be. It is not the source’s hedge, and it says nothing of whether the words are true. What rules alone found has no number.',
  },

  explain: {
    views: 'View of the article',
    list: 'What was read',
    how: 'How this was read',
    howShort: 'how read',
    howOf: (address: string) => `How ${address} was read`,
    panel: 'How this sentence was read',
    sentence: (n: number, of: number) => `Sentence ${n} of ${of}`,
    choose: 'Choose a sentence in the text, or go through them.',
    previous: 'Previous sentence',
    next: 'Next sentence',
    noSuchSentence: (n: string, of: number) =>
      `There is no sentence ${n}: this article has ${count(of, 'sentence', 'sentences')}.`,
    toFirst: 'To the first sentence',
    noStatement: 'Nothing in this sentence is read as attributed to anybody.',
    cueElsewhere: (n: number) => `cue in sentence ${n}`,
    goesOn: 'goes on beyond this sentence',
    names: 'Names',
    references: 'What stands for a name',
    times: 'Times',
    events: 'Events',
    role: (words: string) => `role: ${words}`,
    tree: 'Parts of speech and dependencies',
    treeNote:
      'An arrow leads from each word’s head to the word. Universal Dependencies; point at a tag for its meaning.',
    unparsed: 'This article was read before sentences were parsed. Add it again to read it anew.',
    word: 'Word',
    partOfSpeech: 'Part of speech',
    relation: 'Relation',
    head: 'To',
    lemma: 'Lemma',
    features: 'Features',
    root: '(root)',
    wordsInText: (words: string) => `“${words}” in the text`,
    mode: {
      full: 'Read in full mode: by the trained networks, joined with rules.',
      fast: 'Read in fast mode: by a small parser and rules.',
    },
    stages: (n: number) => `The ${n} stages and resources that read it`,
  },

  claimList: {
    addedAt: 'in these words since',
    lead: 'Independent origins are what counts: three papers that print one wire are three outlets and one origin. A filled square is an origin, an empty one a further outlet.',
    search: 'Search claims',
    kind: 'Kind',
    anyKind: 'Statements and events',
    statements: 'Statements',
    events: 'Events',
    fewestOrigins: 'Fewest origins',
    anyOrigins: 'Any origins',
    originsFrom: (n: string) => `${n} origins or more`,
    disputed: 'denied or in conflict',
    day: { 'after:': 'From', 'before:': 'Before' },
    groupBy: 'Group by',
    printed: (rows: number, total: number | null) =>
      total === null || rows < total
        ? `The first ${rows.toLocaleString()}${total === null ? ' claims' : ` of ${total.toLocaleString()} claims`}, as far as the list was loaded; hearsay claims --json gives all.`
        : '',
    noGroup: 'nothing',
    orderBy: 'Order by',
    order: { origins: 'origins', reports: 'reports', earliest: 'first report', newest: 'last report' },
    grouping: {
      story: 'story',
      actor: 'actor',
      source: 'who says so',
      outlet: 'outlet',
      type: 'type of event',
      day: 'first day',
    } satisfies Record<ClaimGrouping, string>,
    ofStory: 'of one story',
    anyStory: 'of any',
    ofArticle: 'of one article',
    anyArticle: 'of any',
    allClaims: 'Show all claims',
    origins: 'Origins',
    source: 'Who says so',
    proposition: 'Claim',
    modality: 'How sure',
    reports: 'Reports',
    reportsMeaning: 'Articles that tell it, each once',
    outlets: 'Outlets',
    copies: 'Copies',
    copiesMeaning: 'Reports whose words are taken from another of them',
    against: 'Against',
    first: 'First',
    last: 'Last',
    event: 'event',
    ownVoice: 'the outlet itself',
    inItsWords: (source: string) => `“${source}”, as the article has it`,
    reliability: (letter: string) => `reliability ${letter}, by your table`,
    saidBy: (who: string) => `said by ${who}`,
    showReports: (n: number) => `Show ${count(n, 'report', 'reports')}`,
    hideReports: (n: number) => `Hide ${count(n, 'report', 'reports')}`,
    ofClaim: (act: string, proposition: string) => `${act} of “${proposition}”`,
    openWords: 'Words in the article',
    openClaim: 'What stands behind it',
    openOrigins: (n: number, proposition: string) =>
      `${count(n, 'origin', 'origins')} behind “${proposition}”: what stands behind it`,
    originsOfOutlets: (origins: number, outlets: number) =>
      `${count(origins, 'independent origin', 'independent origins')} in ${count(outlets, 'outlet', 'outlets')}`,
    empty: 'No claims yet. They appear when an article that says something has been added.',
    noMatch: 'No claim is so.',
  },

  claimGroups: {
    open: 'Show or hide the claims of a group; open a claim',
    several: {
      story: 'A claim that articles of several stories tell stands in each of them.',
      actor: 'A claim stands in the group of everybody who acts in it or is acted on.',
      source: 'A claim stands in the group of everybody who says so.',
      outlet: 'A claim stands in the group of every outlet that tells it.',
    },
    without: {
      story: 'In no story',
      actor: 'No actor',
      source: 'Nobody but the outlets themselves',
      outlet: 'No outlet known',
      type: 'No event',
      day: 'Undated',
    } satisfies Record<ClaimGrouping, string>,
    disputed: (n: number) => `${n.toLocaleString()} denied or in conflict`,
    others: (n: number) => `${n.toLocaleString()} further groups are smaller.`,
  },

  claim: {
    regrouped:
      'Claims are grouped anew as reports come in: what was one claim may be two now, or part of another, and then has another address.',
    toClaims: 'All claims',
    toSearch: 'Search for its words',
    joined: 'The claim at this address is part of this one: an earlier report of the same was found since.',
    itsAddress: 'The address that it has now',
    firstSeen: 'first',
    origins: (n: number) => (n === 1 ? 'independent origin' : 'independent origins'),
    low: (n: number) => `${n} if all unnamed sources are the same people.`,
    strict: (n: number) => `${n} if each uncredited telling in an outlet’s own voice is its own reporting.`,
    grade: (n: number) => `Admiralty ${n}`,
    gradeMeaning: (n: number) => grade[n] ?? '',
    proposed: 'Proposed by rule, not a verdict.',
    toStory: 'The story it belongs to',
    countedOrigins: 'Independent origins',
    treeNote:
      'From each origin down to who relays it, the articles, and their copies. A step opens onto the words that prove it.',
    noOrigin: 'No known origin stands behind it.',
    against: 'Against it',
    doubtedBy: 'In doubt of it',
    notCounted: 'Not counted, and why',
    passesOn: (n: number) =>
      n === 1
        ? 'This passage only names who passes on what another one here tells; it counts through that one.'
        : 'These passages only name who passes on what another one here tells; they count through that one.',
    originUnknown: 'unknown',
    originsElsewhere: 'those of the other claim',
    interest: (whose: string) => `one interest with ${whose}`,
    denies: 'denies',
    doubts: 'doubts',
    disagreements: 'What does not fit together',
    noDisagreement: 'Nothing in the ledger stands against it.',
    history: 'History',
    reports: 'Reports',
    toArticle: 'To the article',
    onThePage: 'The page says so outside its text: as its publisher, in its byline or its credits.',
  },

  matchPart: {
    words: 'words',
    actors: 'actor',
    sources: 'said by',
    outlets: 'outlet',
    types: 'kind of event',
    modalities: 'told as',
    places: 'place',
  },

  matrix: {
    lead: 'Who tells which claim: a row for each claim, that of most reports first; a column for each outlet, that of most claims first. A column’s full name stands in its tooltip and is said by screen readers.',
    cell: {
      tells: 'tells it in words of its own',
      copies: 'copies it',
      denies: 'only denies it',
      doubts: 'only doubts it',
      silent: 'got no answer',
    },
    first: 'shaded: was first; of several on one day, each may have been',
    denial: 'underlined: tells the denial as well',
    hedged: 'dashed: hedged or conditional',
    blank: 'empty: silent on it',
    printed: (short: readonly string[], names: readonly string[]) =>
      names.map((name, i) => `${short[i]}: ${name}`).join('; '),
    cellOf: (outlet: string, told: string, more: readonly string[]) =>
      `${outlet}: ${[told, ...more].join(', ')}`,
    wasFirst: 'was first',
    mayBeFirst: 'may have been first',
    withDenial: 'with the denial',
    told: (modality: string) => `as ${modality}`,
    silentOnIt: (outlet: string) => `${outlet}: silent on it`,
    outletOf: (outlet: string, claims: number, firsts: number, copies: number) =>
      `${outlet}: ${count(claims, 'claim', 'claims')}, alone first with ${firsts}, ${copies} copied`,
    keys: 'Arrow keys move from cell to cell; Enter opens the words.',
    move: 'From cell to cell',
    export: 'Export CSV',
    moreClaims: (n: number) => `${count(n, 'further claim', 'further claims')} below these rows.`,
    showMore: 'Show more rows',
    empty: 'No outlet tells any claim of it yet.',
  },

  news: {
    heading: 'What changed',
    since: 'since',
    lead: 'What articles that came since then say and those before did not. Reading or weighing anew is no news.',
    leadEver: 'All that any article says of it, as if nothing had been known before.',
    sinceChoices: {
      visit: 'the last visit',
      yesterday: 'yesterday',
      week: '7 days ago',
      day: 'a day',
      ever: 'the beginning',
    },
    sinceDay: 'Day since when',
    nothing: 'Nothing came that changes anything. What the ledger held before is told by an earlier “since”.',
    nothingSince: 'Nothing came since then that changes anything.',
    markSeen: 'Mark as seen',
    marked: 'Marked as seen.',
    groups: {
      against: 'Denied or contradicted',
      origins: 'Another independent origin',
      turns: 'Told otherwise than before',
      edits: 'Pages edited',
      claims: 'New claims',
    },
    groupMeanings: {
      against: 'Claims that somebody denies, or that something stands against, for the first time.',
      origins: 'Claims behind which one more origin stands that does not rest on those before.',
      turns: 'Hedges dropped or added, figures that changed, plans that happened.',
      edits: 'Pages that tell one of its claims and were seen with other words than before.',
      claims: 'Claims that no article told before.',
    },
    kind: {
      'new-claim': 'new',
      'new-origin': 'another origin',
      denied: 'denied',
      retracted: 'taken back',
      conflict: 'contradicted',
      'hedge-dropped': 'hedge dropped',
      'hedge-added': 'hedge added',
      'figure-changed': 'figure changed',
      'planned-happened': 'planned, then happened',
    } satisfies Record<NewsKind, string>,
    newClaim: (who: string | null, outlet: string) =>
      who === null ? `${outlet}, in its own voice` : `${who}, in ${outlet}`,
    newOrigin: (origin: string, before: string | null) =>
      before === null ? origin : `${origin}, beside ${before}`,
    deniedBy: (who: string) => `${who} denies it`,
    retractedBy: (who: string) => `${who} takes it back`,
    fromTo: (before: string | null, after: string | null) => `${before ?? 'nothing'} → ${after ?? 'nothing'}`,
    against: (before: string | null, after: string | null) =>
      `${before ?? 'before'} against ${after ?? 'now'}`,
    in: (outlet: string) => `in ${outlet}`,
    words: 'to the words',
    showAll: (n: number) => `Show all ${n}`,
    moreClaims: (n: number) =>
      `${count(n, 'more claim has', 'more claims have')} new articles and were not looked at; the list of its claims has them.`,
    moreEdits: 'More pages were edited; the list of changes has them.',
  },

  queryPart: {
    lists: {
      actors: 'actor',
      sources: 'said by',
      types: 'kind of event',
      modalities: 'told as',
      places: 'place',
      outlets: 'outlet',
    },
    or: ' or ',
    without: (told: string) => `not ${told}`,
    minOrigins: (n: number) => `${count(n, 'origin', 'origins')} or more`,
    after: (day: string) => `from ${day}`,
    before: (day: string) => `before ${day}`,
    kind: { statement: 'statements', event: 'events' },
    disputed: 'in dispute',
    undisputed: 'not in dispute',
  },

  situation: {
    edit: 'Change',
    remove: 'Remove',
    removeHeading: (name: string) => `Follow “${name}” no longer?`,
    removeMeaning:
      'Its claims and articles stay in the ledger. What you and others have seen of it is forgotten.',
    keep: 'Keep it',
    views: 'Views of the situation',
    tabs: {
      changes: 'What changed',
      claims: 'Claims',
      timeline: 'Timeline',
      network: 'Actors',
      map: 'Map',
      outlets: 'Outlets',
    },
    counts: (claims: number, articles: number, outlets: number, origins: number) =>
      [
        count(claims, 'claim', 'claims'),
        count(articles, 'article', 'articles'),
        count(outlets, 'outlet', 'outlets'),
        count(origins, 'independent origin', 'independent origins'),
      ].join(' · '),
    toSearch: 'Search in the ledger',
  },

  situationForm: {
    newTitle: 'New situation',
    editTitle: (name: string) => `Change “${name}”`,
    lead: 'A claim is in it where everything that is given holds; within one field, any of the names will do. Names are found within longer ones: “Marsh” finds Helen Marsh.',
    name: 'Name',
    namePlaceholder: 'How you call it',
    words: 'Words',
    wordsHint: 'In what is said or who says it, in any form; "in quotation marks" together, or, -not',
    fields: {
      actors: ['Actors', 'Who did it, to whom, or who says so'],
      places: ['Places', 'Where it happened'],
      outlets: ['Outlets', 'Who printed it'],
      sources: ['Said by', 'Who says so, alone'],
    },
    addName: 'Type a name, Enter adds it',
    inClaims: (n: number) => count(n, 'claim', 'claims'),
    added: (field: string) => `${field}, chosen`,
    without: (name: string) => `Take out ${name}`,
    types: 'Kinds of event',
    typesHint: 'PLOVER’s types; with one of them chosen, statements that tell no event are left out',
    dates: 'Reported',
    after: 'From',
    before: 'Before',
    rest: 'And',
    restHint: 'From the search; it can be changed there.',
    withoutRest: 'Take this out',
    save: 'Follow',
    saveEdit: 'Save',
    cancel: 'Cancel',
    needsName: 'Give it a name.',
    needsQuery: 'Give at least one thing that it is about.',
    preview: 'What it would have caught',
    nothingAsked: 'Give a name, a word or a place, and what the ledger has of it stands here.',
    nothingCaught: 'Nothing in the ledger so far. It can be followed all the same.',
    firstClaims: 'Of most independent origins',
    because: (part: string, found: string) => `${part} ${found}`,
    undated: (n: number) => `${count(n, 'article', 'articles')} without a date`,
    earlier: (n: number) => `${count(n, 'article', 'articles')} before these days`,
  },

  situationList: {
    lead: 'What you follow: whatever claims its actors, places, kinds of event, words, outlets and dates choose, as they come.',
    make: 'New situation',
    makeFirst: 'Make the first one',
    emptyHeading: 'Nothing is followed yet',
    empty:
      'A situation is a question that stays: these actors, this place, these kinds of event, these words. Hearsay gathers its claims as they come, and tells what changed since you last looked.',
    name: 'Situation',
    new: 'New',
    newMeaning: 'Articles, or new versions of pages, that came since you marked it as seen',
    claims: 'Claims',
    articles: 'Articles',
    outlets: 'Outlets',
    origins: 'Origins',
    originsMeaning: 'Distinct origins that are counted behind at least one of its claims',
    last: 'Last change',
    lastMeaning: 'When the last article that tells one of its claims came into the ledger',
    perDay: 'Articles per day',
    perDayMeaning:
      'By day of publication (UTC): dark, told in words of its own; light, copies: every claim of it that the article tells stands there in words taken from another article that tells it',
    inWords: {
      new: (n: number) => `${n} new`,
      claims: (n: number) => count(n, 'claim', 'claims'),
    },
  },

  sparkline: {
    day: (day: string, own: number, copies: number) =>
      `${day}: ${own} in words of their own, ${count(copies, 'copy', 'copies')}. A copy has every claim in words taken from another article.`,
    inWords: ({
      from,
      to,
      own,
      copies,
      busiest,
      most,
    }: {
      readonly from: string
      readonly to: string
      readonly own: number
      readonly copies: number
      readonly busiest: string
      readonly most: number
    }) =>
      `Articles per day from ${from} to ${to}: ${own} in words of their own, ${count(copies, 'copy', 'copies')}; most on ${busiest}: ${most}`,
    scale: (most: number) => `high: ${most} a day`,
    range: (from: string, to: string) => `${from} – ${to}`,
  },

  claimReview: {
    heading: 'What analysts say',
    none: 'Nobody has said anything of this claim yet.',
    grade: 'Grade',
    givenByWhom: (who: string) => `given by ${who}`,
    notes: (n: number) => count(n, 'note', 'notes'),
    noGrade: 'none',
    note: 'Note',
    saveNote: 'Add the note',
    letters: 'Reliability of those who say it and those who print it (Admiralty)',
    name: 'Name',
    letter: 'Letter',
    givenBy: 'Given by',
    letterOf: (name: string) => `Letter for ${name}`,
    noLetter: 'none',
    letterMeaning: {
      A: 'completely reliable',
      B: 'usually reliable',
      C: 'fairly reliable',
      D: 'not usually reliable',
      E: 'unreliable',
      F: 'cannot be judged',
    },
    merge: 'The same as another claim …',
    mergeWords: 'Words of the other claim',
    find: 'Find',
    noneFound: 'No other claim has these words.',
    sameAs: 'The same',
    split: 'Split reports off …',
    splitLegend: 'Reports that tell something else',
    splitOff: 'Split off',
    copies: (n: number) => `${count(n, 'copy', 'copies')} among its articles …`,
    copyOf: (by: string, of: string) => `${by} copies ${of}`,
    copyActs: { 'accept-copy': 'A copy indeed', 'reject-copy': 'No copy' },
    accept: 'Accept every report',
    reject: 'Reject every report',
    log: 'Its reviews in the log',
  },

  disagreement: {
    name: disagreementName,
    mark: disagreementMark,
    meaning: disagreementMeaning,
    isUpdate: 'an update, no conflict',
    otherClaim: 'The claim that stands against it',
  },

  changeList: {
    lead: 'What pages said at one collect and say otherwise at a later one, the last first.',
    silent: 'silent only',
    trivial: 'with changes of style',
    empty: 'No page was seen to change. A page is compared when it is collected again.',
    noMatch: 'No change is like that.',
    all: 'Show all changes',
    ofArticle: 'of one page',
    ofOutlet: (outlet: string) => `of ${outlet}`,
    anyPage: 'of any page',
  },

  pageChange: {
    versions: (before: number, after: number) => `version ${before} → ${after}`,
    between: 'between',
    and: 'and',
    before: 'before',
    after: 'after',
    compare: 'the earlier version',
    sideBySide: 'side by side',
    sentence: { added: 'added', removed: 'cut', changed: 'changed', moved: 'moved' } satisfies Record<
      SentenceChange['change'],
      string
    >,
    told: { added: 'now says', removed: 'says no longer', altered: 'says otherwise' } satisfies Record<
      ToldChange['change'],
      string
    >,
    field: {
      title: 'Title',
      byline: 'Byline',
      published: 'Published',
      modified: 'Modified',
    } satisfies Record<FieldChange['field'], string>,
    aspect: {
      source: 'source',
      cue: 'cue',
      modality: 'how surely',
      'hedge-dropped': 'hedge dropped',
      'hedge-added': 'hedge added',
      condition: 'condition',
      figure: 'figure',
      name: 'name',
      actor: 'who did it',
      recipient: 'to whom',
      day: 'day',
      place: 'place',
      words: 'words',
    } satisfies Record<Alteration['aspect'], string>,
    admission: {
      correction: 'Correction printed',
      update: 'Update printed',
      time: 'No notice; only the time in its data was moved',
      none: 'No notice on the page',
    } satisfies Record<Admission['kind'], string>,
    style: 'style alone',
    otherRules: 'Taken out by different versions of Hearsay, or cut off by a wall: that may be what changed.',
    nothing: '(nothing)',
    event: 'Event',
    same: (n: number) => `${count(n, 'sentence stands', 'sentences stand')} as before`,
  },

  versions: {
    line: (n: number, of: number) => `Version ${n} of ${of}`,
    changed: (times: number) => `changed ${times === 1 ? 'once' : `${times} times`}`,
    superseded: 'The page says otherwise now:',
    newest: 'its last version',
    seen: 'seen',
    current: 'the one that is listed and weighed',
    also: 'Also at',
    compare: 'How versions are compared',
    compareAs: { inline: 'Inline', side: 'Side by side' },
    besideOf: (before: number, after: number) => `Version ${before} beside version ${after}`,
    version: (n: number) => `Version ${n}`,
    what: 'What',
    same: (sentences: number) =>
      sentences === 0 ? 'the same in both' : `${count(sentences, 'sentence', 'sentences')}, the same in both`,
  },

  edit: {
    notBefore: '(did not say it)',
    notAfter: '(does not say it any more)',
    show: 'what changed',
  },

  readersOnly: {
    situations: 'Situations are made by reviewers and admins; you may read.',
  },

  review: {
    title: 'Review',
    log: 'Log',
    kind: 'What',
    any: 'anything',
    all: 'Show all',
    export: 'Training data (JSON Lines)',
    exportNote:
      'The training data hold the outlets’ words: see what licence each text has before you pass them on.',
    empty: 'Nothing has been reviewed yet: a statement or an event is judged at its row in an article.',
    noMatch: 'No review is like that.',
    when: 'When',
    who: 'Who',
    what: 'Said',
    of: 'Of',
    wasUndone: '(undone)',
    parts: { mention: 'name', statement: 'statement', event: 'event' },
    queue: 'Most worth a look',
    unsure: 'Statements that the reader is least sure of',
    noneUnsure:
      'None: nothing that was read has a probability (the fast mode gives none), or all of it has been accepted.',
    disputed: 'Claims on which something stands against something',
    noneDisputed: 'No claim is disputed.',
    lead: 'Who judged what. Nothing here is ever changed: an act is undone by another, and each is applied to every later reading of the same words.',
    by: (who: string) => `by ${who}`,
    undo: 'Undo',
    undid: (what: string, by: string) => `undid “${what}” by ${by}`,
    undoOf: (what: string) => `Undo: ${what}`,
    acts: { accept: 'Accept', correct: 'Correct', reject: 'Reject' },
    actOn: (act: string, name: string) => `${act} ${name}`,
    kinds: {
      accept: 'accepted',
      reject: 'rejected',
      correct: 'corrected',
      add: 'added',
      'accept-copy': 'a copy indeed',
      'reject-copy': 'no copy',
      merge: 'made one',
      split: 'split off',
      'grade-origin': 'letter',
      'grade-claim': 'grade',
      note: 'note',
      undo: 'undone',
    } satisfies Record<ReviewKind, string>,
    grade: (n: number | null) => (n === null ? 'no grade any more' : `graded ${n}`),
    letter: (name: string, letter: string | null) =>
      letter === null ? `${name}: no letter any more` : `${name}: ${letter}`,
    fields: {
      span: 'Words',
      source: 'Source',
      cue: 'Cue',
      content: 'Content',
      actor: 'Who',
      recipient: 'To whom',
      where: 'Where',
      evidence: 'Evidence',
    },
    firstDay: 'First day',
    lastDay: 'Last day',
    daysBackwards: 'The first day is after the last.',
    formOf: {
      mention: 'What the name should be',
      statement: 'What the statement should be',
      event: 'What the event should be',
    },
    type: 'Type',
    modality: 'Modality',
    choose: 'choose one',
    nobody: 'nobody, nothing',
    needsWords: 'needs words of the text',
    selectHint:
      'Select words in the text for the field that you were in last, or type them as they stand there.',
    notInText: 'These words do not stand in the text.',
    save: 'Save',
    cancel: 'Cancel',
    gone: 'Rejected, or no longer found',
    missed: 'not found in today’s reading',
    add: { statement: 'Add a statement', event: 'Add an event', mention: 'Add a name' },
  },

  storyList: {
    search: 'Search stories',
    searchPlaceholder: 'Words of a headline',
    last: 'Last told',
    first: 'First told',
    title: 'Story',
    about: 'About',
    articles: 'Articles',
    outlets: 'Outlets',
    empty: 'No stories yet. They appear when articles have been added.',
    noMatch: (words: string) => `No story has a headline with “${words}”.`,
    all: 'Show all stories',
  },

  story: {
    about: 'Shared by most:',
    outlets: 'Outlets side by side',
    outletsNote:
      'By what was read: a claim that was not found in an article may still stand in it. What only copies stands under what it copies.',
    onlyHere: 'Only here',
    onlyHereMeaning: 'Claims that no other outlet of the story tells in words of its own',
    notHere: 'Not here',
    notHereMeaning:
      'Claims that more than half of the other outlets tell, and at least two; copies do not count',
    loaded: 'Loaded words',
    loadedMeaning: 'Words that take a side, and in whose voice they stand: marks for the reader, no grade',
    copyLoaded: (n: number) => `with ${count(n, 'loaded word', 'loaded words')} of its own`,
    plainer: (word: string) => `plainer: ${word}`,
    voice: {
      unattributed: () => 'attributed to nobody',
      attributed: (source) => (source === null ? 'said by nobody named' : `said by ${source}`),
      quoted: (source) => (source === null ? 'in quotation marks' : `quoted from ${source}`),
    } satisfies Record<Voice, (source: string | null) => string>,
    words: 'words',
    copiedBy: (outlets: readonly string[]) => `copied by ${outlets.join(', ')}`,
    toldBy: (outlets: readonly string[]) => `told by ${outlets.join(', ')}`,
    elsewhere: (n: number) => `also told by ${count(n, 'outlet', 'outlets')} outside this story`,
    allOf: (n: number) => `Show all ${n}`,
    claims: 'Which outlet has which claim',
    asList: 'as a list, to filter',
    cell: {
      tells: 'tells it',
      copies: 'has it from another of these, word for word',
      denies: 'tells that it is denied',
      doubts: 'tells that it is doubted',
      silent: 'asked, no answer',
    },
    cellOf: (outlet: string, cell: 'tells' | 'copies' | 'denies' | 'doubts' | 'silent') =>
      `${outlet}: ${{ tells: 'tells it', copies: 'copy', denies: 'denial', doubts: 'doubt', silent: 'no answer' }[cell]}`,
    showAll: (n: number) => `Show all ${n} claims, also those of one outlet`,
    printed: (shown: number, all: number, hasMore: boolean) =>
      `${shown} of ${all}${hasMore ? ' or more' : ''} claims stand in this table; those of one outlet stand with it above.`,
    moreClaims: 'The other claims',
    whyOne: 'Why this is one story',
    whyNote:
      'Pairs of articles and what they share, weightiest first: the strongest links that hold all of them together.',
    basisKind: {
      name: 'names',
      word: 'words',
      number: 'numbers',
      event: 'events',
      day: 'days',
      weekday: 'weekdays',
    } as Readonly<Record<string, string>>,
    score: 'Likeness',
    pair: 'Articles of',
    shares: 'Share',
    otherLinks: (n: number) => count(n, 'further pair', 'further pairs'),
    alone: 'Only one article tells it so far.',
  },

  outletList: {
    lead: 'What is counted is what this ledger holds of each outlet, never all that it printed. Point at a head for what its number means.',
    search: 'Search outlets',
    searchPlaceholder: 'A name, or a part of one',
    order: 'Order',
    orders: {
      articles: 'most articles',
      first: 'most often first',
      copied: 'most copied',
      copies: 'copies most',
      own: 'most own reporting',
      edits: 'most silent edits',
      name: 'name',
    },
    stateRun: 'state-run only',
    views: 'Outlets and feeds',
    name: 'Outlet',
    family: 'Family',
    owner: 'Owner',
    country: 'Country',
    state: 'State-run',
    isStateRun: 'state-run',
    notStateRun: 'no',
    notInTable: 'not in the table',
    notInTableMeaning:
      'No table of outlets has this one: who owns and runs it is not known. Add it to your own table (HEARSAY_GAZETTEER).',
    grade: 'Grade',
    gradeMeaning:
      'The analyst’s Admiralty letter for reliability, A to F, given here or in your own table of outlets; Hearsay gives none',
    noGrade: 'not graded',
    articles: 'Articles',
    articlesMeaning: 'Current articles of it in this ledger',
    claims: 'Claims',
    claimsMeaning: 'Claims that an article of it tells',
    first: 'First',
    firstMeaning:
      'Of the claims that another outlet tells too: how many it told before every other outlet here. Who only copies another is not first; of two of one day neither is',
    copied: 'Copied',
    copiedMeaning: 'Articles of it from which another outlet took words',
    copies: 'Copies',
    copiesMeaning: 'Articles of it that took words from another outlet, or from a wire that they credit',
    own: 'Own reporting',
    ownMeaning:
      'Of its claims: how many rest on its own reporting, its own voice or unnamed people whom it heard, neither copied nor credited nor cited',
    edits: 'Silent edits',
    editsMeaning: 'Changes of its pages, not of style alone, that no words on the page admit',
    feeds: 'Feeds',
    feedsMeaning: 'Feeds that are followed and named more articles of it than of any other',
    health: ({ feeds, failing, paused }: { feeds: number; failing: number; paused: number }) =>
      feeds === 0
        ? 'none followed'
        : [
            `${feeds} followed`,
            ...(failing > 0 ? [`${failing} failing`] : []),
            ...(paused > 0 ? [`${paused} not asked`] : []),
          ].join(', '),
    share: (some: number, all: number) => (all === 0 ? '—' : percent(some / all)),
    ofAll: (some: number, all: number) => `${some} of ${all}`,
    empty: 'No outlet yet. They appear when articles that name one have been added.',
    noMatch: 'No outlet is so.',
    all: 'Show all outlets',
    inWords: {
      articles: (n: number) => count(n, 'article', 'articles'),
      first: (share: string) => `first: ${share}`,
      copied: (n: number) => `${n} copied`,
      copies: (n: number) => count(n, 'copy', 'copies'),
      own: (share: string) => `own: ${share}`,
      edits: (n: number) => count(n, 'silent edit', 'silent edits'),
    },
  },

  outlet: {
    names: (names: readonly string[]) => `Written ${names.map((name) => `“${name}”`).join(', ')}`,
    hosts: 'Sites',
    figures: 'In this ledger',
    mostCopied: 'Most copied',
    takenBy: (n: number) => `by ${count(n, 'outlet', 'outlets')}`,
    notCopied: 'No article of it was copied by another outlet here.',
    copiesFrom: 'Whom it copies',
    noCopies: 'It took words from no other outlet here.',
    copiedBy: 'Who copies it',
    credits: 'Whom it credits or cites',
    noCredits: 'It credits and cites no agency and no outlet.',
    latest: 'Latest articles',
    edits: 'Silent edits of its pages',
    noEdits: 'None was seen.',
    allEdits: 'All changes of its pages',
    feeds: 'Its feeds',
    noFeeds: 'No feed that is followed named articles of it.',
    toFeeds: 'To the feeds',
  },

  copies: {
    story: 'Story:',
    share: (share: number) => `${percent(share)} of its words`,
    shareOfOriginal: (share: number) => `has ${percent(share)} of these words`,
    copies: {
      reprint: 'Reprints',
      partial: 'Takes words from',
      'own-update': 'Updates',
      'same-author': 'By the author of',
    } satisfies Record<CopyKind, string>,
    copiedAs: {
      reprint: 'Reprinted as',
      partial: 'Lent words to',
      'own-update': 'Updated as',
      'same-author': 'By the author of',
    } satisfies Record<CopyKind, string>,
    sharesWith: 'Shares its words with',
    shares: 'Same words',
    mark: 'Mark the shared words',
    unmark: 'Unmark the shared words',
    same: (n: number, differing: number) =>
      `${count(n, 'sentence is', 'sentences are')} the same${differing === 0 ? '.' : '; these differ:'}`,
    change: { same: 'same', changed: 'changed', added: 'added', dropped: 'left out' } satisfies Record<
      CopySentence['change'],
      string
    >,
    taken: {
      'from-of': 'its words are taken from the one above',
      'from-common-source': 'both are taken from a third',
      unknown: 'who took from whom is not told',
    } satisfies Record<Copy['direction']['taken'], string>,
  },

  legend: {
    heading: 'What the codes mean',
    actorCode,
    cameo:
      'The number of the deed in CAMEO (Schrodt 2012): 036 is to mean to meet, 163 to impose sanctions; two digits are the root.',
    goldstein: 'From −10, worst conflict, to +10, closest cooperation (Goldstein 1992).',
  },

  views: {
    allTypes: 'All types of event',
    anyType: 'All types',
    asTable: 'Show as table',
    type: 'Type',
    search: 'Search the events shown',
    choose: 'Choose it: its claims and their words',
    zoom: 'Larger, smaller, all',
    zoomIn: 'Larger',
    zoomOut: 'Smaller',
    showAll: 'Show all',
    howToMove: 'Drag, or arrows, + and −; the wheel with Ctrl. j and k go from one to the next.',
    moreClaims: (n: number) =>
      `${count(n, 'further claim', 'further claims')}, of fewer origins, not listed here.`,

    toClaims: 'Its claims as a list',

    timeline: {
      lead: 'Events at when they happened, statements at the days on which they were said; below, the articles that tell of them at when they appeared. Each is one claim, however many articles tell it.',
      nothing: 'No article says when it appeared, and nothing that is told has a day.',
      event: 'Event',
      statement: 'statement',
      cutStatements: (shown: number, of: number) =>
        `The ${shown.toLocaleString()} statements of most origins are shown, of ${of.toLocaleString()}.`,
      undatedStatements: (n: number) =>
        `Of ${count(n, 'statement', 'statements')} no day is told on which ${n === 1 ? 'it was' : 'they were'} said; the articles that tell ${n === 1 ? 'it' : 'them'} are counted on the days on which they appeared.`,
      when: 'When',
      label: (events: number, statements: number) =>
        `Timeline of ${count(events, 'event', 'events')} and ${count(statements, 'statement', 'statements')}. As a table: Show as table.`,
      picture: 'Events and statements over the days',
      toNews: 'The days of the news',
      mark: (days: string, proposition: string, origins: number, sureness: readonly string[]) =>
        [
          `${days}: ${proposition}`,
          count(origins, 'independent origin', 'independent origins'),
          ...sureness,
        ].join('; '),
      reports: (most: number, days: number) =>
        `Articles ${days === 1 ? 'a day' : `in ${days} days`}: up to ${most}. Strong: words of their own; faint: copies`,
      bar: (days: string, own: number, copies: number) =>
        `${days}: ${count(own, 'article', 'articles')} in words of their own, ${count(copies, 'copy', 'copies')}`,
      earlier: (n: number) => `← ${n} earlier`,
      later: (n: number) => `${n} later →`,
      crowded: (n: number) =>
        `${count(n, 'mark finds', 'marks find')} no room at this scale; all of them are in the table.`,
      cut: (shown: number, of: number) =>
        `The ${shown.toLocaleString()} events of most origins are shown, of ${of.toLocaleString()}.`,
      loadSeen: 'Show those of the days seen',
      between: (from: string, to: string, outside: number) =>
        `Only events from ${from} to ${to}; ${outside.toLocaleString()} lie outside.`,
      allDays: 'All days',
      undated: (n: number) => `${count(n, 'event', 'events')} of which no day is told`,
      undatedReports: (n: number) =>
        `${count(n, 'article does', 'articles do')} not say when ${n === 1 ? 'it' : 'they'} appeared.`,
      legend: {
        told: 'reported',
        hedged: 'hedged',
        planned: 'planned',
        conditional: 'conditional or asked',
        denied: 'denied or negated',
        statement: 'when a statement was said',
        bar: 'on some of these days',
        open: 'before, or after',
        size: 'Size: independent origins',
      },
    },

    network: {
      lead: 'Who did what to whom. Nodes and edges are as large as the independent origins behind them, never as their copies.',
      nothing:
        'No event of which both sides are told. An edge is an event, what somebody did to somebody; who says what of whom is no edge, and stands with the claims.',
      label: (nodes: number, edges: number) =>
        `Network of ${count(nodes, 'actor', 'actors')} and ${count(edges, 'edge', 'edges')}. As a table: Show as table.`,
      laying: 'Finding places …',
      actor: 'Actor',
      recipient: 'To whom',
      claims: 'Events',
      least: 'Origins, at least',
      onlyActor: 'Only around',
      anyActor: 'anybody',
      node: (name: string, events: number, origins: number) =>
        `${name}: ${count(events, 'event', 'events')}, ${count(origins, 'independent origin', 'independent origins')}`,
      edge: (actor: string, recipient: string, what: string, claims: number, origins: number) =>
        `${actor} → ${recipient}, ${what}: ${count(claims, 'event', 'events')}, ${count(origins, 'independent origin', 'independent origins')}`,
      chosen: (actor: string, recipient: string, what: string) => `${actor} → ${recipient}: ${what}`,
      cut: (shown: number, of: number) =>
        `The ${shown.toLocaleString()} edges of most origins are shown, of ${of.toLocaleString()}.`,
      hidden: (edges: number) => `${count(edges, 'edge', 'edges')} hidden by these filters.`,
      oneSided: (n: number) =>
        `${count(n, 'event tells', 'events tell')} of one side alone and make no edge.`,
      unsure: (n: number) => `${n} only planned, conditional or hedged`,
      negated: (n: number) => `${n} only denied or negated`,
      notes: 'How sure',
      direction: 'From who did it to whom; width: independent origins',
    },

    map: {
      lead: 'Where events happened. A point is a town, as large as the independent origins behind it; where only the country is told, the country is shaded.',
      nothing:
        'No event of which a place is told. What is only said, and not told as an event, stands on no map.',
      noneOnMap: 'Nothing of this could be put on the map; which names were told, and why not, stands below.',
      label: (points: number, countries: number) =>
        `Map of ${count(points, 'town', 'towns')} and ${count(countries, 'country', 'countries')}. As a table: Show as table.`,
      picture: 'Map of the world',
      place: 'Place',
      kind: 'What it is',
      kinds: { point: 'town', country: 'somewhere in the country', unplaced: 'on no map' },
      claims: 'Events',
      spot: (name: string, claims: number, origins: number) =>
        `${name}: ${count(claims, 'event', 'events')}, ${count(origins, 'independent origin', 'independent origins')}`,
      somewhereIn: (name: string) => `somewhere in ${name}`,
      undrawn: (names: string) => `Too small for this map: ${names}.`,
      unplaced: (names: number, claims: number) =>
        `${count(claims, 'event', 'events')} at ${count(names, 'place', 'places')} that could not be put on the map`,
      withoutPlace: (n: number) => `${count(n, 'event tells', 'events tell')} no place.`,
      why: 'Why not',
      unknownName: 'no table of ours has the name',
      ambiguous: (countries: string) => `a name of towns in ${countries}`,
      credit:
        'Shapes: Natural Earth, which draws borders as they are held and takes no side. Places: GeoNames (CC BY 4.0) and our own tables.',
    },
  },

  queryField: {
    placeholder: 'amnesty actor:veresk -outlet:courier origins>=2',
    completions: 'Completions',
    keyMeaning: {
      'actor:': 'who acts, is acted on, or says so',
      'says:': 'who says so',
      'outlet:': 'who prints it',
      'type:': 'what kind of event',
      'modality:': 'how surely it is said',
      'place:': 'where it happens',
      'origins>=': 'independent origins',
      'after:': 'reported on or after a day',
      'before:': 'reported before a day',
      'kind:': 'event or statement',
      'is:': 'disputed',
    } as Readonly<Record<string, string>>,
  },

  queryHelp: {
    heading: 'How to search',
    rows: [
      ['amnesty talks', 'both words, in any form'],
      ['"safe passage"', 'these words, one after the other'],
      ['amnesty or pardon', 'either word'],
      ['-rumour', 'without this word; - stands before keys, too'],
      ['actor:veresk', 'who does it, to whom it is done, or who says so; a whole word of the name'],
      ['says:"Helen Marsh"', 'who says so'],
      ['outlet:courier', 'who prints it'],
      ['type:consult', 'what kind of event: PLOVER’s types'],
      ['modality:denied', 'how it is said: fact, reported, hedged, planned, conditional, denied ...'],
      ['place:selgrad', 'where it happens'],
      ['origins>=2', 'so many independent origins or more'],
      ['after:2025-12-01', 'reported on this day (UTC) or later'],
      ['before:2026-01-01', 'reported before this day (UTC)'],
      ['kind:event', 'events alone, or kind:statement'],
      ['is:disputed', 'something stands against it: a denial, another figure ...'],
    ],
    note: 'A key that is given twice asks for any of the two; different keys ask for all of them. Names are completed while you type.',
  },

  savedSearch: {
    heading: 'Saved searches',
    none: 'None yet. A search is saved under a name once it is made.',
    save: 'Save this search',
    rename: 'Rename',
    savedAs: (name: string) => `saved as “${name}”`,
    name: 'Name of the search',
    keep: 'Save',
    cancel: 'Cancel',
    remove: 'Remove',
    removeNamed: (name: string) => `Remove the saved search “${name}”`,
    toSituation: 'Make a situation of this',
  },

  searchPage: {
    field: 'Search the ledger',
    lead: 'Claims, stories, articles and actors are found by words, names and what is known of them.',
    all: (what: string) => `all ${what.toLowerCase()}`,
    claimsByActor: 'claims by actor',
    none: 'Nothing is found.',
    foundBy: 'found by',
    anySearch: 'show all',
  },

  counted: {
    claims: (n: number) => `${n.toLocaleString()} ${n === 1 ? 'claim' : 'claims'}`,
    statements: (n: number) => count(n, 'statement', 'statements'),
    events: (n: number) => count(n, 'event', 'events'),
    problems: (n: number) => count(n, 'problem', 'problems'),
    reports: (n: number) => count(n, 'report', 'reports'),
    outlets: (n: number) => count(n, 'outlet', 'outlets'),
    articles: (n: number) => count(n, 'article', 'articles'),
    copies: (n: number) => count(n, 'copy', 'copies'),
    origins: (n: number) => count(n, 'origin', 'origins'),
  },

  modality,
  modalityMeaning,
  kind,
  kindMeaning,
  dropReason,
  dateBasis,
  datePrecision,
  layer,
  layerOne,
  mentionType,
  referenceKind,
  timeType,
  whenPrecision,
  whenBasis,
  auxiliaryMode,
  quadClass,
  actorKind,
  eventType,
  negates,
  stance,
  stanceMeaning,
  originKind,
  edgeWhy,
  copyKind,
  change,
  countInWords,
} as const
