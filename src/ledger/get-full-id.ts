import { type SQL, sql } from 'drizzle-orm'
import { HearsayError } from '../records/error.ts'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** Where an id is looked for. */
export interface IdPlace {
  readonly table: SQL
  /** What a row is called, for people. */
  readonly name: SQL
  /** What it is: “article”. */
  readonly noun: string
  /** Where ids stand that such a thing had, or would have alone: `id`, and `now`, the id that it has. */
  readonly former?: SQL
}

/** Where the ids are that people type. */
export const idPlaces = {
  article: { table: sql`article`, name: sql`title`, noun: 'article' },
  feed: { table: sql`feed`, name: sql`coalesce(title, address)`, noun: 'feed' },
  // A claim has the id of its earliest report. One that was joined with an earlier one is found by its own still.
  claim: {
    table: sql`claim`,
    name: sql`proposition`,
    noun: 'claim',
    former: sql`(select report_id as id, claim_id as now from claim_report) as joined`,
  },
  situation: { table: sql`situation`, name: sql`name`, noun: 'situation' },
  review: { table: sql`review_act`, name: sql`coalesce(title, kind)`, noun: 'review' },
  story: { table: sql`story`, name: sql`record->>'title'`, noun: 'story' },
} as const satisfies Record<string, IdPlace>

/**
 * The id that begins so; 4 digits or more, and no other may. Where none does, that of what had such an id before.
 *
 * @throws {HearsayError} `not-found`; `ambiguous-id` when several begin so.
 */
export async function getFullId(
  ledger: Ledger,
  id: string,
  { table, name, noun, former }: IdPlace,
): Promise<string> {
  const prefix = id.toLowerCase()
  if (!/^[0-9a-f]{4,32}$/.test(prefix)) {
    throw new HearsayError(
      'not-found',
      `“${id}” is no ${noun}’s id: an id is 32 hexadecimal digits, of which 4 or more are enough.`,
    )
  }
  // “g” comes after every hexadecimal digit.
  const matches = await findRows<{ id: string; name: string | null }>(
    ledger.db,
    sql`select id, ${name} as name from ${table} where id >= ${prefix} and id < ${`${prefix}g`} order by id limit 6`,
  )
  const [first, second] = matches
  if (first === undefined) {
    const now = former && (await findNow(ledger, prefix, former))
    if (now === undefined) throw new HearsayError('not-found', `The ledger has no ${noun} ${id}.`)
    return now
  }
  if (second === undefined) return first.id
  const shown = matches
    .slice(0, 5)
    .map((match) => `${match.id.slice(0, idLengthThatTells(matches))} (${match.name ?? 'no title'})`)
  const plural = noun === 'story' ? 'stories' : `${noun}s`
  throw new HearsayError(
    'ambiguous-id',
    `Several ${plural} begin with ${id}: ${shown.join(', ')}${matches.length > 5 ? ', and more' : ''}. Give more digits.`,
  )
}

/** The id now of what had one that begins so; undefined where several did. */
async function findNow(ledger: Ledger, prefix: string, former: SQL): Promise<string | undefined> {
  const [found, other] = await findRows<{ now: string }>(
    ledger.db,
    sql`select distinct now from ${former} where id >= ${prefix} and id < ${`${prefix}g`} limit 2`,
  )
  return other === undefined ? found?.now : undefined
}

function idLengthThatTells(matches: readonly { readonly id: string }[]): number {
  for (let length = 8; length < 32; length += 1) {
    if (new Set(matches.map((match) => match.id.slice(0, length))).size === matches.length) return length
  }
  return 32
}
