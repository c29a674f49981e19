import type { Claim } from '../records/claim.ts'
import { HearsayError } from '../records/error.ts'
import type { StoredStory } from '../records/stored-story.ts'
import type { Access } from './access.ts'
import { anyClaim } from './any-claim.ts'
import type { Command, ExitCode } from './command.ts'
import { gatherOrigins } from './gather-origins.ts'
import { idFrom } from './id-from.ts'
import { openAccess } from './open-access.ts'
import { printClaimOrigins, printStoryOrigins } from './print-origins.ts'
import { ledgerOption } from './shared-options.ts'
import { takeRows } from './take-rows.ts'

export const command: Command = {
  name: 'origins',
  summary: 'show on whom a claim or a story finally rests, who is counted and why',
  operands: 'ID',
  description:
    'Shows the origins of a claim, or of all claims of a story: where the chains of their reports end, how many reports and outlets each stands behind, whether it is counted as independent and by which rule. Mouths of one institution are one origin, and so are a state-run outlet and its government. ID may be the first digits, as claims and stories show them.',
  options: {
    ...ledgerOption,
    json: {
      type: 'boolean',
      summary: 'print one JSON object: { claim, origins, independent ... } or { story, origins }',
    },
  },
  examples: ['hearsay origins 6f4c01d1'],
  run: async (call): Promise<ExitCode> => {
    const { io, values } = call
    const id = idFrom(call, 'origins', 'hearsay claims or hearsay stories')
    const access = await openAccess(call, 'hearsay origins')
    try {
      const { claim, stored } = await getEither(access, id)
      if (claim) {
        const { origins, independent, independentLow, independentStrict } = claim.provenance
        io.out(
          values.json === true
            ? `${JSON.stringify({ claim: claim.id, origins, independent, independentLow, independentStrict })}\n`
            : printClaimOrigins(claim, io),
        )
      } else {
        const { story } = stored
        const claims = await takeRows(Number.MAX_SAFE_INTEGER, (query) =>
          access.findClaims({ ...query, ...anyClaim, storyId: story.id }),
        )
        const origins = gatherOrigins(claims, story.articles)
        io.out(
          values.json === true
            ? `${JSON.stringify({ story: story.id, origins })}\n`
            : printStoryOrigins(story, origins, io),
        )
      }
      return 0
    } finally {
      await access.close()
    }
  },
}

type Either =
  | { readonly claim: Claim; readonly stored: null }
  | { readonly claim: null; readonly stored: StoredStory }

/** @throws {HearsayError} `not-found`; `ambiguous-id` when several begin so, or a claim and a story. */
async function getEither(access: Access, id: string): Promise<Either> {
  const claim = await orNull(access.getClaim(id))
  const stored = await orNull(access.getStory(id))
  if (claim && stored)
    throw new HearsayError(
      'ambiguous-id',
      `A claim and a story begin with ${id}: ${claim.id} (${claim.proposition}), ${stored.story.id} (${stored.story.title ?? 'no title'}). Give more digits.`,
    )
  if (claim) return { claim, stored: null }
  if (stored) return { claim: null, stored }
  throw new HearsayError(
    'not-found',
    `The ledger has no claim and no story ${id}; an id is 32 hexadecimal digits, of which 4 or more are enough.`,
  )
}

async function orNull<Found>(asked: Promise<Found>): Promise<Found | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof HearsayError && error.code === 'not-found') return null
    throw error
  }
}
