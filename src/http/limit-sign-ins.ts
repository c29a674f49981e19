import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { toLimitKey } from './client-address.ts'

/** One try at signing in, as the audit log tells it. */
export interface PastSignIn {
  /** Null where no account could have such a name. */
  readonly who: string | null
  readonly address: string
  readonly isRefused: boolean
  readonly secondsAgo: number
}

/** A try that must wait. */
export interface SignInWait {
  readonly seconds: number
  /**
   * Whether this limit of this account or address holds back the first time in `signInMemorySeconds`: what is written of
   * that alone stays short, however often somebody asks.
   */
  readonly isFirst: boolean
}

/** Holds back who guesses passwords. Counts are in memory. */
export interface SignInLimits {
  /**
   * Takes one try before its password is looked at. @returns null: go on.
   *
   * @param isKnown whether this account was signed in to from this address before; asked only when it matters.
   */
  readonly take: (
    name: string,
    address: string,
    isKnown: () => Promise<boolean>,
  ) => Promise<SignInWait | null>
  /** The password was right: the try is given back, and the account’s count at this address begins again. */
  readonly giveBack: (name: string, address: string) => Promise<void>
  /** Counts the tries of before a restart, the earliest first: whoever waited for one has a single try by it. */
  readonly recall: (past: readonly PastSignIn[]) => Promise<void>
}

/** For how long a try counts, since the first one. */
export const signInMemorySeconds = 60 * 60

/**
 * How many tries are free, and how long the next one waits; each further try doubles it.
 *
 * An account that is tried from everywhere is open for one try every few seconds, and always from where it was signed in
 * to before: whoever guesses cannot lock its owner out. From one address an account takes 5 + 6 tries an hour.
 */
const rules = {
  pair: { free: 5, firstWaitSeconds: 30, longestWaitSeconds: 60 * 60 },
  address: { free: 20, firstWaitSeconds: 30, longestWaitSeconds: 60 * 60 },
  account: { free: 50, firstWaitSeconds: 2, longestWaitSeconds: 15 },
} as const

export function openSignInLimits(): SignInLimits {
  const tries = new RateLimiterMemory({ keyPrefix: 'tries', points: 1, duration: signInMemorySeconds })
  const turns = new RateLimiterMemory({ keyPrefix: 'turns', points: 1, duration: 1 })
  const told = new RateLimiterMemory({ keyPrefix: 'told', points: 1, duration: signInMemorySeconds })

  /** Seconds to wait; null when it may go on. A try that must wait is no try: waiting does not grow by asking. */
  async function takeOne(kind: keyof typeof rules, key: string): Promise<number | null> {
    const { free, firstWaitSeconds, longestWaitSeconds } = rules[kind]
    const { consumedPoints } = await tries.penalty(`${kind} ${key}`)
    if (consumedPoints <= free) return null
    const waitSeconds = Math.min(firstWaitSeconds * 2 ** (consumedPoints - free - 1), longestWaitSeconds)
    try {
      await turns.consume(`${kind} ${key}`, 1, { customDuration: waitSeconds })
      return null
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      await tries.reward(`${kind} ${key}`)
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    }
  }

  const toKeys = (name: string, address: string) => {
    const from = toLimitKey(address)
    return [
      ['address', from],
      ['pair', `${name} ${from}`],
      ['account', name],
    ] as const
  }

  return {
    take: async (name, address, isKnown) => {
      const taken: string[] = []
      for (const [kind, key] of toKeys(name, address)) {
        const waitSeconds = await takeOne(kind, key)
        if (waitSeconds === null) {
          taken.push(`${kind} ${key}`)
          continue
        }
        if (kind === 'account' && (await isKnown())) continue
        for (const one of taken) await tries.reward(one)
        const { consumedPoints } = await told.penalty(`${kind} ${key}`)
        return { seconds: waitSeconds, isFirst: consumedPoints === 1 }
      }
      return null
    },
    giveBack: async (name, address) => {
      for (const [kind, key] of toKeys(name, address)) {
        if (kind === 'pair') await tries.delete(`${kind} ${key}`)
        else await tries.reward(`${kind} ${key}`)
      }
    },
    recall: async (past) => {
      const counts = new Map<string, { tries: number; readonly secondsAgo: number }>()
      for (const { who, address, isRefused, secondsAgo } of past) {
        for (const [kind, key] of toKeys(who ?? '', address)) {
          const known = counts.get(`${kind} ${key}`)
          if (!isRefused) kind === 'pair' && counts.delete(`${kind} ${key}`)
          else if (known) known.tries += 1
          else counts.set(`${kind} ${key}`, { tries: 1, secondsAgo })
        }
      }
      for (const [key, { tries: count, secondsAgo }] of counts)
        if (secondsAgo < signInMemorySeconds) await tries.set(key, count, signInMemorySeconds - secondsAgo)
    },
  }
}
