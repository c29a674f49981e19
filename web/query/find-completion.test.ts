import { expect, test } from 'vitest'
import { completeFromLanguage, findUnfinished, toFacetKind } from './find-completion.ts'

test('what ends at the caret is completed: a key, or the value of a key', () => {
  const at = (q: string) => findUnfinished(q, q.length)
  expect(at('amnesty act')).toMatchObject({ start: 8, end: 11, key: null, prefix: 'act' })
  expect(at('actor:luk')).toMatchObject({ start: 0, key: 'actor:', prefix: 'luk', dash: '' })
  expect(at('-outlet:ta')).toMatchObject({ start: 0, key: 'outlet:', prefix: 'ta', dash: '-' })
  expect(at('actor:"Anton V')).toMatchObject({ start: 0, key: 'actor:', prefix: 'Anton V' })
  expect(findUnfinished('actor:luk amnesty', 9)).toMatchObject({ start: 0, end: 9, prefix: 'luk' })
  for (const q of ['amnesty ', 'actor:"Anton Veresk"', '', '2026-']) expect(at(q), q).toBeNull()
})

test('keys and few values are known without asking', () => {
  const complete = (q: string) => {
    const unfinished = findUnfinished(q, q.length)
    return unfinished && [completeFromLanguage(unfinished), toFacetKind(unfinished)]
  }
  expect(complete('o')).toEqual([['outlet:', 'origins>='], null])
  expect(complete('kind:')).toEqual([['event', 'statement'], null])
  expect(complete('says:mar')).toEqual([[], 'source'])
})
