import { useLocation, useNavigate } from '@tanstack/react-router'
import {
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Article } from '../../../src/records/article.ts'
import type { Reading } from '../../../src/records/reading.ts'
import type { Span } from '../../../src/records/span.ts'
import { strings } from '../../strings.ts'
import { useActs } from '../../use-acts.ts'
import { type AnnotationAddress, parseAnnotationAddress, toAnnotationAddress } from './annotation-address.ts'
import { AnnotationList } from './annotation-list.tsx'
import { ArticleText } from './article-text.tsx'
import { bringIntoView, bringRowIntoView, bringWordsIntoView, rowIdOf } from './bring-into-view.ts'
import { findMarks, toMarks } from './find-marks.ts'
import { isMouseMoving } from './is-mouse-moving.ts'
import type { Layer } from './layers.ts'
import { StatementCard } from './statement-card.tsx'
import { useMarkWalk } from './use-mark-walk.ts'

/** How long a pointer rests before a card opens: long over content, which is also just where the mouse lies. */
const dwellMs = { name: 150, content: 600 }

/** How long a card waits for the pointer to come into it after the pointer left the words. */
const leaveMs = 250

/** How long a pointer rests on a row before the page moves to its words. */
const rowDwellMs = 250

interface OpenCard {
  readonly address: AnnotationAddress
  /** The line of words that it belongs to, in the coordinates of the viewport. */
  readonly line: DOMRect
}

/**
 * The words of an article beside the list of what was read in them, each leading to the other.
 *
 * The chosen statement or event stands in the address (`#s3`), so that it can be sent on; what the pointer
 * or the focus rests on is only lit.
 */
