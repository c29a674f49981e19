import type { dropReasons, PublicationDate } from '../src/records/article.ts'
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
  mention: 'Names',
  time: 'Times',
  loaded: 'Loaded words',
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

/** Every word that the desk itself says. */
export const strings = {
  product: 'Hearsay',
  skipToContent: 'Skip to content',
  navigation: 'Pages',
  articles: 'Articles',
  claims: 'What is said',
  loading: 'Loading …',
  more: 'Show more',
  retry: 'Try again',
  close: 'Close',
  unknown: 'unknown',
  none: '—',

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
    everywhere: 'Everywhere',
    search: 'Search',
    help: 'This list',
    onArticles: 'In the list of articles',
    nextPrevious: 'Next, previous',
    openArticle: 'Open the article',
    onArticle: 'In an article',
    nextStatement: 'Next, previous statement or event',
    toWords: 'From a row to its words, and from words to their row',
    back: 'Close the card; from words back to the row; let go of the row',
    how: 'How this was read; back to what was read',
    onSentence: 'In how this was read',
    nextSentence: 'Next, previous sentence',
    nextToken: 'Next, previous word of the tree',
    leave: 'Back to what was read',
    onClaims: 'In what is said',
    toggleClaim: 'Show or hide the reports',
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
    clearSearch: 'Show all articles',
    add: 'Add documents',
  },

  emptyLedger: {
    heading: 'The ledger is empty',
    lead: 'Hearsay reads news pages and keeps who said what, and in which words. Give it a few saved pages to begin.',
    add: 'From the command line: files, folders, addresses',
    addCommand: 'npx hearsay add pages/ https://outlet.example/story',
    demo: 'Or the example that comes with the project',
    demoCommand: 'npm run demo',
  },

  dropZone: {
    label: 'Drop HTML or text files here, or',
    choose: 'choose files',
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
    lead: 'Every proposition in the ledger, with all who report it. Outlets are counted, not origins: three papers that print one wire are three outlets.',
    ofArticle: 'Only claims that this article reports.',
    toArticle: 'To the article',
    allClaims: 'Show all claims',
    source: 'Source',
    proposition: 'Proposition',
    modality: 'Modality',
    reports: 'Reports',
    outlets: 'Outlets',
    first: 'First',
    event: 'event',
    ownVoice: 'the outlet itself',
    showReports: (n: number) => `Show ${count(n, 'report', 'reports')}`,
    hideReports: (n: number) => `Hide ${count(n, 'report', 'reports')}`,
    openWords: 'Words in the article',
    empty: 'No claims yet. They appear when an article that says something has been added.',
  },

  counted: {
    statements: (n: number) => count(n, 'statement', 'statements'),
    events: (n: number) => count(n, 'event', 'events'),
    problems: (n: number) => count(n, 'problem', 'problems'),
    reports: (n: number) => count(n, 'report', 'reports'),
    outlets: (n: number) => count(n, 'outlet', 'outlets'),
  },

  modality,
  modalityMeaning,
  kind,
  kindMeaning,
  dropReason,
  dateBasis,
  datePrecision,
  layer,
  mentionType,
  referenceKind,
  timeType,
  whenPrecision,
  whenBasis,
  auxiliaryMode,
  quadClass,
  actorKind,
  countInWords,
} as const
