import type { Statement } from '../../../src/records/reading.ts'
import { strings } from '../../strings.ts'
import { toAnnotationAddress } from './annotation-address.ts'
import { findRelays } from './find-relays.ts'
import { wordsAt } from './words-at.ts'

/**
 * Through whom a statement reached the article, the nearest first: the relaying statements, and before them
 * whoever is named in passing (“according to Belta, he said”), unless that is one of them.
 */
export function describeVia(text: string, statements: readonly Statement[], ordinal: number): string[] {
  const relays = findRelays(statements, ordinal).map((relay) => ({
    who: wordsAt(text, statements[relay]?.source ?? null),
    address: toAnnotationAddress('statement', relay),
  }))
  const via = wordsAt(text, statements[ordinal]?.via ?? null)
  const described = relays.map(({ who, address }) => strings.article.relayedBy(who, address))
  return via === null || relays.some(({ who }) => who === via)
    ? described
    : [strings.article.via(via), ...described]
}
