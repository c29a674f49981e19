import { sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { findRows } from './find-rows.ts'
import { insertRows } from './insert-rows.ts'
import type { LedgerTransaction } from './ledger.ts'
import { claimReport, report, reportLink, storyArticle, storyLink, storyProfile } from './schema.ts'
import { intArray, textArray } from './to-array.ts'

/**
 * Things that are grouped by links among them: articles into stories, reports into claims.
 *
 * A component is all that links connect; it is named after one of its members, and the name means nothing else.
 */
export interface LinkGraph {
  readonly nodes: PgTable
  readonly links: typeof storyLink | typeof reportLink
  readonly members: PgTable
  /** Column of a node’s id, in its own table and in that of the members. */
  readonly idColumn: string
  readonly memberColumn: string
  /** Column of the group that a node is in. */
  readonly groupColumn: string
  /** Column of the article that a node is of. */
  readonly articleColumn: string
  /** Column of what a node was made from: with its id it tells all that its record is. */
  readonly madeFromColumn: string
  /** Nodes of articles published further apart are not compared; undated ones with all. */
  readonly mostDaysApart: number | null
  /** Nodes with fewer keys than this need share but one to be compared, all others two. */
  readonly fewKeys: number
}

export const storyGraph: LinkGraph = {
  nodes: storyProfile,
  links: storyLink,
  members: storyArticle,
  idColumn: 'article_id',
  memberColumn: 'article_id',
  groupColumn: 'story_id',
  articleColumn: 'article_id',
  madeFromColumn: 'article_id',
  // Their keys hold their days.
  mostDaysApart: null,
  fewKeys: Number.POSITIVE_INFINITY,
}

export const claimGraph: LinkGraph = {
  nodes: report,
  links: reportLink,
  members: claimReport,
  idColumn: 'id',
  memberColumn: 'report_id',
  groupColumn: 'claim_id',
  articleColumn: 'article_id',
  madeFromColumn: 'reading_id',
  // As `compareReports` has it.
  mostDaysApart: 45,
  // Of 58,711 pairs that shared a key on 500 articles 695 were linked; asking for two leaves 38 % of the pairs.
  fewKeys: 11,
}

export interface GraphNode {
  readonly id: string
  readonly record: unknown
}

export interface GraphLink {
  /** The lesser id. */
  readonly a: string
  readonly b: string
  readonly record: unknown
}

/** Where a node stands: what it is linked with, and its group. */
export interface Member {
  readonly id: string
  readonly componentId: string
  /** Null where it was put in no group. */
  readonly groupId: string | null
  /** In its group, from 0. */
  readonly position: number
}

/** A node without its record. */
export interface LinkableNode {
  readonly id: string
  readonly keys: readonly number[]
  readonly componentId: string
  /** Of what it was made from: the reading, of a report. */
  readonly madeFrom: string
}

/**
 * Nodes that have a key of these, with all their keys and their component; without their records.
 *
 * Found first and joined then: a planner that knows nothing of the keys would walk both tables in the order of their
 * ids, 500 ms at 3,700 reports against 25. Those that share one of the bonds are found however far apart in time.
 */
export async function findLinkable(
  transaction: LedgerTransaction,
  graph: LinkGraph,
  keys: Iterable<number>,
  articleId: string,
  bonds: Iterable<number> = [],
): Promise<LinkableNode[]> {
  const { nodes, members } = graph
  const asked = [...keys]
  if (asked.length === 0) return []
  const [id, memberId] = [sql.identifier(graph.idColumn), sql.identifier(graph.memberColumn)]
  return findRows(
    transaction,
    sql`
    with node as materialized (
      select ${id} as id, ${sql.identifier(graph.articleColumn)} as article_id,
        ${sql.identifier(graph.madeFromColumn)} as made_from, keys
      from ${nodes} where keys && ${intArray(asked)}
    )
    select node.id, keys, member.component_id as "componentId", made_from as "madeFrom"
    from node join ${members} as member on member.${memberId} = node.id
    ${graph.mostDaysApart === null ? sql`` : near(articleId, graph.mostDaysApart, [...bonds])}`,
  )
}

/** Only nodes of articles that were published within so many days of this one; the undated are near to all. */
const near = (articleId: string, days: number, bonds: readonly number[]) => sql`
  join article on article.id = node.article_id
  cross join (select published_at from article where id = ${articleId}) as here
  where article.published_at is null or here.published_at is null
    or node.keys && ${intArray(bonds)} or abs(extract(epoch from article.published_at - here.published_at)) <= ${days * 86_400}`

/** The records of these nodes, by id. */
export async function findRecords(
  transaction: LedgerTransaction,
  { nodes, idColumn }: LinkGraph,
  nodeIds: readonly string[],
): Promise<Map<string, unknown>> {
  if (nodeIds.length === 0) return new Map()
  const id = sql.identifier(idColumn)
  const rows = await findRows<GraphNode>(
    transaction,
    sql`select ${id} as id, record from ${nodes} where ${id} = any(${textArray(nodeIds)})`,
  )
  return new Map(rows.map(({ id, record }) => [id, record]))
}

/** All nodes of these components with where they stand. */
export async function findMembers(
  transaction: LedgerTransaction,
  graph: LinkGraph,
  componentIds: Iterable<string>,
): Promise<(GraphNode & Member)[]> {
  const ids = [...componentIds]
  if (ids.length === 0) return []
  const [id, memberId, groupId] = [graph.idColumn, graph.memberColumn, graph.groupColumn].map((name) =>
    sql.identifier(name),
  )
  return findRows<GraphNode & Member>(
    transaction,
    sql`
    select node.${id} as id, node.record, member.component_id as "componentId", member.${groupId} as "groupId",
      member.position
    from ${graph.members} as member join ${graph.nodes} as node on node.${id} = member.${memberId}
    where member.component_id = any(${textArray(ids)})`,
  )
}

/** All links among the nodes of these components. */
export async function findLinks(
  transaction: LedgerTransaction,
  graph: LinkGraph,
  componentIds: readonly string[],
): Promise<GraphLink[]> {
  if (componentIds.length === 0) return []
  return findRows<GraphLink>(
    transaction,
    sql`
    select a_id as a, b_id as b, link.record
    from ${graph.members} as member join ${graph.links} as link on link.a_id = member.${sql.identifier(graph.memberColumn)}
    where member.component_id = any(${textArray(componentIds)})`,
  )
}

export async function insertLinks(
  transaction: LedgerTransaction,
  graph: LinkGraph,
  links: readonly GraphLink[],
): Promise<void> {
  await insertRows(transaction, graph.links, links as never)
}

/** Takes nodes out with their links; gives the components and groups that they were in, and whom they were linked with. */
export async function deleteNodes(
  transaction: LedgerTransaction,
  graph: LinkGraph,
  nodeIds: readonly string[],
): Promise<{ componentIds: Set<string>; groupIds: Set<string>; neighbourIds: Set<string> }> {
  const none = {
    componentIds: new Set<string>(),
    groupIds: new Set<string>(),
    neighbourIds: new Set<string>(),
  }
  if (nodeIds.length === 0) return none
  const ids = textArray(nodeIds)
  const links = await findRows<{ a: string; b: string }>(
    transaction,
    sql`delete from ${graph.links} where a_id = any(${ids}) or b_id = any(${ids}) returning a_id as a, b_id as b`,
  )
  const members = await findRows<{ componentId: string; groupId: string | null }>(
    transaction,
    sql`delete from ${graph.members} where ${sql.identifier(graph.memberColumn)} = any(${ids})
      returning component_id as "componentId", ${sql.identifier(graph.groupColumn)} as "groupId"`,
  )
  await transaction.execute(
    sql`delete from ${graph.nodes} where ${sql.identifier(graph.idColumn)} = any(${ids})`,
  )
  const gone = new Set(nodeIds)
  return {
    componentIds: new Set(members.map(({ componentId }) => componentId)),
    groupIds: new Set(members.flatMap(({ groupId }) => groupId ?? [])),
    neighbourIds: new Set(links.flatMap(({ a, b }) => [a, b]).filter((id) => !gone.has(id))),
  }
}

/** A key as it is stored: FNV-1a over its UTF-16 units, 32 bits; two keys that meet cost a comparison, no more. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  return hash | 0
}
