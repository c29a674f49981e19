/** A queue between one who makes and one who takes, each waiting for the other. */
export interface Channel<Item> extends AsyncIterable<Item> {
  /** Resolves once there is room; false when nobody takes any more. */
  readonly put: (item: Item) => Promise<boolean>
  /** Nothing more comes; `error`, when given, is thrown at who takes, after the rest. */
  readonly end: (error?: unknown) => void
}

/** Opens a channel that holds at most `capacity` items. It can be iterated once; leaving the loop closes it. */
export function openChannel<Item>(capacity: number): Channel<Item> {
  const items: Item[] = []
  let ended: { readonly error?: unknown } | null = null
  let isClosed = false
  let wake: (() => void)[] = []
  const changed = () => {
    const waiting = wake
    wake = []
    for (const resolve of waiting) resolve()
  }
  const untilChanged = () => new Promise<void>((resolve) => wake.push(resolve))

  return {
    put: async (item) => {
      while (items.length >= capacity && !isClosed) await untilChanged()
      if (isClosed) return false
      items.push(item)
      changed()
      return true
    },
    end: (error) => {
      ended ??= error === undefined ? {} : { error }
      changed()
    },
    async *[Symbol.asyncIterator]() {
      try {
        for (;;) {
          const item = items.shift()
          if (item !== undefined) {
            changed()
            yield item
          } else if (ended !== null) {
            if ('error' in ended) throw ended.error
            return
          } else await untilChanged()
        }
      } finally {
        isClosed = true
        changed()
      }
    },
  }
}