export function ArticleReader({
  article,
  reading,
  hidden,
  pointed,
  shared,
  record,
}: {
  readonly article: Article
  readonly reading: Reading
  readonly hidden: ReadonlySet<Layer>
  /** The words that the address points at; null when it points at none. */
  readonly pointed: Span | null
  /** The words that stand in another article, too. */
  readonly shared: readonly Span[]
  /** What stands under the words. */
  readonly record: ReactNode
}) {
  const navigate = useNavigate()
  const fragment = useLocation({ select: (location) => location.hash })
  const marks = useMemo(() => findMarks(reading), [reading])
  const addresses = useMemo(
    () => [
      ...reading.statements.map((_, ordinal) => toAnnotationAddress('statement', ordinal)),
      ...reading.events.map((_, ordinal) => toAnnotationAddress('event', ordinal)),
    ],
    [reading],
  )
  const chosen = addresses.find((address) => address === fragment) ?? null
  const [lit, setLit] = useState<AnnotationAddress | null>(null)
  const [card, setCard] = useState<OpenCard | null>(null)
  const words = useRef<HTMLDivElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const cardId = useId()
  const current = lit ?? card?.address ?? chosen

  const later = useCallback((act: () => void, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(act, ms)
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  // What is rejected is gone, and its address another’s.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what the card tells of.
  useEffect(() => setCard(null), [reading.statements])

  useEffect(() => {
    if (chosen === null) return
    // Whoever walks through the text is at the words already, and at others of the same statement.
    if (!words.current?.contains(document.activeElement)) bringIntoView(chosen)
    bringRowIntoView(chosen)
  }, [chosen])

  useEffect(() => {
    if (pointed !== null) bringWordsIntoView(words.current, pointed)
  }, [pointed])

  const choose = (address: AnnotationAddress | null) =>
    navigate({ to: '.', search: true, hash: address ?? '', replace: true, resetScroll: false })

  const openCard = (element: Element, address: AnnotationAddress, pointerY?: number) => {
    if (parseAnnotationAddress(address)?.kind !== 'statement') return
    const lines = [...element.getClientRects()]
    const line =
      lines.find(({ top, bottom }) => pointerY !== undefined && top <= pointerY && pointerY <= bottom) ??
      lines[0]
    if (!line) return
    clearTimeout(timer.current)
    setCard({ address, line })
  }

  const walk = useMarkWalk({
    marks,
    text: article.text,
    hidden,
    words,
    onArrive: ({ marks: there }, element) => {
      const address = there.findLast((mark) => mark.address !== null)?.address ?? null
      setLit(address)
      setCard(null)
      if (address === null) return
      openCard(element, address)
      void choose(address)
      bringRowIntoView(address)
    },
  })
  const passing = useMemo(
    () => [
      ...toMarks(shared, 'shared'),
      ...toMarks(pointed === null ? [] : [pointed], 'words'),
      ...toMarks(walk.stop === null ? [] : [walk.stop], 'walked'),
    ],
    [shared, pointed, walk.stop],
  )

  const step = (by: 1 | -1) => {
    const focus = document.activeElement
    const isInWords = words.current?.contains(focus) ?? false
    const order: readonly string[] = addresses
    const focused = order.indexOf(focus?.id.replace(/^row-/, '') ?? '')
    const from = focused === -1 && chosen !== null ? order.indexOf(chosen) : focused
    const next = addresses[from === -1 ? 0 : from + by]
    if (next === undefined) return undefined
    void choose(next)
    document.getElementById(isInWords ? next : rowIdOf(next))?.focus({ preventScroll: true })
    bringIntoView(next)
    return undefined
  }

  /** What the focus is at in the words; null where it is elsewhere. */
  const findFocused = (): string | null => {
    const focus = document.activeElement
    if (!(focus instanceof HTMLElement) || !words.current?.contains(focus)) return null
    return focus.id || (focus.dataset.pointsAt ?? null)
  }

  const goToRow = (address: string) => {
    document.getElementById(rowIdOf(address))?.focus({ preventScroll: true })
    bringRowIntoView(address)
  }

  const goBack = () => {
    const focus = document.activeElement
    const focused = findFocused()
    setCard(null)
    setLit(null)
    if (focused !== null) goToRow(focused)
    else if (card === null && chosen !== null) {
      if (focus instanceof HTMLElement) focus.blur()
      void choose(null)
    }
    return undefined
  }

  /** The words of a statement are a link, and Enter on it is a click; others are none. */
  const leaveWords = () => {
    const focused = findFocused()
    if (focused === null || document.activeElement?.tagName !== 'SPAN') return false
    goToRow(focused)
    return undefined
  }

  useActs([
    { name: strings.keys.nextStatement, keys: { j: () => step(1), k: () => step(-1) } },
    { name: strings.keys.toWords, keys: { Enter: leaveWords } },
    { name: strings.keys.back, keys: { Escape: goBack } },
  ])

  const pointedAt = (target: EventTarget): [Element, AnnotationAddress] | null => {
    const element = target instanceof Element ? target.closest<HTMLElement>('[data-points-at]') : null
    const address = addresses.find((each) => each === element?.dataset.pointsAt)
    return element && address ? [element, address] : null
  }

  const point = (event: PointerEvent) => {
    if (!isMouseMoving(event)) return
    const pointed = pointedAt(event.target)
    setLit(pointed?.[1] ?? null)
    if (pointed === null) {
      later(() => setCard(null), leaveMs)
      return
    }
    const [element, address] = pointed
    const isName = element.matches('.mark-source, .mark-cue')
    const { clientY } = event
    later(() => openCard(element, address, clientY), isName ? dwellMs.name : dwellMs.content)
  }

  return (
    <div className="article-columns">
      <div className="article-words" ref={words}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: every mark has its link; this only lights what the mouse is on. */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links in the text take Enter. */}
        <div
          onPointerMove={point}
          onPointerLeave={() => {
            setLit(null)
            later(() => setCard(null), leaveMs)
          }}
          onFocus={(event) => {
            const address = addresses.find((each) => each === event.target.id)
            if (address === undefined) return
            setLit(address)
            openCard(event.target, address)
            bringRowIntoView(address)
          }}
          onBlur={({ relatedTarget }) => {
            walk.leave()
            setLit(null)
            if (!document.getElementById(cardId)?.contains(relatedTarget)) later(() => setCard(null), leaveMs)
          }}
          onClick={(event) => {
            const pointed = pointedAt(event.target)
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            if (pointed === null || window.getSelection()?.isCollapsed === false) return
            event.preventDefault()
            const [element, address] = pointed
            void choose(address)
            // Enter on a link is a click without a button: it goes on to the row.
            if (event.detail === 0) document.getElementById(rowIdOf(address))?.focus({ preventScroll: true })
            else openCard(element, address, event.clientY)
          }}
        >
          <ArticleText
            article={article}
            marks={marks}
            hidden={hidden}
            current={current}
            cardId={card === null ? null : cardId}
            passing={passing}
          />
        </div>
        {card !== null && (
          <StatementCard
            key={card.address}
            id={cardId}
            address={card.address}
            line={card.line}
            article={article}
            reading={reading}
            onEnter={() => clearTimeout(timer.current)}
            onLeave={() => later(() => setCard(null), leaveMs)}
            onClose={() => setCard(null)}
          />
        )}
      </div>
      <AnnotationList
        article={article}
        reading={reading}
        current={current}
        onLight={(address, how) => {
          setLit(address)
          setCard(null)
          clearTimeout(timer.current)
          if (address === null) return
          if (how === 'focus') bringIntoView(address)
          else later(() => bringIntoView(address), rowDwellMs)
        }}
        onChoose={(address, how) => {
          void choose(address)
          bringIntoView(address)
          if (how === 'key') document.getElementById(address)?.focus({ preventScroll: true })
        }}
      />
      {record}
    </div>
  )
}
