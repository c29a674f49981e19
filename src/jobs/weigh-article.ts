import { findClaimComponents, findReportIds, findStoriesOf } from '../ledger/find-members.ts'
import { findStandingActs } from '../ledger/find-standing-acts.ts'
import { getWeighedRecords, getWeighing } from '../ledger/get-weighing.ts'
import { inWeighing } from '../ledger/in-weighing.ts'
import type { Ledger, LedgerTransaction } from '../ledger/ledger.ts'
import { claimGraph, type Member, storyGraph } from '../ledger/link-graph.ts'
import { insertReports, putClaims } from '../ledger/put-claims.ts'
import { staleActorsOf } from '../ledger/put-parts.ts'
import { insertStoryProfile, putStories } from '../ledger/put-stories.ts'
import { deleteWeighed, putWeighed } from '../ledger/put-weighed.ts'
import { toStorableRecord } from '../ledger/to-storable-record.ts'
import { toTextId } from '../ledger/to-text-id.ts'
import type { Article } from '../records/article.ts'
import type { Claim } from '../records/claim.ts'
import { HearsayError } from '../records/error.ts'
import type { Reading } from '../records/reading.ts'
import type { Report } from '../records/report.ts'
import { isPairAct } from '../records/review.ts'
import type { Story, StoryLink } from '../records/story.ts'
import { bindReports, findBondKeys, judgeBonds } from '../review/bind-reports.ts'
import { obeyBonds } from '../review/obey-bonds.ts'
import { compareTimes } from '../weigh/compare-times.ts'
import type { CopyMemory } from './copy-memory.ts'
import { type Component, linkIn, type Relinked } from './link-in.ts'
import { addToCopies, takeFromCopies } from './weigh-copies.ts'
import { weighClaimOutlets, weighOutlet, weighTaken } from './weigh-outlets.ts'
import { weighParts } from './weigh-parts.ts'
import type { LinkOfReports, Profile, Weigher } from './weigher.ts'
import { type JudgedLink, keepWeighing, recallWeighing, type WeighingMemory } from './weighing-memory.ts'

/**
 * What came of an article: weighed now, taken out since it is no longer current, left as it was, or failed on, which
 * leaves it out of stories, copies and claims.
 */
export type WeighingOutcome =
  | ({ readonly outcome: 'weighed' } & WeighedClaims)
  | { readonly outcome: 'taken-out' | 'unchanged' }
  | { readonly outcome: 'failed'; readonly error: unknown }

/** How many claims an article made. */
interface WeighedClaims {
  /** That no article told before. */
  readonly newClaims: number
  /** That were told, and were made anew. */
  readonly changedClaims: number
}

/**
 * Brings what the ledger holds of one article’s copies, story and claims up to its current reading, all at once or, when
 * the process is killed, not at all. Touches only what the article may change.
 *
 * A fault of ours in it is kept with the article, which then counts as not weighed; `withFailed` tries it again. `again`
 * weighs it though it is as it was: what analysts say of its reports or of its copies is not.
 *
 * @throws {HearsayError} when the ledger refuses.
 */
export async function weighArticle(
  ledger: Ledger,
  weigher: Weigher,
  articleId: string,
  { withFailed = false, again = false }: { readonly withFailed?: boolean; readonly again?: boolean } = {},
): Promise<WeighingOutcome> {
  try {
    const { outcome, step, memory } = await inWeighing(ledger, async (transaction, step) => {
      const memory = recallWeighing(ledger, step)
      const outcome = await weigh({ transaction, weigher, memory }, articleId, { withFailed, again })
      return { outcome, step, memory }
    })
    keepWeighing(ledger, step, memory)
    return outcome
  } catch (error) {
    if (error instanceof HearsayError) throw error
    const message = error instanceof Error ? error.message : String(error)
    await inWeighing(ledger, async (transaction, step) => {
      const memory = recallWeighing(ledger, step)
      const { weighed, current } = await getWeighing(transaction, articleId)
      if (current === null) throw error
      if (weighed !== null && weighed.problem === null)
        await replace({ transaction, weigher, memory }, articleId, null, false)
      await putWeighed(transaction, { articleId, ...current, version: weigher.version, problem: message })
    })
    return { outcome: 'failed', error }
  }
}

