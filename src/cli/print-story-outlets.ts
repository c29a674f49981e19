import type { LoadedTelling, StoryOutlet } from '../records/story-outlet.ts'
import { countOf } from './count-of.ts'
import type { Io } from './io.ts'
import { shorten } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { shortIds } from './short-ids.ts'

/** Of each list so many lines; the desk and --json have all. */
const mostLines = 3

/** What each outlet of a story alone has, what it lacks that most others tell, and its loaded words; no mere copies. */
export function printStoryOutlets(outlets: readonly StoryOutlet[], io: Io): string[] {
  const width = lineWidth(io)
  const shortId = shortIds(
    outlets.flatMap(({ alone, lacks }) => [...alone, ...lacks].map(({ claim }) => claim.id)),
  )
  const list = <One>(name: string, all: readonly One[], describe: (one: One) => string) => [
    ...all.slice(0, mostLines).map((one) => `    ${shorten(`${name}: ${describe(one)}`, width - 4)}`),
    ...(all.length > mostLines ? [`    ${name}: and ${all.length - mostLines} more`] : []),
  ]
  return outlets
    .filter(({ isCopy, loaded }) => !isCopy || loaded.length > 0)
    .flatMap(({ outlet, isCopy, claims, alone, lacks, loaded }) => [
      `  ${io.colours.bold(shorten(outlet ?? 'no outlet', width - 40))} · ${
        isCopy
          ? 'a copy, with loaded words of its own'
          : `${countOf(claims, 'claim')}, ${alone.length} only here, ${lacks.length} not here`
      }`,
      ...list('only here', alone, ({ claim, copiedBy }) =>
        [
          `${shortId(claim.id)} ${sayClaim(claim)}`,
          ...(copiedBy.length > 0 ? [`copied by ${copiedBy.join(', ')}`] : []),
        ].join(' · '),
      ),
      ...list(
        'not here',
        isCopy ? [] : lacks,
        ({ claim, toldBy }) => `${shortId(claim.id)} ${sayClaim(claim)} · told by ${toldBy.join(', ')}`,
      ),
      ...list('loaded', loaded, sayLoaded),
    ])
}

const sayClaim = ({ source, sourceEntity, proposition }: StoryOutlet['alone'][number]['claim']) =>
  `${source === null ? '' : `${sourceEntity ?? source}: `}${proposition}`

/** “regime” (plainer: government), attributed to nobody: The regime is short of cash. */
function sayLoaded({ words, plainer, voice, source, sentenceText }: LoadedTelling): string {
  const whose =
    voice === 'unattributed' ? 'attributed to nobody' : `${voice}${source === null ? '' : `, ${source}`}`
  return `“${words}”${plainer === null ? '' : ` (plainer: ${plainer})`}, ${whose}: ${sentenceText}`
}
