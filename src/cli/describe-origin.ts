import type { Origin } from '../records/origin.ts'
import type { Report } from '../records/report.ts'
import { toOutletKey } from '../records/to-outlet-key.ts'
import { countOf } from './count-of.ts'

/** ● counted, ✗ against the claim, ? doubting it, ○ not counted. */
export const signOf = ({ isCounted, side }: Pick<Origin, 'isCounted' | 'side'>): '●' | '✗' | '?' | '○' =>
  isCounted ? '●' : side === 'deny' ? '✗' : side === 'doubt' ? '?' : '○'

/** “3 reports by 3 outlets”: the articles that end at an origin, and their publishers. */
export function countEnding({ reports: ids }: Pick<Origin, 'reports'>, reports: readonly Report[]): string {
  const ending = reports.filter(({ id }) => ids.includes(id))
  const articles = new Set(ending.map(({ articleId }) => articleId)).size
  const outlets = new Set(ending.flatMap(({ outlet }) => (outlet === null ? [] : toOutletKey(outlet)))).size
  return `${countOf(articles, 'report')} by ${countOf(outlets, 'outlet')}`
}

/** Whose interest a state-run origin is; its own name stands there where its country is not known. */
export const describeInterest = (interest: string): string =>
  /^[A-Z]{3}$/.test(interest)
    ? `state-run: one interest with the government of ${interest}`
    : 'state-run: one interest with its government'

/** “Anton Veresk · outlet, BLR · state-run: one interest with the government of BLR” */
export const describeOrigin = ({ name, kind, country, interest }: Origin): string =>
  [
    name ?? 'not told who',
    country === null || kind === 'unknown' ? kind : `${kind}, ${country}`,
    ...(interest === null ? [] : [describeInterest(interest)]),
  ].join(' · ')