/** A step of weighing: what it is done in, how, and what is remembered of the last one. */
interface Step {
  readonly transaction: LedgerTransaction
  readonly weigher: Weigher
  readonly memory: WeighingMemory
}

async function weigh(
  step: Step,
  articleId: string,
  { withFailed, again }: { readonly withFailed: boolean; readonly again: boolean },
): Promise<WeighingOutcome> {
  const { transaction, weigher } = step
  const { weighed, current } = await getWeighing(transaction, articleId)
  const isAsItWas =
    weighed?.readingId === current?.readingId && (weighed?.version ?? weigher.version) === weigher.version
  if (isAsItWas && !again && !(withFailed && weighed?.problem)) return { outcome: 'unchanged' }
  const isThere = weighed !== null && weighed.problem === null
  if (current === null) {
    if (isThere) await replace(step, articleId, null, false)
    await deleteWeighed(transaction, articleId)
    return { outcome: 'taken-out' }
  }
  const records = await getWeighedRecords(transaction, articleId, current.readingId)
  // The same article read anew prints the same words.
  const keepsCopies = isThere && !again && weighed.version === weigher.version
  const claims = await replace(step, articleId, { ...records, ...current }, keepsCopies)
  await putWeighed(transaction, { articleId, ...current, version: weigher.version, problem: null })
  return { outcome: 'weighed', ...claims }
}

interface Weighed {
  readonly article: Article
  readonly reading: Reading
  readonly readingId: string
}

/** Takes out what there is of an article and puts in what is given of it. */
async function replace(
  step: Step,
  articleId: string,
  given: Weighed | null,
  keepsCopies: boolean,
): Promise<WeighedClaims> {
  const { transaction, weigher, memory } = step
  const touchedIds = new Set<string>()
  const touch = (ids: Iterable<string>) => {
    for (const id of ids) touchedIds.add(id)
  }
  if (!keepsCopies) {
    touch(await takeFromCopies(transaction, articleId, memory.copies))
    if (given) touch(await addToCopies(transaction, given.article, memory.copies))
  }
  const reports = given ? await makeReports(transaction, weigher, given) : []
  await weighParts(transaction, weigher, articleId, given && { ...given, reports })
  await weighOutlet(transaction, weigher, articleId, given && { ...given, reports })
  await weighTaken(transaction, weigher, new Set([articleId, ...touchedIds]))
  touch(await weighStories(step, articleId, given))
  touchedIds.delete(articleId)
  return await weighClaims(step, articleId, reports, touchedIds)
}

/** Gives the other articles whose story is another than before. */
async function weighStories(
  { transaction, weigher, memory }: Step,
  articleId: string,
  given: Weighed | null,
): Promise<string[]> {
  const profile = given && toStorableRecord(weigher.toProfile(given.article, given.reading))
  const keys = profile === null ? [] : weigher.findStoryKeys(profile)
  const relinked = await linkIn<Profile, StoryLink>(
    transaction,
    storyGraph,
    {
      articleId,
      removedIds: [articleId],
      added: profile === null ? [] : [{ id: articleId, record: profile, keys }],
    },
    weigher.compareStories,
    async () => {
      if (profile !== null) await insertStoryProfile(transaction, articleId, keys, profile)
    },
    memory.storyLinks,
  )
  const stories: Story[] = []
  const members: Member[] = []
  for (const component of relinked.components) {
    const found = weigher.groupStories(recordsOf(component), linksOf(component))
    stories.push(...found)
    const places = new Map(
      found.flatMap((story) =>
        story.articles.map((id, position) => [id, { groupId: story.id, position }] as const),
      ),
    )
    for (const { id } of component.nodes)
      members.push({ id, componentId: component.id, groupId: null, position: 0, ...places.get(id) })
  }
  const before = beforeOf(relinked)
  await putStories(
    transaction,
    stories,
    members.filter((member) => isMoved(member, before.get(member.id))),
    goneGroups(relinked, new Set(stories.map(({ id }) => id))),
  )
  return members
    .filter(({ id, groupId }) => before.has(id) && before.get(id)?.groupId !== groupId)
    .map(({ id }) => id)
}

/** Reports by id and reading, which tell all that a report is for as long as it is weighed in the same way. */
function knownReports(weigher: Weigher): Map<string, Report> {
  const known = reportsOf.get(weigher) ?? new Map()
  reportsOf.set(weigher, known)
  return known
}

const reportsOf = new WeakMap<Weigher, Map<string, Report>>()

