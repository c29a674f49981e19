/**
 * Starts work on what comes, as it comes, and gives what came of it in that order.
 *
 * So many are in flight at most, the one that was given last included: no more is taken in before the caller asks
 * for the next. When the inputs end with an error, it is thrown after the outcomes of all that came before it.
 * When the signal is aborted the walk ends at once; what is in flight is let go.
 */
export async function* keepInFlight<Input, Output>(
  inputs: AsyncIterable<Input>,
  mostInFlight: number,
  start: (input: Input) => Promise<Output>,
  signal: AbortSignal | null = null,
): AsyncGenerator<Output> {
  const iterator = inputs[Symbol.asyncIterator]()
  const flights: Flight<Output>[] = []
  const next = { isAwaited: false, isNone: false }
  let wake = () => {}
  const onAbort = () => wake()
  signal?.addEventListener('abort', onAbort, { once: true })

  function takeIn(): void {
    if (next.isAwaited || next.isNone || flights.length >= mostInFlight) return
    next.isAwaited = true
    iterator.next().then(({ done, value }) => {
      next.isAwaited = false
      next.isNone = done === true
      if (!next.isNone && signal?.aborted !== true) launch(start(value))
      takeIn()
      wake()
    }, fail)
  }

  function launch(work: Promise<Output>): void {
    const flight: Flight<Output> = { landed: null }
    flights.push(flight)
    work
      .then(
        (output) => {
          flight.landed = { output }
        },
        (error: unknown) => {
          flight.landed = { error }
        },
      )
      .then(() => wake())
  }

  /** The inputs’ own end waits for its turn, like everything before it. */
  function fail(error: unknown): void {
    next.isNone = true
    flights.push({ landed: { error } })
    wake()
  }

  try {
    for (takeIn(); signal?.aborted !== true; ) {
      const landed = flights[0]?.landed
      if (landed) {
        if ('error' in landed) throw landed.error
        yield landed.output
        flights.shift()
        takeIn()
      } else if (flights.length === 0 && next.isNone) return
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    signal?.removeEventListener('abort', onAbort)
    // Not awaited: an input that is slow to come is slow to go.
    if (!next.isNone) void iterator.return?.().catch(() => {})
  }
}

interface Flight<Output> {
  landed: { readonly output: Output } | { readonly error: unknown } | null
}
