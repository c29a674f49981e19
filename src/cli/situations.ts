import { HearsayError } from '../records/error.ts'
import { parseSearch } from '../records/parse-search.ts'
import { type SituationDraft, situationDraftSchema } from '../records/situation.ts'
import { toSearchText } from '../records/to-search-text.ts'
import type { Access } from './access.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { countOf } from './count-of.ts'
import { idFrom } from './id-from.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printSituation } from './print-situation.ts'
import { printSituations } from './print-situations.ts'
import { instantFrom, ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'
import { withoutSteering } from './without-steering.ts'

/** Claims of which the outlets are counted: as many as one question to the server takes. */
const matrixClaims = 200

export const command: Command = {
  name: 'situations',
  summary: 'list what is followed, or show one: what changed in it, its counts, its outlets',
  operands: '[ID]',
  description:
    'A situation is a search with a name: whatever it chooses at the time is in it. Lists them with what they hold; new: articles since the last visit in the desk, or since --seen. ID shows one: what changed since then or since a day, with the words that show it, and which outlets tell it.',
  options: {
    ...ledgerOption,
    since: {
      type: 'string',
      value: 'DAY',
      summary: 'of ID: what changed since this day, not since the last visit',
    },
    seen: { type: 'boolean', summary: 'of ID: note that what is shown has been seen' },
    add: { type: 'string', value: 'NAME', summary: 'follow what --query finds under this name' },
    query: {
      type: 'string',
      short: 'q',
      value: 'QUERY',
      summary: 'of --add: words and keys, as hearsay search takes them',
    },
    remove: { type: 'string', value: 'ID', summary: 'follow it no longer; its claims stay' },
    ...pageOptions,
  },
  examples: [
    'hearsay situations --add Amnesty -q \'amnesty actor:"Anton Veresk"\'',
    'hearsay situations 3f9a2c01 --since 2025-11-22',
    'hearsay situations',
  ],
  run: async (call): Promise<ExitCode> => {
    const { values, positionals } = call
    checkOptions(call)
    const run =
      values.add !== undefined
        ? add(draftFrom(call), call)
        : values.remove !== undefined
          ? remove(String(values.remove), call)
          : positionals.length > 0
            ? show(idFrom(call, 'situations', 'hearsay situations'), instantFrom(call, 'since'), call)
            : list(limitFrom(call), call)
    const access = await openAccess(call, 'hearsay situations')
    try {
      await run(access)
      return 0
    } finally {
      await access.close()
    }
  },
}

type Run = (access: Access) => Promise<void>

function checkOptions({ values, positionals }: CommandCall): void {
  const acts = [values.add, values.remove, positionals[0]].filter((act) => act !== undefined)
  if (acts.length > 1)
    throw new HearsayError('usage', 'Give one of an ID to show, --add NAME and --remove ID.')
  if ((values.add === undefined) !== (values.query === undefined))
    throw new HearsayError(
      'usage',
      "--add NAME and -q QUERY go together: hearsay situations --add Amnesty -q 'amnesty'",
    )
  if ((values.since !== undefined || values.seen === true) && positionals.length === 0)
    throw new HearsayError('usage', '--since and --seen are of one situation: give its ID.')
}

/** What is to be followed. A search that is not all understood would follow something else, and is refused. */
function draftFrom({ values }: CommandCall): SituationDraft {
  const { query, problems } = parseSearch(String(values.query))
  if (problems.length > 0) throw new HearsayError('usage', problems.join(' '))
  if (toSearchText(query) === '')
    throw new HearsayError('usage', "The search says nothing: -q takes words and keys, as in -q 'amnesty'.")
  const draft = situationDraftSchema.safeParse({ name: values.add, query })
  if (!draft.success) throw new HearsayError('usage', `The name ${draft.error.issues[0]?.message}.`)
  return draft.data
}

const add =
  (draft: SituationDraft, { io, values }: CommandCall): Run =>
  async ({ situations }) => {
    const made = await situations.add(draft)
    if (values.json === true) io.out(`${JSON.stringify(made)}\n`)
    else
      io.out(
        `followed  ${made.id}  ${withoutSteering(made.name)}: ${countOf(made.counts.claims, 'claim')} in ${countOf(made.counts.articles, 'article')} so far\n`,
      )
  }

const remove =
  (id: string, { io }: CommandCall): Run =>
  async ({ situations }) => {
    const situation = await situations.getSituation(id)
    await situations.remove(situation.id)
    io.out(`removed  ${withoutSteering(situation.name)}\n`)
  }

const show =
  (given: string, since: string | null, { io, values }: CommandCall): Run =>
  async ({ situations }) => {
    const situation = await situations.getSituation(given)
    const news = await situations.tellNews(situation.id, since)
    const matrix = await situations.findOutlets(situation.id, matrixClaims)
    io.out(
      values.json === true
        ? `${JSON.stringify({ situation, news, matrix })}\n`
        : `${printSituation({ situation, news, matrix }, io)}\n`,
    )
    if (values.seen === true) await situations.noteVisit(situation.id, news.until)
  }

const list =
  (limit: number, { io, values }: CommandCall): Run =>
  async ({ situations, place }) => {
    const found = await takeRows(limit, situations.findSituations)
    if (values.json === true) for (const situation of found) io.out(`${JSON.stringify(situation)}\n`)
    else if (found.length > 0) io.out(`${printSituations(found, io)}\n`)
    else
      io.out(
        `No situation is followed in ${place}. hearsay situations --add NAME -q QUERY follows one; hearsay search QUERY shows what it would hold.\n`,
      )
  }
