import { expect, test } from 'vitest'
import { toSafeLink } from './to-safe-link.ts'

test('only addresses of the web become links', () => {
  expect(toSafeLink('https://harbour-post.example/bridge')).toBe('https://harbour-post.example/bridge')
  for (const address of [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/etc/passwd',
    '',
  ]) {
    expect(toSafeLink(address)).toBeNull()
  }
  expect(toSafeLink(null)).toBeNull()
})
