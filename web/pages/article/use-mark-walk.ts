import { type RefObject, useMemo, useState } from 'react'
import { announce } from '../../announce.tsx'
import { strings } from '../../strings.ts'
import { useActs } from '../../use-acts.ts'
import { bringWordsIntoView, findBarBottom } from './bring-into-view.ts'
import type { Mark } from './find-marks.ts'
import { findStops, type Stop } from './find-stops.ts'
import type { Layer } from './layers.ts'

/**
 * Lets n and p walk from mark to mark of the layers that are on: the focus goes to the words, which are brought into
 * view and told of to those who hear the page. The first step is to the first mark that can be seen.
 *
 * Gives the stop that the walk is at; null before it began and once the text has lost the focus.
 */
export function useMarkWalk({
  marks,
  text,
  hidden,
  words,
  onArrive,
}: {
  readonly marks: readonly Mark[]
  /** Of the article: what the marks are of. */
  readonly text: string
  readonly hidden: ReadonlySet<Layer>
  /** What the text stands in. */
  readonly words: RefObject<HTMLElement | null>
  readonly onArrive: (stop: Stop, element: HTMLElement) => void
}): { readonly stop: Stop | null; readonly leave: () => void } {
  const stops = useMemo(() => findStops(marks, hidden, text), [marks, hidden, text])
  const [stop, setStop] = useState<Stop | null>(null)

  const step = (by: 1 | -1) => {
    const next = findNext(stops, stop ?? findPlace(words.current), by)
    if (next === undefined) {
      announce(strings.article.noFurtherMark)
      return undefined
    }
    const element = findParts(words.current).find(({ dataset }) => Number(dataset.start) >= next.start)
    if (!element) return undefined
    // Words that are no link take no focus by themselves.
    if (element.tagName !== 'A') element.tabIndex = -1
    element.focus({ preventScroll: true })
    setStop(next)
    bringWordsIntoView(words.current, next)
    onArrive(next, element)
    announce(describeStop(next, stops))
    return undefined
  }
  useActs([{ name: strings.keys.nextMark, keys: { n: () => step(1), p: () => step(-1) } }])
  return { stop, leave: () => setStop(null) }
}

/** The pieces of the text that are marked as something, in its order. */
const findParts = (words: HTMLElement | null) => [
  ...(words?.querySelectorAll<HTMLElement>('p > [data-start]') ?? []),
]

/** Where a walk begins: at the words that have the focus, else at the first that can be seen. */
function findPlace(words: HTMLElement | null): number {
  const focus = document.activeElement
  if (focus instanceof HTMLElement && words?.contains(focus) && focus.dataset.start !== undefined)
    return Number(focus.dataset.start)
  const top = findBarBottom()
  const seen = findParts(words).find((part) => part.getBoundingClientRect().top >= top)
  return Number(seen?.dataset.start ?? 0)
}

function findNext(stops: readonly Stop[], from: Stop | number, by: 1 | -1): Stop | undefined {
  if (typeof from !== 'number') {
    const at = stops.findIndex(({ start }) => start === from.start)
    if (at !== -1) return stops[at + by]
  }
  const place = typeof from === 'number' ? from : from.start
  return by === 1 ? stops.find(({ start }) => start >= place) : stops.findLast(({ start }) => start < place)
}

/** “source of s3, person · Ilse Brandt, 4 of 88”: the words themselves are told by the focus. */
function describeStop({ start, marks }: Stop, stops: readonly Stop[]): string {
  const what = marks.map(({ role, address, gloss }) =>
    strings.article.markOf(strings.layerOne[role as Layer], address, gloss),
  )
  const n = stops.findIndex((stop) => stop.start === start) + 1
  return [...what, strings.article.nthOf(n, stops.length)].join(', ')
}
