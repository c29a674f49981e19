import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { keepInFlight } from './keep-in-flight.ts'

async function* countTo(last: number, onTaken: (n: number) => void = () => {}): AsyncGenerator<number> {
  for (let n = 1; n <= last; n++) {
    onTaken(n)
    yield n
  }
}

const collect = async <Output>(outputs: AsyncIterable<Output>): Promise<Output[]> => {
  const all: Output[] = []
  for await (const output of outputs) all.push(output)
  return all
}

test('what comes first is given first, whichever is done first', async () => {
  const tookMs = [30, 1, 20, 1, 1, 10]
  const work = async (n: number) => {
    await wait(tookMs[n - 1])
    return n
  }
  expect(await collect(keepInFlight(countTo(6), 3, work))).toEqual([1, 2, 3, 4, 5, 6])
})

test('so many are in flight and no more, the one in the caller’s hands included', async () => {
  const taken: number[] = []
  let under = 0
  let most = 0
  const work = async (n: number) => {
    most = Math.max(most, ++under)
    await wait(1)
    under--
    return n
  }
  for await (const n of keepInFlight(
    countTo(20, (input) => taken.push(input)),
    4,
    work,
  )) {
    await wait(5)
    expect(taken.length).toBeLessThanOrEqual(n + 3)
  }
  expect(most).toBe(4)
  expect(taken).toHaveLength(20)
})

test('one at a time means that nothing is begun before the caller is done with the last', async () => {
  const log: string[] = []
  const work = async (n: number) => {
    log.push(`begun ${n}`)
    return n
  }
  for await (const n of keepInFlight(countTo(3), 1, work)) {
    await wait(5)
    log.push(`done ${n}`)
  }
  expect(log).toEqual(['begun 1', 'done 1', 'begun 2', 'done 2', 'begun 3', 'done 3'])
})

test('an error comes in its turn, after all that came before it', async () => {
  const given: number[] = []
  const failing = async (n: number) => {
    if (n === 3) throw new Error('three')
    await wait(10)
    return n
  }
  await expect(async () => {
    for await (const n of keepInFlight(countTo(5), 3, failing)) given.push(n)
  }).rejects.toThrow('three')
  expect(given).toEqual([1, 2])

  async function* breaking() {
    yield 1
    yield 2
    throw new Error('no more')
  }
  const before: number[] = []
  await expect(async () => {
    for await (const n of keepInFlight(breaking(), 4, async (input) => input)) before.push(n)
  }).rejects.toThrow('no more')
  expect(before).toEqual([1, 2])
})

test('aborted, it ends at once: what hangs is not waited for, neither input nor work', async () => {
  const never = new Promise<never>(() => {})
  async function* hanging() {
    yield 1
    await never
  }
  for (const [inputs, work] of [
    [hanging(), async (n: number) => n],
    [countTo(5), (n: number): Promise<number> => (n === 1 ? Promise.resolve(n) : never)],
  ] as const) {
    const controller = new AbortController()
    const given: number[] = []
    for await (const n of keepInFlight(inputs, 2, work, controller.signal)) {
      given.push(n)
      setTimeout(() => controller.abort(), 10)
    }
    expect(given).toEqual([1])
  }
})

test('a caller that stops asking lets the inputs go', async () => {
  let hasEnded = false
  async function* inputs() {
    try {
      yield* countTo(10)
    } finally {
      hasEnded = true
    }
  }
  for await (const n of keepInFlight(inputs(), 1, async (input) => input)) if (n === 2) break
  await wait(1)
  expect(hasEnded).toBe(true)
})
