import { type ClaimQuery, type ClaimQueryList, claimQuerySchema } from './claim-query.ts'
import { eventTypes } from './event-types.ts'
import { modalities } from './modalities.ts'

/** The words before the colon, and the list of a query that each fills. */
export const searchKeys = {
  actor: 'actors',
  says: 'sources',
  outlet: 'outlets',
  type: 'types',
  modality: 'modalities',
  place: 'places',
} as const satisfies Readonly<Record<string, ClaimQueryList>>

/** What a search text says, and what of it could not be understood, in words for whoever typed it. */
export interface ParsedSearch {
  readonly query: ClaimQuery
  readonly problems: readonly string[]
}

type Lists = Record<ClaimQueryList, string[]>

const emptyLists = (): Lists => ({
  actors: [],
  sources: [],
  outlets: [],
  types: [],
  modalities: [],
  places: [],
})

/**
 * Reads the search language: `amnesty "safe passage" -rumour actor:lukashenko says:"Anton Veresk" -outlet:tass
 * type:consult modality:denied place:minsk origins>=2 after:2025-12-01 before:2026-01-01 kind:event is:disputed`.
 *
 * One key given twice means any of the two; different keys mean all of them. What cannot be understood is left out and
 * told, never guessed; a word with a colon that is no key is a word.
 */
export function parseSearch(text: string): ParsedSearch {
  const problems: string[] = []
  const words: string[] = []
  const lists = emptyLists()
  const not = emptyLists()
  let minOrigins: number | null = null
  let after: string | null = null
  let before: string | null = null
  let kind: 'statement' | 'event' | null = null
  let isDisputed: boolean | null = null
  for (const [, minus = '', key = '', quoted, bare = ''] of text
    .slice(0, longest)
    .matchAll(/(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))/giu)) {
    const value = (quoted ?? bare).trim()
    const name = key.toLowerCase()
    if (name === '') {
      const origins = /^origins?(>=|>|=|:)?(\d*)$/i.exec(value)
      if (quoted === undefined && origins?.[1] !== undefined) {
        const n = Number(origins[2])
        if (origins[2] === '' || n > 1_000_000)
          problems.push(`${value} gives no number of origins: origins>=2.`)
        else minOrigins = origins[1] === '>' ? n + 1 : n
      } else if (quoted === undefined && isKey(value))
        problems.push(`${value} stands without what it looks for.`)
      else if (value !== '') words.push(quoted === undefined ? `${minus}${value}` : `${minus}"${value}"`)
      continue
    }
    const list = Object.hasOwn(searchKeys, name) ? searchKeys[name as keyof typeof searchKeys] : null
    if (value === '') problems.push(`${name}: stands without what it looks for.`)
    else if (list === 'types' && !isOneOf(eventTypes, value.toUpperCase()))
      problems.push(`${value} is no type of event: ${eventTypes.join(', ')}.`)
    else if (list === 'modalities' && !isOneOf(modalities, value.toLowerCase()))
      problems.push(`${value} is no modality: ${modalities.join(', ')}.`)
    else if (list !== null) {
      const told =
        list === 'types' ? value.toUpperCase() : list === 'modalities' ? value.toLowerCase() : value
      const into = (minus === '' ? lists : not)[list]
      if (!into.includes(told) && into.length < 100) into.push(told)
    } else if (name === 'origins') {
      if (/^\d{1,6}$/.test(value)) minOrigins = Number(value)
      else problems.push(`${value} is no number of origins: origins>=2.`)
    } else if (name === 'after' || name === 'before') {
      if (!isDay(value)) problems.push(`${value} is no day: ${name}:2026-01-31.`)
      else if (name === 'after') after = value
      else before = value
    } else if (name === 'kind') {
      if (value === 'event' || value === 'statement')
        kind = (minus === '') === (value === 'event') ? 'event' : 'statement'
      else problems.push(`kind: is event or statement, not ${value}.`)
    } else if (name === 'is') {
      if (value === 'disputed') isDisputed = minus === ''
      else problems.push(`is: knows disputed, not ${value}.`)
    } else words.push(`${minus}"${name} ${value}"`)
  }
  const query = claimQuerySchema.parse({
    words: words.join(' ').slice(0, longest),
    ...lists,
    not,
    minOrigins,
    after,
    before,
    kind,
    isDisputed,
  })
  return { query, problems }
}

// Nobody types more, and the words go into a query of the database.
const longest = 2000

const isKey = (text: string) =>
  [...Object.keys(searchKeys), 'origins', 'after', 'before', 'kind', 'is'].some(
    (key) => text.toLowerCase() === `${key}:`,
  )

const isOneOf = (names: readonly string[], name: string) => names.includes(name)

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // 2026-02-30 is read as the second of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
