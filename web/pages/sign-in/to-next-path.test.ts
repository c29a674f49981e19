import { expect, test } from 'vitest'
import { toNextPath } from './to-next-path.ts'

test.each(['/claims', '/articles/a1?sentence=2&words=p%3A1-4#w', '/claims?words=https://news.example/a'])(
  'a page of this desk is gone to: %s',
  (next) => expect(toNextPath(next)).toBe(next),
)

test.each([
  undefined,
  '',
  'claims',
  'https://evil.example/',
  'javascript:alert(1)',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/claims\\',
  '/\t/evil.example',
  '/\n/evil.example',
  ' /claims',
])('what may lead elsewhere leads to the articles: %j', (next) => expect(toNextPath(next)).toBe('/articles'))
