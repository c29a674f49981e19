import type { Command } from './command.ts'

/** A command’s name and its module, which is loaded only when the command is called. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<{ readonly command: Command }>
}

/** The commands in the order that help shows them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'read',
    summary: 'read documents and show what they say; nothing is stored',
    load: () => import('./read.ts'),
  },
  { name: 'add', summary: 'read documents into the ledger', load: () => import('./add.ts') },
  {
    name: 'follow',
    summary: 'follow feeds, sites, sitemaps or single pages',
    load: () => import('./follow.ts'),
  },
  {
    name: 'feeds',
    summary: 'list what is followed and how it fares; pause, resume, remove',
    load: () => import('./feeds.ts'),
  },
  {
    name: 'collect',
    summary: 'ask what is followed, fetch what it names, read it into the ledger: one round',
    load: () => import('./collect.ts'),
  },
  { name: 'list', summary: 'list the articles in the ledger', load: () => import('./list.ts') },
  { name: 'show', summary: 'show one article and what it says', load: () => import('./show.ts') },
  {
    name: 'cite',
    summary: 'cite words of an article: quote, outlet, day, address, place in the archive',
    load: () => import('./cite.ts'),
  },
  {
    name: 'changes',
    summary: 'show what pages said and say otherwise now, sentence by sentence',
    load: () => import('./changes.ts'),
  },
  {
    name: 'explain',
    summary: 'draw how a sentence is read: its tree, who says what, names, times, events',
    load: () => import('./explain.ts'),
  },
  {
    name: 'claims',
    summary: 'list what is said, with the reports, outlets, copies and independent origins behind it',
    load: () => import('./claims.ts'),
  },
  {
    name: 'search',
    summary: 'list the claims that a search finds, by words, names, kinds, dates and origins',
    load: () => import('./search.ts'),
  },
  {
    name: 'claim',
    summary: 'show one claim: what it rests on, who repeats it, who denies it, how it changed',
    load: () => import('./claim.ts'),
  },
  {
    name: 'situations',
    summary: 'list what is followed, or show one: what changed in it, its counts, its outlets',
    load: () => import('./situations.ts'),
  },
  {
    name: 'reviews',
    summary: 'list what people judged of what was read; write it as training data',
    load: () => import('./reviews.ts'),
  },
  {
    name: 'stories',
    summary: 'list the happenings that are told of, the latest first',
    load: () => import('./stories.ts'),
  },
  {
    name: 'story',
    summary: 'show one story: its articles, what copies what, its claims, why it is one story',
    load: () => import('./story.ts'),
  },
  {
    name: 'actors',
    summary: 'list who is named, or show one: roles with days, what they said and did, through whom',
    load: () => import('./actors.ts'),
  },
  {
    name: 'outlets',
    summary: 'list who publishes, how often first, copied and copying; or show one',
    load: () => import('./outlets.ts'),
  },
  {
    name: 'origins',
    summary: 'show on whom a claim or a story finally rests, who is counted and why',
    load: () => import('./origins.ts'),
  },
  {
    name: 'explain-origin',
    summary: 'draw how each report of a claim leads to its origin, with the words that prove each step',
    load: () => import('./explain-origin.ts'),
  },
  {
    name: 'reweigh',
    summary: 'weigh what is not weighed yet: copies, stories, claims and what they rest on',
    load: () => import('./reweigh.ts'),
  },
  {
    name: 'serve',
    summary: 'serve the desk and the HTTP API on this machine',
    load: () => import('./serve.ts'),
  },
  {
    name: 'accounts',
    summary: 'say who may use the ledger where others can reach it',
    load: () => import('./accounts.ts'),
  },
  {
    name: 'tokens',
    summary: 'list, make and revoke the tokens that programs show instead of a password',
    load: () => import('./tokens.ts'),
  },
  {
    name: 'audit',
    summary: 'list who signed in, who was refused and who changed what',
    load: () => import('./audit.ts'),
  },
  { name: 'demo', summary: 'read the example situation and serve it', load: () => import('./demo.ts') },
  { name: 'backup', summary: 'write a copy of the ledger to a file', load: () => import('./backup.ts') },
  {
    name: 'doctor',
    summary: 'say what is installed, where the ledger is and whether it is healthy',
    load: () => import('./doctor.ts'),
  },
]
