import { expect, test } from 'vitest'
import { readText } from './read-text.fixture.ts'

const text = [
  'The road is shut, the paper said, citing the police, who cited the army, according to Dolt.',
  '“We heard that Strend told MTA that Dolt denied it,” Marsh said, adding that Veresk said Arce agreed.',
  'According to MTA, Veresk said Marsh told Dolt that the ships, Adair said, would stay.',
].join(' ')

test.each(['full', 'fast'] as const)('no chain of relays runs in a circle (%s mode)', (mode) => {
  const { statements } = readText(text, null, mode).reading
  expect(statements.some(({ nestedIn }) => nestedIn !== null)).toBe(true)
  for (const [start] of statements.entries()) {
    const visited = new Set<number>()
    for (let at: number | null = start; at !== null; at = statements[at]?.nestedIn ?? null) {
      expect(visited.has(at)).toBe(false)
      visited.add(at)
    }
  }
})
