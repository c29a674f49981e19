import type { DateOrder } from './parse-date.ts'

/**
 * What 03/04/2022 means to a page's readers, by the language it declares and its country: the Philippines and the United
 * States put the month first, everybody else who writes slashes puts the day first. Null for English of no country, and
 * for Canada's, where both are in use.
 */
export function findDateOrder(declaredLanguage: string | null, url: string | null): DateOrder {
  const [language = '', ...parts] = (declaredLanguage ?? '').trim().toLowerCase().split(/[-_]/)
  const region = parts.find((part) => /^[a-z]{2}$/.test(part)) ?? ''
  if (monthFirst.has(region)) return 'month-first'
  if (language !== '' && language !== 'en' && /^[a-z]{2,3}$/.test(language)) return 'day-first'
  if (region !== '' && region !== 'ca') return 'day-first'
  const top = url !== null && URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : ''
  if (monthFirst.has(top) || top === 'gov' || top === 'mil') return 'month-first'
  return /^[a-z]{2}$/.test(top) && !aloneAreNoCountry.has(top) ? 'day-first' : null
}

const monthFirst = new Set(['us', 'ph', 'pr', 'gu'])

/** Countries that sell their domain to everybody, and Canada. */
const aloneAreNoCountry = new Set([
  'ca',
  'io',
  'co',
  'tv',
  'me',
  'ai',
  'fm',
  'ly',
  'to',
  'cc',
  'ws',
  'gg',
  'la',
  'vc',
])
