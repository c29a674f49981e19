import { toFacetKey } from '../records/facet.ts'
import type { Command, ExitCode } from './command.ts'
import { openAccess } from './open-access.ts'
import { limitFrom, pageOptions } from './page-options.ts'
import { printActor } from './print-actor.ts'
import { printActors } from './print-actors.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'

export const command: Command = {
  name: 'actors',
  summary: 'list who is named, or show one: roles with days, what they said and did, through whom',
  operands: '[NAME]',
  description:
    'Lists everybody who is named, those behind whom most independent origins stand first: an origin is counted once, whatever it says in however many outlets. NAME in any spelling shows that one whole; words that are no whole name list the names that hold them.',
  options: { ...ledgerOption, ...pageOptions },
  examples: ['hearsay actors', 'hearsay actors "Anton Veresk"', 'hearsay actors veresk --json'],
  run: async (call): Promise<ExitCode> => {
    const { io, positionals, values } = call
    const limit = limitFrom(call)
    const words = positionals.join(' ') || null
    const access = await openAccess(call, 'hearsay actors')
    try {
      const actors = await takeRows(limit, (query) => access.findActors({ ...query, words }))
      const key = words === null ? null : toFacetKey(words)
      if (words !== null && actors.some((actor) => actor.key === key)) {
        const actor = await access.getActor(words)
        io.out(values.json === true ? `${JSON.stringify(actor)}\n` : printActor(actor, io))
      } else if (values.json === true) for (const actor of actors) io.out(`${JSON.stringify(actor)}\n`)
      else if (actors.length > 0) io.out(`${printActors(actors, io)}\n`)
      else if (words !== null) io.out(`Nobody in ${access.place} has “${words}” in the name.\n`)
      else io.out(`Nobody is named in ${access.place}. hearsay add PATH reads some pages.\n`)
      return 0
    } finally {
      await access.close()
    }
  },
}
