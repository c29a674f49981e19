import { RateLimiterMemory } from 'rate-limiter-flexible'

/** How often somebody may ask. */
export interface RequestLimits {
  readonly known: RateLimiterMemory
  readonly unknown: RateLimiterMemory
}

/** 20 a second over a minute for each account and each token, of which the desk takes a few; 2 for an address that shows neither. */
export const openRequestLimits = (): RequestLimits => ({
  known: new RateLimiterMemory({ keyPrefix: 'known', points: 1200, duration: 60 }),
  unknown: new RateLimiterMemory({ keyPrefix: 'unknown', points: 120, duration: 60 }),
})
