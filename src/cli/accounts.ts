import { addAccount, setPassword } from '../jobs/add-account.ts'
import { writeAudit } from '../ledger/audit-log.ts'
import { removeAccount } from '../ledger/change-account.ts'
import { findAccounts } from '../ledger/find-accounts.ts'
import type { AuditNote } from '../records/audit-entry.ts'
import { HearsayError } from '../records/error.ts'
import { roles } from '../records/scopes.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { describeInstant } from './describe-instant.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { openOwnLedger } from './open-own-ledger.ts'
import { readPassword } from './read-password.ts'
import { ledgerOption } from './shared-options.ts'

export const command: Command = {
  name: 'accounts',
  summary: 'say who may use the ledger where others can reach it',
  operands: '[list | add NAME | remove NAME | password NAME]',
  description:
    'Lists, adds and removes accounts, and gives them passwords. A reader reads; a reviewer also judges what was read; an admin may do all. The password is read from a file or from standard input (-), never from the command line.',
  options: {
    ...ledgerOption,
    role: { type: 'string', value: 'ROLE', summary: 'reader (the default), reviewer or admin' },
    'password-file': {
      type: 'string',
      value: 'FILE',
      summary: 'file that holds the password in its first line; - reads standard input (the default)',
    },
    json: { type: 'boolean', summary: 'one JSON object a line' },
  },
  examples: ['hearsay accounts add ada --role admin', 'hearsay accounts'],
  run: async (call): Promise<ExitCode> => {
    const { io, values, positionals } = call
    const [act = 'list', name] = positionals
    if (act === 'list') return await list(call)
    if (name === undefined) throw new HearsayError('usage', `hearsay accounts ${act} needs a name.`)
    const role = roles.find((known) => known === (values.role ?? 'reader'))
    if (role === undefined)
      throw new HearsayError('usage', `--role ${String(values.role)} is no role. Give ${roles.join(', ')}.`)
    if (!['add', 'remove', 'password'].includes(act))
      throw new HearsayError('usage', `There is no “hearsay accounts ${act}”.`)
    const password = act === 'remove' ? '' : await readPassword(call)
    const ledger = await openOwnLedger(call, 'hearsay accounts')
    const note = (noted: Pick<AuditNote, 'act' | 'about'>) =>
      writeAudit(ledger, { ...noted, who: 'local', way: 'machine' })
    try {
      if (act === 'add') {
        await addAccount(ledger, { name, role, password })
        await note({ act: 'account-added', about: `${name}, ${role}` })
      } else if (act === 'remove') {
        await removeAccount(ledger, name)
        await note({ act: 'account-removed', about: name })
      } else {
        await setPassword(ledger, name, password)
        await note({ act: 'password-changed', about: name })
      }
      io.out(`${{ add: 'added', remove: 'removed', password: 'changed' }[act]}  ${name}\n`)
      return 0
    } finally {
      await ledger.close()
    }
  },
}

async function list(call: CommandCall): Promise<ExitCode> {
  const { io } = call
  const ledger = await openOwnLedger(call, 'hearsay accounts')
  try {
    const accounts = await findAccounts(ledger)
    if (call.values.json === true) for (const account of accounts) io.out(`${JSON.stringify(account)}\n`)
    else if (accounts.length === 0) io.out('There are no accounts. hearsay accounts add NAME makes one.\n')
    else
      io.out(
        `${layTable(
          [{ head: 'name', width: 39 }, { head: 'role', width: 8 }, { head: 'last sign-in' }],
          accounts.map(({ name, role, lastSignInAt }) => [
            name,
            role,
            lastSignInAt === null ? 'never' : describeInstant(lastSignInAt),
          ]),
          { width: lineWidth(io), bold: io.colours.bold },
        )}\n`,
      )
    return 0
  } finally {
    await ledger.close()
  }
}
