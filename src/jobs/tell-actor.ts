import { getActor } from '../ledger/get-actor.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { ActorProfile } from '../records/actor-profile.ts'
import { loadTerms } from '../resources/load-terms.ts'

let terms: ReturnType<typeof loadTerms> | null = null

/**
 * All that the ledger counts of a name, beside what the tables know of it.
 *
 * @throws {HearsayError} `not-found` where nobody is named so.
 */
export async function tellActor(ledger: Ledger, name: string): Promise<ActorProfile> {
  terms ??= loadTerms(process.env.HEARSAY_GAZETTEER || null)
  const actor = await getActor(ledger, name)
  return { ...actor, terms: (await terms).get(actor.key) ?? [] }
}
