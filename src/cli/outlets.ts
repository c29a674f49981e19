import { toFacetKey } from '../records/facet.ts'
import type { Command, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printOutlet } from './print-outlet.ts'
import { printOutlets } from './print-outlets.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'

export const command: Command = {
  name: 'outlets',
  summary: 'list who publishes, how often first, copied and copying; or show one',
  operands: '[NAME]',
  description:
    'Lists the outlets of the articles in the ledger. first: of the claims that another outlet tells too, how many it told before every other outlet here; who only copies is not first, and of two of one day neither is. own: of its claims, how many rest on its own reporting. copied, copies: its articles from which others took words, and that took words from others. NAME shows that one whole; words that are no whole name list the names that hold them.',
  options: { ...ledgerOption, ...pageOptions },
  examples: ['hearsay outlets', 'hearsay outlets "Meridian Press"', 'hearsay outlets --json'],
  run: async (call): Promise<ExitCode> => {
    const { io, positionals, values } = call
    const limit = limitFrom(call)
    const words = positionals.join(' ') || null
    const access = await openAccess(call, 'hearsay outlets')
    try {
      const outlets = await takeRows(limit, (query) => access.findOutlets({ ...query, words }))
      const key = words === null ? null : toFacetKey(words)
      if (words !== null && outlets.some((outlet) => outlet.key === key)) {
        const outlet = await access.getOutlet(words)
        io.out(values.json === true ? `${JSON.stringify(outlet)}\n` : printOutlet(outlet, io))
      } else if (values.json === true) for (const outlet of outlets) io.out(`${JSON.stringify(outlet)}\n`)
      else if (outlets.length > 0) io.out(`${printOutlets(outlets, io)}\n`)
      else if (words !== null) io.out(`No outlet in ${access.place} has “${words}” in its name.\n`)
      else io.out(`No outlets in ${access.place}. hearsay add PATH reads some pages.\n`)
      return 0
    } finally {
      await access.close()
    }
  },
}
