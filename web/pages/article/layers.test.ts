import { expect, test } from 'vitest'
import { parseHidden, toggleHidden } from './layers.ts'

test('what the address hides is hidden, and strangers in it are passed over', () => {
  expect([...parseHidden('time.mention.gossip')]).toEqual(['mention', 'time'])
  expect([...parseHidden(undefined)]).toEqual([])
})

test('switching a layer twice leads back to where it was', () => {
  const once = toggleHidden(parseHidden('mention'), 'cue')
  expect(once).toBe('cue.mention')
  expect(toggleHidden(parseHidden(once), 'cue')).toBe('mention')
  expect(toggleHidden(parseHidden('mention'), 'mention')).toBeUndefined()
})
