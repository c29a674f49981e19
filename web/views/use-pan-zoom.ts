import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'

/** What a picture does when it is moved. Points and distances are in CSS pixels from its corner. */
export interface PanZoom {
  readonly pan: (dx: number, dy: number) => void
  readonly zoom: (factor: number, at: { readonly x: number; readonly y: number }) => void
  readonly reset: () => void
}

const keyStep = 64
const keyFactor = 1.5
/** A pointer that moves less is a click. */
const clickSlack = 4

/**
 * Moves a picture by mouse, touch and keyboard: dragging, two fingers, arrows, `+`, `-`, `0`. The wheel zooms with Ctrl
 * (as a trackpad’s pinch does), or once the picture has the focus; else it scrolls the page.
 */
export function usePanZoom(figure: RefObject<HTMLElement | null>, moves: PanZoom) {
  const latest = useRef(moves)
  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const dragged = useRef(0)
  useEffect(() => {
    latest.current = moves
  })
  useEffect(() => {
    const element = figure.current
    if (element === null) return
    const turn = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey && !element.contains(document.activeElement)) return
      event.preventDefault()
      latest.current.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), pointOf(event, element))
    }
    // React listens passively, and a passive listener cannot keep the page from scrolling.
    element.addEventListener('wheel', turn, { passive: false })
    return () => element.removeEventListener('wheel', turn)
  }, [figure])

  const middle = () => {
    const { width = 0, height = 0 } = figure.current?.getBoundingClientRect() ?? {}
    return { x: width / 2, y: height / 2 }
  }
  const zoomIn = () => latest.current.zoom(keyFactor, middle())
  const zoomOut = () => latest.current.zoom(1 / keyFactor, middle())
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => latest.current.pan(keyStep, 0),
    ArrowRight: () => latest.current.pan(-keyStep, 0),
    ArrowUp: () => latest.current.pan(0, keyStep),
    ArrowDown: () => latest.current.pan(0, -keyStep),
    '+': zoomIn,
    '=': zoomIn,
    '-': zoomOut,
    '0': () => latest.current.reset(),
  }
  return {
    zoomIn,
    zoomOut,
    /** To be spread over the element that `figure` refers to. */
    handlers: {
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return
        const move = keys[event.key]
        if (move === undefined) return
        event.preventDefault()
        move()
      },
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return
        pointers.current.set(event.pointerId, pointOf(event, event.currentTarget))
        dragged.current = 0
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const before = pointers.current.get(event.pointerId)
        if (before === undefined) return
        const now = pointOf(event, event.currentTarget)
        dragged.current += Math.abs(now.x - before.x) + Math.abs(now.y - before.y)
        if (dragged.current < clickSlack) return
        // Only what is dragged is captured: a captured click would miss what was clicked.
        if (!event.currentTarget.hasPointerCapture(event.pointerId))
          event.currentTarget.setPointerCapture(event.pointerId)
        const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1]
        pointers.current.set(event.pointerId, now)
        if (other === undefined) latest.current.pan(now.x - before.x, now.y - before.y)
        else
          latest.current.zoom(distance(now, other) / Math.max(distance(before, other), 1), {
            x: (now.x + other.x) / 2,
            y: (now.y + other.y) / 2,
          })
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => pointers.current.delete(event.pointerId),
      onPointerCancel: (event: PointerEvent<HTMLElement>) => pointers.current.delete(event.pointerId),
      /** A drag that ends over something does not choose it. */
      onClickCapture: (event: { stopPropagation(): void; preventDefault(): void }) => {
        if (dragged.current < clickSlack) return
        event.stopPropagation()
        event.preventDefault()
      },
    },
  }
}

function pointOf(event: { readonly clientX: number; readonly clientY: number }, element: Element) {
  const { left, top } = element.getBoundingClientRect()
  return { x: event.clientX - left, y: event.clientY - top }
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y)
