import type { Claim } from '../records/claim.ts'
import type { Origin } from '../records/origin.ts'
import type { Story } from '../records/story.ts'
import { countOf } from './count-of.ts'
import { describeInterest, signOf } from './describe-origin.ts'
import type { StoryOrigin } from './gather-origins.ts'
import type { Io } from './io.ts'
import { type Column, layTable, wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { describeOriginCount } from './print-claim.ts'
import { withoutSteering } from './without-steering.ts'

const number = (head: string): Column => ({ head, width: 7, side: 'right' })

/** The origins of a claim in a table: what each stands behind, whether it is counted, and by which rule. */
export function printClaimOrigins(found: Claim, io: Io): string {
  const claim = withoutSteering(found)
  const { bold } = io.colours
  const width = lineWidth(io)
  const { origins } = claim.provenance
  const head = [
    ...wrap(claim.proposition, width).map(bold),
    ...wrap(
      `${describeOriginCount(claim)}; ● counted, ○ not counted, ✗ against the claim, ? doubting it, which are not counted`,
      width,
    ),
  ]
  const rows = origins.map((origin) => {
    const ending = claim.reports.filter(({ id }) => origin.reports.includes(id))
    return [
      signOf(origin),
      nameOrigin(origin),
      String(new Set(ending.map(({ articleId }) => articleId)).size),
      String(new Set(ending.flatMap(({ outlet }) => outlet ?? [])).size),
      [origin.why, ...mouthsOf(origin, claim), ...interestOf(origin)].join(' '),
    ]
  })
  const table = layTable(
    [
      { head: '', width: 1 },
      { head: 'origin', width: width < 110 ? 24 : 36, lines: 6 },
      number('reports'),
      number('outlets'),
      { head: 'why', lines: 4 },
    ],
    rows,
    { width, bold },
  )
  return `${head.join('\n')}\n\n${table}\n`
}

/** The origins of a story in a table: for how many claims each is counted, told uncounted, and against how many it stands. */
export function printStoryOrigins(story: Story, found: readonly StoryOrigin[], io: Io): string {
  const [{ title }, origins] = withoutSteering([story, found] as const)
  const { bold } = io.colours
  const width = lineWidth(io)
  const head = [
    ...wrap(title ?? '(no title)', width).map(bold),
    ...wrap(
      `${countOf(origins.length, 'origin')} of its claims; ● for how many claims each is counted, ○ for how many not, ✗ against how many it stands`,
      width,
    ),
  ]
  const table = layTable(
    [
      { head: 'origin', width: width < 110 ? 28 : 44, lines: 4 },
      ...['●', '○', '✗'].map((sign) => ({ head: sign, width: 4, side: 'right' }) as const),
      number('reports'),
      number('outlets'),
      { head: 'why', lines: 3 },
    ],
    origins.map((origin) => [
      nameOrigin(origin),
      ...[origin.counted, origin.uncounted, origin.denied].map(({ length }) =>
        length === 0 ? '' : String(length),
      ),
      String(origin.articles.length),
      String(origin.outlets.length),
      [...origin.why, ...interestOf(origin)].join(' '),
    ]),
    { width, bold },
  )
  return `${head.join('\n')}\n\n${table}\n`
}

/** “Anton Veresk (institution, BLR)” */
const nameOrigin = ({ name, kind, country }: Pick<Origin, 'name' | 'kind' | 'country'>): string =>
  `${name ?? 'not told who'} (${country === null ? kind : `${kind}, ${country}`})`

const interestOf = ({ interest }: Pick<Origin, 'interest'>): string[] =>
  interest === null ? [] : [`${describeInterest(interest)}.`]

/** Those whose words lead there, where they are more than its name: “Through Anton Veresk, MTA.” */
function mouthsOf({ id, name }: Origin, { provenance }: Claim): string[] {
  const mouths = provenance.edges
    .filter(({ to }) => to === id)
    .flatMap(
      ({ from }) => provenance.nodes.find((node) => node.id === from && node.kind !== 'report')?.name ?? [],
    )
  const others = [...new Set(mouths)].filter((mouth) => !name?.includes(mouth))
  return others.length === 0 ? [] : [`Through ${[...new Set(mouths)].join(', ')}.`]
}
