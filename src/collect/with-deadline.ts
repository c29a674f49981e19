import { setMaxListeners } from 'node:events'

/**
 * Acts with a signal that ends when a time is over or another signal ends; `timeoutMs` null sets no time.
 *
 * Unlike `AbortSignal.any`, it leaves nothing behind on a signal that lives as long as the process.
 */
export async function withDeadline<T>(
  timeoutMs: number | null,
  parents: readonly (AbortSignal | undefined)[],
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const ends = parents.flatMap((parent) => {
    if (parent === undefined) return []
    const end = () => controller.abort(parent.reason)
    if (parent.aborted) end()
    else {
      // Hundreds may wait on one signal, which Node takes for a leak.
      setMaxListeners(0, parent)
      parent.addEventListener('abort', end, { once: true })
    }
    return [() => parent.removeEventListener('abort', end)]
  })
  const timer =
    timeoutMs === null
      ? undefined
      : setTimeout(() => controller.abort(new DOMException('The time is over.', 'TimeoutError')), timeoutMs)
  try {
    return await act(controller.signal)
  } finally {
    clearTimeout(timer)
    for (const release of ends) release()
  }
}
