import { type AuditEntry, auditActs } from '../records/audit-entry.ts'
import { HearsayError } from '../records/error.ts'
import type { AuditFilter } from './account-access.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'
import { withoutSteering } from './without-steering.ts'

export const command: Command = {
  name: 'audit',
  summary: 'list who signed in, who was refused and who changed what',
  operands: '',
  description:
    'Lists the audit log of a shared ledger, the latest first: sign-ins, refusals, accounts and tokens made and ended, and every request that would change something, with what was answered. The database lets nobody change or delete a line. What is done without accounts is not logged, but for accounts and tokens themselves.',
  options: {
    ...ledgerOption,
    who: { type: 'string', value: 'NAME', summary: 'only of this account, or of this token: token:importer' },
    act: { type: 'string', value: 'ACT', summary: `only such lines: ${auditActs.join(', ')}` },
    ...pageOptions,
  },
  examples: ['hearsay audit --act sign-in-refused', 'hearsay audit --who ada -n 200 --json'],
  run: async (call): Promise<ExitCode> => {
    const { io, values } = call
    const limit = limitFrom(call)
    const filter = filterFrom(call)
    const access = await openAccess(call, 'hearsay audit')
    try {
      const entries = await takeRows(limit, (query) => access.accounts.findAudit({ ...query, ...filter }))
      if (values.json === true) for (const entry of entries) io.out(`${JSON.stringify(entry)}\n`)
      else if (entries.length > 0) io.out(`${table(entries, io)}\n`)
      else if (filter.who !== null || filter.act !== null)
        io.out('No line of the audit log is like that. hearsay audit without options lists them.\n')
      else io.out('The audit log is empty: it is written where there are accounts.\n')
      return 0
    } finally {
      await access.close()
    }
  },
}

function filterFrom({ positionals, values }: CommandCall): AuditFilter {
  if (positionals.length > 0)
    throw new HearsayError('usage', 'audit takes no operand; --who NAME chooses the lines of one account.')
  const act = auditActs.find((known) => known === values.act) ?? null
  if (values.act !== undefined && act === null)
    throw new HearsayError('usage', `--act ${String(values.act)} is none of ${auditActs.join(', ')}.`)
  if (values.who === '') throw new HearsayError('usage', '--who needs the name of an account or of a token.')
  return { who: typeof values.who === 'string' ? values.who : null, act }
}

const table = (found: readonly AuditEntry[], io: Io): string =>
  layTable(
    [
      { head: 'when', width: 17 },
      { head: 'who', width: 39 },
      { head: 'from', width: 39 },
      { head: 'what', lines: 2 },
    ],
    withoutSteering(found).map((entry) => [
      describeInstant(entry.at),
      entry.who ?? '(no account’s name)',
      entry.way === 'machine' ? 'this machine' : (entry.address ?? 'unknown'),
      describeAct(entry),
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )

/** “token-added importer, read”, “POST /api/feeds → 201”. */
const describeAct = ({ act, about, method, path, status }: AuditEntry): string =>
  act === 'request' ? `${method} ${path} → ${status}` : [act, about].filter(Boolean).join(' ')
