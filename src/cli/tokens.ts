import type { ApiToken } from '../records/api-token.ts'
import { HearsayError } from '../records/error.ts'
import { type Scope, scopes } from '../records/scopes.ts'
import type { AccountAccess } from './account-access.ts'
import type { Command, CommandCall, ExitCode } from './command.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { openAccess } from './open-access.ts'
import { ledgerOption } from './shared-options.ts'
import { withoutSteering } from './without-steering.ts'

export const command: Command = {
  name: 'tokens',
  summary: 'list, make and revoke the tokens that programs show instead of a password',
  operands: '',
  description:
    'Lists the tokens with which programs use a shared ledger, the newest first; revoked ones too. --add makes one and prints it, this once: the ledger keeps only its hash. A program sends it as “Authorization: Bearer hearsay_…”.',
  options: {
    ...ledgerOption,
    add: { type: 'string', value: 'NAME', summary: 'make a token; the name says what it is for' },
    scope: {
      type: 'string',
      value: 'SCOPE',
      summary: 'what the holder of a new token may do: read (the default), review or admin',
    },
    days: { type: 'string', value: 'N', summary: 'a new token ends after so many days; never unless given' },
    revoke: { type: 'string', value: 'ID', summary: 'let this token do nothing more, at once' },
    json: { type: 'boolean', summary: 'one JSON object a line' },
  },
  examples: [
    'hearsay tokens --add importer --scope admin --days 90',
    'hearsay tokens --revoke 3f9a2c01',
    'hearsay tokens',
  ],
  run: async (call): Promise<ExitCode> => {
    const { positionals, values, io } = call
    if (positionals.length > 0)
      throw new HearsayError('usage', 'tokens takes no operand; --add NAME makes one, --revoke ID ends one.')
    if (values.add !== undefined && values.revoke !== undefined)
      throw new HearsayError('usage', 'Give one of --add and --revoke.')
    if (values.add === undefined && (values.scope ?? values.days) !== undefined)
      throw new HearsayError('usage', '--scope and --days are of a new token: give --add NAME too.')
    const [scope, expiresAt] = [scopeFrom(call), endFrom(call)]
    const access = await openAccess(call, 'hearsay tokens')
    try {
      if (values.add !== undefined)
        await add(access.accounts, { name: String(values.add).trim(), scope, expiresAt }, call)
      else if (values.revoke !== undefined) await revoke(access.accounts, String(values.revoke), call)
      else {
        const tokens = await access.accounts.findTokens()
        if (values.json === true) for (const token of tokens) io.out(`${JSON.stringify(token)}\n`)
        else if (tokens.length === 0) io.out('There are no tokens. hearsay tokens --add NAME makes one.\n')
        else io.out(`${table(tokens, io)}\n`)
      }
      return 0
    } finally {
      await access.close()
    }
  },
}

function scopeFrom({ values }: CommandCall): Scope {
  const scope = scopes.find((known) => known === (values.scope ?? 'read'))
  if (scope === undefined)
    throw new HearsayError('usage', `--scope ${String(values.scope)} is no scope. Give ${scopes.join(', ')}.`)
  return scope
}

const dayMs = 86_400_000

/** When a token of `--days` ends, ISO 8601; null without. */
function endFrom({ values }: CommandCall): string | null {
  if (values.days === undefined) return null
  const days = Number(values.days)
  if (values.days === '' || !Number.isInteger(days) || days < 1 || days > 36_500)
    throw new HearsayError('usage', `--days ${String(values.days)} is no number of days from 1 to 36500.`)
  return new Date(Date.now() + days * dayMs).toISOString()
}

/** The secret alone goes to standard output, so that a script can take it. */
async function add(
  accounts: AccountAccess,
  asked: Parameters<AccountAccess['addToken']>[0],
  { io, values }: CommandCall,
): Promise<void> {
  if (asked.name === '' || asked.name.length > 80)
    throw new HearsayError('usage', 'A token’s name has 1 to 80 characters.')
  const made = await accounts.addToken(asked)
  if (values.json === true) {
    io.out(`${JSON.stringify(made)}\n`)
    return
  }
  const { name, scope, expiresAt, id } = made.apiToken
  const end = expiresAt === null ? 'without end' : `until ${describeInstant(expiresAt)}`
  io.err(`Made the token “${withoutSteering(name)}” (${scope}, ${end}, id ${id}). It is shown this once:\n`)
  io.out(`${made.token}\n`)
}

async function revoke(accounts: AccountAccess, given: string, { io, values }: CommandCall): Promise<void> {
  const found = (await accounts.findTokens()).filter(({ id }) => given !== '' && id.startsWith(given))
  const [token, second] = found
  if (token === undefined)
    throw new HearsayError('not-found', `No token’s id begins with “${given}”; hearsay tokens lists them.`)
  if (second !== undefined)
    throw new HearsayError('ambiguous-id', `Several tokens’ ids begin with ${given}: give more digits.`)
  const revoked = await accounts.revokeToken(token.id)
  io.out(values.json === true ? `${JSON.stringify(revoked)}\n` : `revoked  ${withoutSteering(token.name)}\n`)
}

function table(found: readonly ApiToken[], io: Io): string {
  const now = new Date().toISOString()
  return layTable(
    [
      { head: 'id', width: 16 },
      { head: 'scope', width: 6 },
      { head: 'made', width: 17 },
      { head: 'by', width: 20 },
      { head: 'last used', width: 17 },
      { head: 'state', width: 25 },
      { head: 'name' },
    ],
    withoutSteering(found).map((token) => [
      token.id,
      token.scope,
      describeInstant(token.createdAt),
      token.madeBy ?? 'this machine',
      token.lastUsedAt === null ? 'never' : describeInstant(token.lastUsedAt),
      stateOf(token, now),
      token.name,
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )
}

function stateOf({ expiresAt, revokedAt }: ApiToken, now: string): string {
  if (revokedAt !== null) return `revoked ${describeInstant(revokedAt)}`
  if (expiresAt === null) return 'without end'
  return `${expiresAt <= now ? 'ended' : 'until'} ${describeInstant(expiresAt)}`
}
