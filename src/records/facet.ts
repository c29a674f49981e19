import { z } from 'zod'
import { foldName } from './fold-name.ts'

/** What claims are looked up by. actor: who did it or to whom; source: who says so. */
export const facetKinds = ['actor', 'source', 'outlet', 'type', 'modality', 'place'] as const
export type FacetKind = (typeof facetKinds)[number]

/** One thing that claims are looked up by, with how many have it. */
export const facetSchema = z
  .object({
    kind: z.enum(facetKinds),
    key: z.string().describe('the name folded: no capitals, no accents; the same for every spelling of it'),
    name: z.string().describe('as it was first told'),
    claims: z.int().nonnegative(),
  })
  .readonly()
  .meta({ id: 'Facet' })
export type Facet = z.infer<typeof facetSchema>

/** By what a name is known to be the same: “The Coastal Courier” is “coastal courier”; empty where no letter is left. */
export const toFacetKey = (name: string): string =>
  foldName(name)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, ' ')
    .trim()
    .replace(/^(?:the|an?) (?=.)/, '')
    .slice(0, 200)