interface Group {
  readonly componentId: string
  readonly reports: readonly Report[]
  readonly against: Set<Group>
  /** Of the claim that holds these very reports already; null when there is none. */
  readonly claimId: string | null
}

async function weighClaims(
  { transaction, weigher, memory }: Step,
  articleId: string,
  given: readonly Report[],
  touchedIds: ReadonlySet<string>,
): Promise<WeighedClaims> {
  const reports = given.map((report) => {
    const bonds = findBondKeys(report)
    return { report, bonds, keys: [...weigher.findReportKeys(report), ...bonds] }
  })
  const removedIds = await findReportIds(transaction, articleId)
  const relinked = await linkIn<Report, JudgedLink>(
    transaction,
    claimGraph,
    {
      articleId,
      removedIds,
      added: reports.map(({ report, keys, bonds }) => ({ id: report.id, record: report, keys, bonds })),
      askedIds: await findClaimComponents(transaction, touchedIds),
    },
    (a, b) => toJudged(a, b, weigher.compareReports(a, b)),
    () => insertReports(transaction, reports),
    memory.claimLinks,
    knownReports(weigher),
  )
  const groups = relinked.components.flatMap((component) => groupComponent(weigher, component, relinked))
  const changed = new Set(groups.filter(({ claimId }) => claimId === null))
  const made = groups.filter(
    (group) =>
      changed.has(group) ||
      [...group.against].some((other) => changed.has(other)) ||
      group.reports.some(({ id, articleId }) => relinked.relinkedIds.has(id) || touchedIds.has(articleId)),
  )
  const claims = await makeClaims(transaction, weigher, made, memory.copies)
  const madeIds = new Map(made.map((group, i) => [group, claims[i]] as const))
  const members = groups.flatMap((group) => {
    const claim = madeIds.get(group)
    return (claim?.reports ?? group.reports).map(({ id }, position) => ({
      id,
      componentId: group.componentId,
      groupId: claim?.id ?? group.claimId ?? '',
      position,
    }))
  })
  const before = beforeOf(relinked)
  const goneIds = goneGroups(relinked, new Set(members.map(({ groupId }) => groupId)))
  await putClaims(
    transaction,
    claims,
    members
      .map((member) => {
        // A claim that was not made again keeps its reports as they were.
        const was = before.get(member.id)
        return was && was.groupId === member.groupId && !claims.some(({ id }) => id === member.groupId)
          ? { ...member, position: was.position }
          : member
      })
      .filter((member) => isMoved(member, before.get(member.id))),
    goneIds,
  )
  await weighClaimOutlets(transaction, weigher, claims, goneIds)
  await staleActorsOf(
    transaction,
    claims.map(({ id }) => id),
  )
  const newClaims = made.filter(({ reports }) => reports.every(({ id }) => !before.get(id)?.groupId)).length
  return { newClaims, changedClaims: made.length - newClaims }
}

/** What an article reports, with what analysts said of whom it agrees with. */
async function makeReports(
  transaction: LedgerTransaction,
  weigher: Weigher,
  { article, readingId, reading }: Weighed,
): Promise<readonly Report[]> {
  const reports = toStorableRecord(weigher.toReports(article, readingId, reading))
  const textId = toTextId(article.text)
  return bindReports(reports, textId, (await findStandingActs(transaction, [textId])).filter(isPairAct))
}

/** The link of two reports with what analysts said of them; null where neither they nor the rules say anything. */
function toJudged(a: Report, b: Report, link: LinkOfReports | null): JudgedLink | null {
  const judged = judgeBonds(a, b)
  return judged === null ? link : { ...(link ?? { relation: 'none', score: 0 }), judged }
}

function groupReports(
  weigher: Weigher,
  component: Component<Report, JudgedLink>,
): readonly (readonly Report[])[] {
  const judgements = component.links.flatMap(({ a, b, record: { judged } }) =>
    judged === undefined ? [] : { a, b, relation: judged },
  )
  const groups = weigher.groupReports(
    recordsOf(component),
    component.links.flatMap(({ a, b, record }) => {
      const ruled = toRuled(record)
      return ruled === null ? [] : [{ a, b, relation: ruled.relation, score: ruled.score }]
    }),
  )
  if (judgements.length === 0) return groups
  const linked = new Set(
    component.links.flatMap(({ a, b, record }) =>
      toRuled(record)?.relation === 'same' ? [`${a} ${b}`, `${b} ${a}`] : [],
    ),
  )
  return obeyBonds(groups, judgements, (a, b) => linked.has(`${a} ${b}`)).map((group) =>
    group.sort(compareTimes),
  )
}

