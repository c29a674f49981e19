import { memo, useMemo } from 'react'
import type { Article } from '../../../src/records/article.ts'
import { strings } from '../../strings.ts'
import type { AnnotationAddress } from './annotation-address.ts'
import { findPointedAt, type Mark } from './find-marks.ts'
import { findParagraphs } from './find-paragraphs.ts'
import type { Layer } from './layers.ts'
import { type Segment, segmentText } from './segment-text.ts'

/** The words of the article with their marks; those of `current` stand out, those of a hidden layer do not show. */
export function ArticleText({
  article,
  marks,
  hidden,
  current,
  cardId,
  passing = noMarks,
}: {
  readonly article: Article
  readonly marks: readonly Mark[]
  readonly hidden: ReadonlySet<Layer>
  readonly current: AnnotationAddress | null
  /** Element that describes the words of `current`; null while no card is open. */
  readonly cardId: string | null
  /** Marks that come and go with the pointer; only the paragraphs that they touch are cut anew. */
  readonly passing?: readonly Mark[]
}) {
  const paragraphs = useMemo(() => {
    const anchors = findAnchors(marks)
    return findParagraphs(article.text).map((paragraph) => {
      const segments = segmentText(paragraph, marks)
      const addresses = new Set(segments.flatMap((segment) => segment.marks.map(({ address }) => address)))
      return { paragraph, segments, addresses, anchors }
    })
  }, [article.text, marks])

  if (paragraphs.length === 0) return <p className="muted">{strings.article.noText}</p>
  const hiddenClass = [...hidden].map((layer) => `hide-${layer}`).join(' ')
  return (
    <div className={`article-text ${hiddenClass}`} lang={article.language ?? undefined}>
      {paragraphs.map(({ paragraph, segments, addresses, anchors }) => (
        <Paragraph
          key={paragraph.start}
          text={article.text}
          start={paragraph.start}
          segments={
            passing.some(({ start, end }) => start < paragraph.end && end > paragraph.start)
              ? segmentText(paragraph, [...marks, ...passing])
              : segments
          }
          anchors={anchors}
          current={current !== null && addresses.has(current) ? current : null}
          cardId={current !== null && addresses.has(current) ? cardId : null}
        />
      ))}
    </div>
  )
}

const noMarks: readonly Mark[] = []

/** Where the words of each statement and event are addressed: a statement at its cue, an event at its first words. */
function findAnchors(marks: readonly Mark[]): ReadonlyMap<AnnotationAddress, number> {
  const anchors = new Map<AnnotationAddress, number>()
  for (const { address, role, start, end } of marks) {
    if (address === null || start === end || (role !== 'cue' && role !== 'evidence')) continue
    anchors.set(address, Math.min(start, anchors.get(address) ?? start))
  }
  return anchors
}

const Paragraph = memo(function Paragraph({
  text,
  start,
  segments,
  anchors,
  current,
  cardId,
}: {
  readonly text: string
  readonly start: number
  readonly segments: readonly Segment<Mark>[]
  readonly anchors: ReadonlyMap<AnnotationAddress, number>
  readonly current: AnnotationAddress | null
  readonly cardId: string | null
}) {
  return (
    <p data-start={start}>
      {segments.map((segment) => {
        const words = text.slice(segment.start, segment.end)
        if (segment.marks.length === 0) return words
        const anchored = new Set(
          segment.marks.flatMap(({ address }) =>
            address !== null && anchors.get(address) === segment.start ? [address] : [],
          ),
        )
        const cue = [...anchored].findLast((address) => address.startsWith('s'))
        const events = [...anchored].filter((address) => address !== cue)
        const shared = {
          className: classNameOf(segment.marks, current),
          'data-points-at': findPointedAt(segment.marks) ?? undefined,
          'data-start': segment.start,
          title: segment.marks.findLast(({ gloss }) => gloss !== null)?.gloss ?? undefined,
        }
        const targets = events.map((address) => <span key={address} id={address} tabIndex={-1} />)
        return cue === undefined ? (
          <span key={segment.start} {...shared}>
            {targets}
            {words}
          </span>
        ) : (
          <a
            key={segment.start}
            id={cue}
            href={`#${cue}`}
            aria-describedby={cue === current ? (cardId ?? undefined) : undefined}
            {...shared}
          >
            {targets}
            {words}
          </a>
        )
      })}
    </p>
  )
})

function classNameOf(marks: readonly Mark[], current: AnnotationAddress | null): string {
  const names = new Set<string>()
  for (const { role, address } of marks) {
    // Via, condition and evidence would drown the text if they always showed; they show with their row.
    if (role !== 'via' && role !== 'condition' && role !== 'evidence') {
      names.add(role === 'content' && names.has('mark-content') ? 'mark-nested' : `mark-${role}`)
    }
    if (address !== null && address === current) names.add(`on-${role}`)
  }
  return [...names].join(' ')
}
