import type { z } from 'zod'
import { HearsayError } from '../records/error.ts'

/** Where a list goes on, as the next caller gives it back: opaque, safe in a URL. */
export function toCursor(position: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** @throws {HearsayError} `invalid-request` when the cursor is none that `toCursor` made of such a position. */
export function parseCursor<Position>(cursor: string, position: z.ZodType<Position>): Position {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (error) {
    throw new HearsayError(
      'invalid-request',
      'The cursor is not one that this list gave. Leave it out to start from the first page.',
      { cause: error },
    )
  }
}

/** @throws {HearsayError} `invalid-request` when the limit is not a whole number above 0. */
export function checkLimit(limit: number): number {
  if (Number.isSafeInteger(limit) && limit > 0) return limit
  throw new HearsayError('invalid-request', `The limit is ${limit}; give a whole number from 1.`)
}

/** A page out of one row more than it holds, which tells that there is a next one. */
export function toPage<Row>(rows: readonly Row[], limit: number): { page: Row[]; last: Row | null } {
  const page = rows.slice(0, limit)
  return { page, last: rows.length > limit ? (page.at(-1) ?? null) : null }
}