/** The link as the rules found it; null where they found none, or an analyst said otherwise. */
function toRuled({ judged, relation, score }: JudgedLink): LinkOfReports | null {
  if (relation === 'none') return null
  const isGainsaid =
    (judged === 'same' && relation === 'against') || (judged === 'apart' && relation === 'same')
  return isGainsaid ? null : { relation, score }
}

function groupComponent(
  weigher: Weigher,
  component: Component<Report, JudgedLink>,
  { shrunkIds }: Relinked<Report, JudgedLink>,
): Group[] {
  const sizes = new Map<string, number>()
  const before = new Map(component.nodes.map(({ id, before }) => [id, before?.groupId ?? null]))
  for (const groupId of before.values()) if (groupId) sizes.set(groupId, (sizes.get(groupId) ?? 0) + 1)
  const groups = groupReports(weigher, component).map((reports): Group => {
    const [first, ...others] = new Set(reports.map(({ id }) => before.get(id) ?? null))
    const isAsItWas =
      first !== null &&
      first !== undefined &&
      others.length === 0 &&
      sizes.get(first) === reports.length &&
      !shrunkIds.has(first)
    return { componentId: component.id, reports, against: new Set(), claimId: isAsItWas ? first : null }
  })
  const groupOf = new Map(groups.flatMap((group) => group.reports.map(({ id }) => [id, group] as const)))
  for (const { a, b, record } of component.links) {
    if (record.relation !== 'against' || toRuled(record) === null) continue
    const [one, other] = [groupOf.get(a), groupOf.get(b)]
    if (!one || !other || one === other) continue
    one.against.add(other)
    other.against.add(one)
  }
  return groups
}

async function makeClaims(
  transaction: LedgerTransaction,
  weigher: Weigher,
  groups: readonly Group[],
  memory: CopyMemory,
): Promise<Claim[]> {
  const articlesOf = (group: Group) => [...new Set(group.reports.map(({ articleId }) => articleId))]
  const articleIds = new Set(groups.flatMap(articlesOf))
  const storyOf = await findStoriesOf(transaction, articleIds)
  // Most claims are one article’s, and no copy is among one.
  const copies = await memory.findAmong(
    transaction,
    new Set(
      groups
        .map(articlesOf)
        .filter(({ length }) => length > 1)
        .flat(),
    ),
  )
  return groups.map((group) => {
    const articles = new Set(articlesOf(group))
    const claim = weigher.toClaim(group.reports, {
      copies: articles.size < 2 ? [] : copies.filter(({ of, by }) => articles.has(of) && articles.has(by)),
      stories: [...new Set([...articles].flatMap((id) => storyOf.get(id) ?? []))].sort(),
      against: [...group.against].map(({ reports }) => reports).sort(byFirst),
    })
    // The reports are storable: they are the greater part.
    const { reports, ...made } = claim
    return { ...toStorableRecord(made), reports }
  })
}

const recordsOf = <Record>({ nodes }: Component<Record, unknown>) => nodes.map(({ record }) => record)
const linksOf = <Link>({ links }: Component<unknown, Link>) => links.map(({ record }) => record)

const beforeOf = ({ components }: Relinked<unknown, unknown>): Map<string, Member> =>
  new Map(
    components.flatMap(({ nodes }) => nodes.flatMap(({ id, before }) => (before ? [[id, before]] : []))),
  )

const isMoved = (now: Member, before: Member | undefined) =>
  before === undefined ||
  before.componentId !== now.componentId ||
  before.groupId !== now.groupId ||
  before.position !== now.position

/** Groups of before that nobody is in any more. */
const goneGroups = (relinked: Relinked<unknown, unknown>, now: ReadonlySet<string | null>): string[] => {
  const before = [...beforeOf(relinked).values()].flatMap(({ groupId }) => groupId ?? [])
  return [...new Set([...before, ...relinked.shrunkIds])].filter((id) => !now.has(id))
}

const byFirst = (a: readonly Report[], b: readonly Report[]) => compareText(a[0]?.id ?? '', b[0]?.id ?? '')
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
