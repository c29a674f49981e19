import { expect, test } from 'vitest'
import { bareStatement } from '../records/bare-parts.ts'
import { judgeCue } from './judge-cue.ts'

/** A statement by its cue, and what follows up to the full stop. */
function judge(text: string, cue: string) {
  const start = text.indexOf(cue)
  const end = start + cue.length
  return judgeCue(text, {
    ...bareStatement,
    cue: { start, end },
    content: { start: end + 1, end: text.length - 1 },
  })
}

test.each([
  ['Lind did not deny that Arce knew of the leak.', 'did not deny', 'silent'],
  ['Lind has never denied that Arce knew of the leak.', 'denied', 'silent'],
  ['Marsh refused to believe that Arce knew of the leak.', 'believe', 'doubts'],
  ['Marsh refused to believe that Arce knew of the leak.', 'refused', 'doubts'],
  ['Marsh scoffed at the idea that Arce knew of the leak.', 'scoffed at', 'doubts'],
  ['Marsh laughed off the minister’s suggestion that Arce knew.', 'laughed off', null],
  ['Marsh mocked the wild claim that Arce knew of the leak.', 'mocked', 'doubts'],
  ['Dunn retracted his claim that Arce knew of the leak.', 'retracted', 'denies'],
  ['Dunn withdrew his statement that Arce knew of the leak.', 'withdrew', 'denies'],
  ['Dunn denied that Arce knew of the leak.', 'denied', null],
  ['Dunn refused to say that Arce knew of the leak.', 'refused', null],
  ['Dunn repeated his claim that Arce knew of the leak.', 'repeated', null],
  ['Dunn said that Arce knew of the leak.', 'said', null],
])('“%s” by “%s”: %s', (text, cue, stance) => expect(judge(text, cue)).toBe(stance))
