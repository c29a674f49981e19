import { z } from 'zod'

/** Somebody who takes part in events. */
export const networkNodeSchema = z
  .object({
    name: z.string().describe('the fullest that the articles give; CAMEO code where they name nobody'),
    events: z.int().nonnegative().describe('events in which they take part'),
    origins: z.int().nonnegative().describe('independent origins behind these, each once'),
  })
  .readonly()
  .meta({ id: 'NetworkNode' })
export type NetworkNode = z.infer<typeof networkNodeSchema>

/** What one did to another, of one type. */
export const networkEdgeSchema = z
  .object({
    actor: z.string(),
    recipient: z.string(),
    type: z.string().describe('PLOVER type'),
    claims: z.int().positive().describe('events, each once however many report it'),
    origins: z
      .int()
      .nonnegative()
      .describe('independent origins behind these, each once: one that tells three of them is one'),
    negated: z.int().nonnegative().describe('those that nobody tells but as denied or as not so'),
    unsure: z.int().nonnegative().describe('those that are only planned, conditional or hedged'),
    claimIds: z.array(z.string()).readonly().describe('of most origins first, at most 50'),
  })
  .readonly()
  .meta({ id: 'NetworkEdge' })
export type NetworkEdge = z.infer<typeof networkEdgeSchema>

/** Who did what to whom. */
export const actorNetworkSchema = z
  .object({
    nodes: z.array(networkNodeSchema).readonly().describe('everybody at an edge, of most origins first'),
    edges: z.array(networkEdgeSchema).readonly().describe('of most origins first'),
    edgeCount: z.int().nonnegative().describe('how many there are; `edges` may hold fewer'),
    oneSided: z
      .int()
      .nonnegative()
      .describe('events that make no edge: of them only one side is told, or neither, or both are the same'),
  })
  .readonly()
  .meta({ id: 'ActorNetwork' })
export type ActorNetwork = z.infer<typeof actorNetworkSchema>
