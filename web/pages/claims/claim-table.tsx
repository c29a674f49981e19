import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ClaimSummary } from '../../../src/records/claim-summary.ts'
import type { ClaimOrder } from '../../client/claims.ts'
import { strings } from '../../strings.ts'
import { useActs } from '../../use-acts.ts'
import { useIsPrinting } from '../../use-is-printing.ts'
import { ClaimHead } from './claim-head.tsx'
import { ClaimRows } from './claim-rows.tsx'

/** Of a row whose words fit in one line, in CSS pixels; others are measured once they are drawn. */
const usualHeightPx = 33
/** Rows drawn above and below the window: at 20, a wheel’s fastest turn shows no empty stretch in Chromium. */
const overscan = 20
/** The next page is asked for when so few of the loaded rows are left below. */
const ahead = 100
/** The bar and the table’s head stand over what is scrolled to the top, in CSS pixels. */
const coveredPx = 80

/**
 * The claims as a table, of which only the rows near the window are drawn, however many there are.
 *
 * A real table: rows that are not drawn leave a spacer of their height, and each row says the how-manieth it is. The
 * row that has the focus stays drawn wherever one scrolls, so that the keys go on from it.
 */
export function ClaimTable({
  claims,
  total,
  order,
  onOrder,
  onNearEnd,
  isAlone,
}: {
  readonly claims: readonly ClaimSummary[]
  /** Of all that could be loaded; null while it is not known. */
  readonly total: number | null
  readonly order: ClaimOrder
  readonly onOrder: (order: ClaimOrder) => void
  /** The rows that are loaded come to their end: time for more. */
  readonly onNearEnd: () => void
  /** False where other tables stand beside it: it takes the keys only while it has the focus. */
  readonly isAlone: boolean
}) {
  const table = useRef<HTMLTableElement>(null)
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(new Set())
  const [held, setHeld] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  const virtualizer = useWindowVirtualizer<HTMLTableSectionElement>({
    count: claims.length,
    estimateSize: () => usualHeightPx,
    overscan,
    scrollMargin,
    scrollPaddingStart: coveredPx,
    scrollPaddingEnd: usualHeightPx,
    getItemKey: (i) => claims[i]?.id ?? i,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range)
      if (held === null || held >= range.count || near.includes(held)) return near
      return [...near, held].sort((a, b) => a - b)
    },
    useFlushSync: false,
  })
  const rows = virtualizer.getVirtualItems()
  const isPrinting = useIsPrinting()
  const last = rows.at(-1)?.index ?? -1

  // What stands above the table may grow or go at any time: filters that wrap, a group that opens.
  useLayoutEffect(() => {
    const measure = () => {
      const { current } = table
      const head = current?.tHead?.offsetHeight ?? 0
      if (current !== null)
        setScrollMargin(Math.round(current.getBoundingClientRect().top + window.scrollY + head))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    measure()
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (last >= claims.length - ahead) onNearEnd()
  }, [last, claims.length, onNearEnd])

  useEffect(() => {
    if (wanted.current === null) return
    const row = table.current?.querySelector(`tbody[data-index="${wanted.current}"] .claim-words a`)
    if (!(row instanceof HTMLElement)) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })

  const focused = () => {
    const row = document.activeElement?.closest<HTMLElement>('tbody[data-index]')
    return row && table.current?.contains(row) ? Number(row.dataset.index) : null
  }
  const move = (step: 1 | -1) => {
    const at = focused() ?? (isAlone ? held : null)
    // Before and behind its own rows the keys go on to what stands beside it.
    if (!isAlone && (at === null || claims[at + step] === undefined)) return false
    const [first] = rows.filter(({ end }) => end > window.scrollY + coveredPx)
    const next = at === null ? (first?.index ?? 0) : Math.min(Math.max(at + step, 0), claims.length - 1)
    wanted.current = next
    setHeld(next)
    virtualizer.scrollToIndex(next, { align: 'auto' })
    return undefined
  }
  const toggle = useCallback(
    (id: string) =>
      setOpenIds((ids) => new Set(ids.has(id) ? [...ids].filter((other) => other !== id) : [...ids, id])),
    [],
  )
  const toggleFocused = () => {
    // A button among the reports of a claim is pressed by the space bar as any is.
    const id = document.activeElement?.closest('.reports') ? undefined : claims[focused() ?? -1]?.id
    if (id === undefined) return false
    toggle(id)
    return undefined
  }
  const down = () => move(1)
  const up = () => move(-1)
  useActs([
    { name: strings.keys.nextPrevious, keys: { j: down, k: up, ArrowDown: down, ArrowUp: up } },
    { name: strings.keys.toggleClaim, keys: { x: toggleFocused, ' ': toggleFocused } },
    // The browser’s own, on the link.
    { name: strings.keys.openClaim, keys: { Enter: () => false } },
  ])

  const drawRow = (claim: ClaimSummary, index: number) => (
    <ClaimRows
      key={claim.id}
      claim={claim}
      index={index}
      measure={virtualizer.measureElement}
      isOpen={openIds.has(claim.id)}
      onToggle={toggle}
    />
  )
  const bodies: React.ReactNode[] = []
  let drawnTo = scrollMargin
  for (const row of isPrinting ? [] : rows) {
    const claim = claims[row.index]
    if (claim === undefined) continue
    bodies.push(
      <Spacer key={`before ${row.key}`} heightPx={row.start - drawnTo} />,
      drawRow(claim, row.index),
    )
    drawnTo = row.end
  }
  return (
    <>
      <table
        className="rows claim-table"
        ref={table}
        aria-rowcount={total === null ? -1 : total + 1}
        onFocus={() => setHeld(focused())}
      >
        <caption className="unseen">{strings.claims}</caption>
        <ClaimHead order={order} onOrder={onOrder} />
        {/* Paper has all that is loaded. */}
        {isPrinting ? claims.map(drawRow) : bodies}
        <Spacer heightPx={scrollMargin + virtualizer.getTotalSize() - drawnTo} />
      </table>
      <p className="claim-table-note">{strings.claimList.printed(claims.length, total)}</p>
    </>
  )
}

/** Keeps the room of rows that are not drawn. */
function Spacer({ heightPx }: { readonly heightPx: number }) {
  if (heightPx <= 0) return null
  return (
    <tbody aria-hidden="true" className="spacer">
      <tr>
        <td style={{ height: heightPx }} />
      </tr>
    </tbody>
  )
}
