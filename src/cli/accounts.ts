import { HearsayError } from '../records/error.ts'
import { type Role, roles } from '../records/scopes.ts'
import type { AccountAccess } from './account-access.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { describeInstant } from './describe-instant.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { openAccess } from './open-access.ts'
import { readPassword } from './read-password.ts'
import { ledgerOption } from './shared-options.ts'

const acts = ['list', 'add', 'remove', 'password', 'role'] as const

export const command: Command = {
  name: 'accounts',
  summary: 'say who may use the ledger where others can reach it',
  operands: '[list | add NAME | remove NAME | password NAME | role NAME]',
  description:
    'Lists, adds and removes accounts, and gives them passwords and roles. A reader reads; a reviewer also judges what was read; an admin may do all. The password is asked for, and not shown, or read from a file or from standard input (-); never from the command line. Removing an account ends its sessions and revokes its tokens; what it reviewed stays under its name.',
  options: {
    ...ledgerOption,
    role: { type: 'string', value: 'ROLE', summary: 'reader (the default of add), reviewer or admin' },
    'password-file': {
      type: 'string',
      value: 'FILE',
      summary: 'file that holds the password in its first line; - reads standard input (the default)',
    },
    json: { type: 'boolean', summary: 'one JSON object a line' },
  },
  examples: [
    'hearsay accounts add ada --role admin',
    'hearsay accounts role rea --role reviewer',
    'hearsay accounts',
  ],
  run: async (call): Promise<ExitCode> => {
    const [given = 'list', name, ...more] = call.positionals
    const act = acts.find((known) => known === given)
    if (act === undefined) throw new HearsayError('usage', `There is no “hearsay accounts ${given}”.`)
    if (act === 'list') return await list(call)
    if (name === undefined || more.length > 0)
      throw new HearsayError('usage', `hearsay accounts ${act} needs one name.`)
    const change = await prepare(act, name, call)
    const access = await openAccess(call, 'hearsay accounts')
    try {
      call.io.out(`${await change(access.accounts)}  ${name}\n`)
      return 0
    } finally {
      await access.close()
    }
  },
}

/** What the call asks for, its password read before the ledger is opened. The change says what it did. */
async function prepare(
  act: Exclude<(typeof acts)[number], 'list'>,
  name: string,
  call: CommandCall,
): Promise<(accounts: AccountAccess) => Promise<string>> {
  switch (act) {
    case 'add': {
      const role = roleFrom(call) ?? 'reader'
      const password = await readPassword(call)
      return (accounts) => accounts.addAccount({ name, role, password }).then(() => 'added')
    }
    case 'password': {
      const password = await readPassword(call)
      return (accounts) => accounts.setPassword(name, password).then(() => 'changed')
    }
    case 'role': {
      const role = roleFrom(call)
      if (role === null)
        throw new HearsayError('usage', `hearsay accounts role needs --role: ${roles.join(', ')}.`)
      return (accounts) => accounts.setRole(name, role).then(() => 'changed')
    }
    case 'remove':
      return (accounts) => accounts.removeAccount(name).then(() => 'removed')
  }
}

/** The value of `--role`; null when it was not given. */
function roleFrom({ values }: CommandCall): Role | null {
  if (values.role === undefined) return null
  const role = roles.find((known) => known === values.role)
  if (role === undefined)
    throw new HearsayError('usage', `--role ${String(values.role)} is no role. Give ${roles.join(', ')}.`)
  return role
}

async function list(call: CommandCall): Promise<ExitCode> {
  const { io } = call
  const access = await openAccess(call, 'hearsay accounts')
  try {
    const accounts = await access.accounts.findAccounts()
    if (call.values.json === true) for (const account of accounts) io.out(`${JSON.stringify(account)}\n`)
    else if (accounts.length === 0) io.out('There are no accounts. hearsay accounts add NAME makes one.\n')
    else
      io.out(
        `${layTable(
          [
            { head: 'name', width: 39 },
            { head: 'role', width: 8 },
            { head: 'browsers', width: 8, side: 'right' },
            { head: 'last sign-in' },
          ],
          accounts.map(({ name, role, sessions, lastSignInAt }) => [
            name,
            role,
            String(sessions),
            lastSignInAt === null ? 'never' : describeInstant(lastSignInAt),
          ]),
          { width: lineWidth(io), bold: io.colours.bold },
        )}\n`,
      )
    return 0
  } finally {
    await access.close()
  }
}
