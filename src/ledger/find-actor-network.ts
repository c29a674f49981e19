import { type SQL, sql } from 'drizzle-orm'
import type { ActorNetwork, NetworkEdge, NetworkNode } from '../records/actor-network.ts'
import { answerOnce } from './answer-once.ts'
import { type ClaimChoice, chooseClaims } from './find-claims.ts'
import { findRows } from './find-rows.ts'
import { countDistinctOrigins } from './join-origins.ts'
import type { Ledger } from './ledger.ts'
import { textArray } from './to-array.ts'

export interface ActorNetworkQuery extends ClaimChoice {
  /** PLOVER types; of any when empty. */
  readonly types: readonly string[]
}

/** More can be drawn, but not seen; the rest are counted. */
const mostEdges = 2000
const mostClaimIds = 50

/** `resting` are the identities of the origins behind the claims of it. */
type Resting<Counted> = Omit<Counted, 'origins'> & { readonly resting: (readonly string[])[] }

interface NetworkRow extends Pick<ActorNetwork, 'edgeCount' | 'oneSided'> {
  readonly nodes: Resting<NetworkNode>[]
  readonly edges: Resting<NetworkEdge>[]
}

/** Who did what to whom in the events of a choice. Nothing is counted by how often it was printed. */
export const findActorNetwork = (ledger: Ledger, query: ActorNetworkQuery): Promise<ActorNetwork> =>
  answerOnce(ledger, ['network', query], () => drawNetwork(ledger, query))

async function drawNetwork(ledger: Ledger, query: ActorNetworkQuery): Promise<ActorNetwork> {
  const [network] = await findRows<NetworkRow>(
    ledger.db,
    networkQuery(await chooseClaims(ledger, query, 'event'), query),
  )
  if (network === undefined) throw new Error('The ledger did not count a network.')
  return {
    ...network,
    nodes: network.nodes.map(countResting).sort((a, b) => b.origins - a.origins || b.events - a.events),
    edges: network.edges.map(countResting).sort((a, b) => b.origins - a.origins || b.claims - a.claims),
  }
}

const countResting = <Counted extends { readonly resting: (readonly string[])[] }>({
  resting,
  ...counted
}: Counted) => ({ ...counted, origins: countDistinctOrigins(resting) })

function networkQuery(chosen: SQL, { types }: ActorNetworkQuery): SQL {
  const isOfType = types.length === 0 ? sql`true` : sql`type = any(${textArray(types)})`
  return sql`
    with chosen as materialized (
      select id, origin_count, actor, recipient, event_type as type, modalities from claim where claim.kind = 'event' and ${chosen}
    ),
    typed as (select * from chosen where ${isOfType}),
    paired as (select * from typed where actor is not null and recipient is not null and actor <> recipient),
    counted as (
      select actor, recipient, type, count(*)::int as claims,
        (count(*) filter (where modalities !~ ${held} and modalities !~ ${unsure}))::int as negated,
        (count(*) filter (where modalities !~ ${held} and modalities ~ ${unsure}))::int as unsure,
        (array_agg(id order by origin_count desc, id))[1:${mostClaimIds}::int] as claim_ids
      from paired group by actor, recipient, type
    ),
    rested as (
      select actor, recipient, type, json_agg(distinct to_jsonb(identities)) as resting,
        count(distinct identities) as ways
      from paired join claim_origin on claim_origin.claim_id = paired.id group by actor, recipient, type
    ),
    edge as materialized (
      select counted.*, coalesce(resting, '[]') as resting
      from counted left join rested using (actor, recipient, type)
      order by ways desc nulls last, claims desc, actor, recipient, type limit ${mostEdges}
    ),
    part as (select actor as name, id from typed union select recipient, id from typed),
    node as (
      select part.name, count(distinct part.id)::int as events,
        coalesce(json_agg(distinct to_jsonb(identities)) filter (where identities is not null), '[]') as resting
      from part left join claim_origin on claim_origin.claim_id = part.id
      where part.name in (select actor from edge union select recipient from edge)
      group by part.name
    )
    select
      (
        select coalesce(json_agg(json_build_object('name', name, 'events', events, 'resting', resting)
          order by events desc, name), '[]') from node
      ) as nodes,
      (
        select coalesce(json_agg(json_build_object('actor', actor, 'recipient', recipient, 'type', type,
          'claims', claims, 'resting', resting, 'negated', negated, 'unsure', unsure, 'claimIds', claim_ids)
          order by claims desc, actor, recipient, type), '[]') from edge
      ) as edges,
      (select count(*)::int from counted) as "edgeCount",
      (select count(*)::int from typed) - (select count(*)::int from paired) as "oneSided"`
}

/** Somebody says that it happened. */
const held = '"(fact|reported)"'
/** Nobody does, and somebody says that it may, or will. */
const unsure = '"(hedged|planned|conditional|asked)"'
