import { HearsayError } from '../records/error.ts'

// By errno and by SQLSTATE, the longest first; a class of SQLSTATEs by its first two characters.
const faults = new Map([
  ['53100', 'The disk that holds the ledger is full. Make room and try again.'],
  ['ENOSPC', 'The disk that holds the ledger is full. Make room and try again.'],
  ['25006', 'The ledger’s database is read-only. Connect to the one that can be written.'],
  ['42501', 'The ledger’s database does not let this user write. Grant it the right, or connect as another.'],
  ['08', 'The connection to the ledger’s database broke. Try again.'],
  ['57', 'The ledger’s database is stopping. Try again when it runs.'],
  ['ECONNREFUSED', 'The ledger’s database does not answer. Try again when it runs.'],
  ['ECONNRESET', 'The connection to the ledger’s database broke. Try again.'],
])

/**
 * Asks the database, and says of a failure what the database said.
 *
 * drizzle’s own message repeats every parameter: a whole page, as numbers.
 *
 * @throws {HearsayError} `ledger-unusable` when the disk is full or the database cannot be written.
 */
export async function explainFailure<Outcome>(act: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await act()
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
    if (!(cause instanceof Error)) throw error
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
    const fault = faults.get(code) ?? (/^\w{5}$/.test(code) ? faults.get(code.slice(0, 2)) : undefined)
    if (fault !== undefined) throw new HearsayError('ledger-unusable', fault, { cause })
    throw cause
  }
}
