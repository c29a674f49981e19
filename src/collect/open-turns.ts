/** Has each host asked one thing at a time, with a pause in between, and not too many hosts at once. */
export interface Turns {
  /**
   * Acts when it is this host’s turn; the next waits until the act has ended.
   *
   * @throws what the act throws, and the signal’s reason when it ends the wait.
   */
  readonly take: <T>(host: string, turn: Turn, act: () => Promise<T>) => Promise<T>
}

export interface Turn {
  /**
   * From the end of the host’s last turn. Null for what belongs to a visit (its redirects, the robots.txt before it):
   * that goes first, does not wait, and makes nobody wait where no visit went before.
   */
  readonly pauseMs: number | null
  /** Waits for whatever else must pass, once it is this turn’s time. */
  readonly wait: () => Promise<void>
  readonly signal: AbortSignal
}

export interface TurnsOptions {
  /** Acts under way at the same time, over all hosts. */
  readonly concurrency: number
  readonly now: () => Date
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

export function openTurns({ concurrency, now, sleep }: TurnsOptions): Turns {
  const lanes = new Map<string, Lane>()
  const slots: Lane = { free: concurrency, waiting: [], endedAtMs: null }
  return {
    async take(host, { pauseMs, wait, signal }, act) {
      const lane = lanes.get(host) ?? { free: 1, waiting: [], endedAtMs: null }
      lanes.set(host, lane)
      await enter(lane, pauseMs === null, signal)
      try {
        await wait()
        if (pauseMs !== null && lane.endedAtMs !== null) {
          // A clock that was put back must not make the pause longer than it is.
          const passedMs = Math.max(0, now().getTime() - lane.endedAtMs)
          if (passedMs < pauseMs) await sleep(pauseMs - passedMs, signal)
        }
        signal.throwIfAborted()
        // Only who is ready to go holds one of the places that all hosts share.
        await enter(slots, pauseMs === null, signal)
        try {
          return await act()
        } finally {
          leave(slots)
          if (pauseMs !== null || lane.endedAtMs !== null) lane.endedAtMs = now().getTime()
        }
      } finally {
        leave(lane)
        if (lanes.size > mostIdleLanes) dropIdle(lanes, now().getTime())
      }
    },
  }
}

/** So that a process that visits the whole web forgets the hosts it is done with. */
const mostIdleLanes = 1000
/** Longer than any pause. */
const idleMs = 120_000

interface Lane {
  free: number
  readonly waiting: (() => void)[]
  endedAtMs: number | null
}

function enter(lane: Lane, goesFirst: boolean, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  if (lane.free > 0) {
    lane.free--
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    const go = () => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    const giveUp = () => {
      lane.waiting.splice(lane.waiting.indexOf(go), 1)
      reject(signal.reason)
    }
    signal.addEventListener('abort', giveUp, { once: true })
    if (goesFirst) lane.waiting.unshift(go)
    else lane.waiting.push(go)
  })
}

function leave(lane: Lane): void {
  const next = lane.waiting.shift()
  if (next === undefined) lane.free++
  else next()
}

function dropIdle(lanes: Map<string, Lane>, nowMs: number): void {
  for (const [host, { free, endedAtMs }] of lanes)
    if (free === 1 && endedAtMs !== null && nowMs - endedAtMs > idleMs) lanes.delete(host)
}
