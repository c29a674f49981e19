import { sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { findRows } from './find-rows.ts'
import type { Ledger } from './ledger.ts'

/** Characters of JSON that are kept of answers, for one ledger: some hundred timelines, or all counts that are asked for. */
const mostCharacters = 64_000_000

interface Answers {
  /** How often anything had been weighed when they were found. */
  steps: string
  readonly found: LRUCache<string, { readonly answer: unknown }>
  /** What is being found: who asks the same meanwhile waits for it. */
  readonly sought: Map<string, Promise<unknown>>
}

const answersOf = new WeakMap<Ledger['db'], Answers>()

/**
 * The answer to a question about what was weighed, found once and given again until anything is weighed.
 *
 * @param question what tells it from every other one; goes through JSON.
 * @param find must look up all that it depends on by itself: what was known before may be older than the count.
 */
export async function answerOnce<Answer>(
  ledger: Ledger,
  question: readonly unknown[],
  find: () => Promise<Answer>,
): Promise<Answer> {
  // Looked up before the answer is: one that is found while something is weighed is at most newer than it says.
  const [row] = await findRows<{ steps: string }>(ledger.db, sql`select steps::text from weighing_count`)
  if (row === undefined) return find()
  const { steps } = row
  let answers = answersOf.get(ledger.db)
  if (answers?.steps !== steps) {
    answers = {
      steps,
      found: new LRUCache({
        maxSize: mostCharacters,
        sizeCalculation: ({ answer }) => JSON.stringify(answer).length + 100,
      }),
      sought: new Map(),
    }
    answersOf.set(ledger.db, answers)
  }
  const key = JSON.stringify(question)
  const known = answers.found.get(key)
  if (known !== undefined) return known.answer as Answer
  const { found, sought } = answers
  const before = sought.get(key)
  if (before !== undefined) return (await before) as Answer
  const seeking = find()
  sought.set(key, seeking)
  try {
    const answer = await seeking
    found.set(key, { answer })
    return answer
  } finally {
    sought.delete(key)
  }
}
