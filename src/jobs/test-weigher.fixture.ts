import { createHash } from 'node:crypto'
import type { Claim } from '../records/claim.ts'
import type { Report } from '../records/report.ts'
import type { Story, StoryLink } from '../records/story.ts'
import { toReports } from '../weigh/to-reports.ts'
import type { Weigher } from './weigher.ts'

/** What is compared of an article: its capitalised words and its day. */
interface SmallProfile {
  readonly id: string
  readonly names: readonly string[]
  readonly publishedAt: string | null
  readonly outlet: string | null
  readonly title: string | null
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const dayOf = (at: string | null) => (at === null ? Number.NaN : Date.parse(at) / 86_400_000)
const byTime = (
  a: { id: string; publishedAt: string | null },
  b: { id: string; publishedAt: string | null },
) => compareText(a.publishedAt ?? '~', b.publishedAt ?? '~') || compareText(a.id, b.id)
const wordsOf = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
const hasNot = (text: string) => /\bnot\b/i.test(text)

/** Joins what links join, the strongest first, as long as each member is linked with the earliest one. */
function groupLinked<Node extends { id: string; publishedAt: string | null }>(
  nodes: readonly Node[],
  links: readonly { a: string; b: string }[],
): Node[][] {
  const linked = new Set(links.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]))
  const groups: Node[][] = []
  for (const node of [...nodes].sort(byTime)) {
    const group = groups.find(([first]) => first && linked.has(`${first.id} ${node.id}`))
    if (group) group.push(node)
    else groups.push([node])
  }
  return groups
}

/** Rules of a few lines that do all that the real ones do: link, oppose, group, depend on copies and on stories. */
export const smallWeigher: Weigher = {
  version: 'small@1',
  toProfile: ({ id, text, title, outlet, publishedAt }): SmallProfile => ({
    id,
    names: [...new Set(text.match(/\p{Lu}\p{Ll}+/gu) ?? [])].sort(),
    publishedAt: publishedAt?.value ?? null,
    outlet,
    title,
  }),
  findStoryKeys: (profile) => (profile as SmallProfile).names,
  compareStories: (one, other): StoryLink | null => {
    const [a, b] = [one as SmallProfile, other as SmallProfile]
    const basis = a.names.filter((name) => b.names.includes(name))
    if (basis.length < 2 || Math.abs(dayOf(a.publishedAt) - dayOf(b.publishedAt)) > 3) return null
    return { a: a.id, b: b.id, score: basis.length / (basis.length + 1), basis }
  },
  groupStories: (profiles, links): Story[] =>
    groupLinked(profiles as readonly SmallProfile[], links).map((group) => {
      const ids = group.map(({ id }) => id)
      return {
        id: ids[0] ?? '',
        title: group[0]?.title ?? null,
        articles: ids,
        outlets: [...new Set(group.flatMap(({ outlet }) => outlet ?? []))].sort(),
        firstPublishedAt: group[0]?.publishedAt ?? null,
        lastPublishedAt: group.at(-1)?.publishedAt ?? null,
        about: [],
        links: links.filter(({ a, b }) => ids.includes(a) && ids.includes(b)),
      }
    }),
  toReports: (article, readingId, reading) =>
    toReports(article, reading, {
      readingId,
      findOutlet: () => null,
      toId: (key) => createHash('sha256').update(key).digest('hex').slice(0, 32),
    }),
  findReportKeys: ({ proposition }) => [...wordsOf(proposition)],
  compareReports: (a, b) => {
    const [p, q] = [wordsOf(a.proposition), wordsOf(b.proposition)]
    const common = [...p].filter((word) => q.has(word)).length
    if (a.kind !== b.kind || common / (p.size + q.size - common) < 0.6) return null
    const relation = hasNot(a.proposition) === hasNot(b.proposition) ? 'same' : 'against'
    return { relation, score: 1 }
  },
  groupReports: (reports, links) =>
    groupLinked(
      reports,
      links.filter(({ relation }) => relation === 'same'),
    ),
  nameOutlet: (written) => written,
  toClaim: (reports, { copies, stories, against }): Claim => {
    const [first] = reports as readonly [Report, ...Report[]]
    const copied = new Set(copies.map(({ by }) => by))
    const own = [...new Set(reports.map(({ articleId }) => articleId))].filter((id) => !copied.has(id))
    return {
      id: first.id,
      kind: first.kind,
      proposition: first.proposition,
      source: first.source,
      modalities: [...new Set(reports.flatMap(({ modality }) => modality ?? []))],
      firstPublishedAt: first.publishedAt,
      outlets: [...new Set(reports.flatMap(({ outlet }) => outlet ?? []))].sort(),
      stories,
      provenance: {
        origins: [],
        independent: own.length,
        independentLow: own.length,
        independentStrict: own.length,
        nodes: [],
        edges: copies.map(({ of, by, sentences }) => ({
          from: by,
          to: of,
          why: 'copies',
          articleId: by,
          span: sentences[0]?.by ?? null,
          words: null,
        })),
      },
      disagreements: against.map((others) => ({
        kind: 'denial',
        isUpdate: false,
        otherClaim: others[0]?.id ?? null,
        sides: [
          { value: first.proposition, reports: reports.map(({ id }) => id), origins: [] },
          { value: others[0]?.proposition ?? '', reports: others.map(({ id }) => id), origins: [] },
        ],
      })),
      history: [],
      credibility: { grade: 6, rule: 'none' },
      reports,
    }
  },
}
