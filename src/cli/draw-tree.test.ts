import { expect, test } from 'vitest'
import { drawTree } from './draw-tree.ts'

/** Draws words with their heads: `word>2` hangs on the second word, `word` is a root. */
function draw(line: string): string[] {
  const tokens = line.split(' ').map((part) => part.split('>'))
  const rows = drawTree(tokens.map(([, head]) => (head === undefined ? -1 : Number(head) - 1)))
  return rows.map(({ branch }, i) => `${branch}${tokens[i]?.[0]}`)
}

test('words stay in the order of the text, and each hangs on its head', () => {
  expect(draw('The>2 envoy>3 said that>6 talks>6 failed>3 .>3')).toEqual([
    '  ┌── The',
    '┌─┴ envoy',
    '├ said',
    '│ ┌── that',
    '│ ├── talks',
    '├─┴ failed',
    '└── .',
  ])
})

test('lines that cross do not touch, and a word stands right of every line that passes it', () => {
  // “A hearing is scheduled on the port today”: “on the port” hangs on “hearing”, over its head “scheduled”.
  expect(draw('A>2 hearing>4 is>4 scheduled on>7 the>7 port>2 today>4')).toEqual([
    '  ┌── A',
    '┌─┼ hearing',
    '├─│── is',
    '├─│ scheduled',
    '│ │ ┌── on',
    '│ │ ├── the',
    '│ └─┴ port',
    '└── today',
  ])
})

test('between two rows the lines that lead on can be continued', () => {
  expect(drawTree([1, -1, 1]).map(({ below }) => below)).toEqual(['│   ', '│ ', '    '])
})

test('a ring of heads, two roots and a head outside are drawn, not followed for ever', () => {
  expect(draw('a>2 b>1')).toEqual(['╶ a', '╶ b'])
  expect(draw('a b>9 c>2')).toEqual(['╶ a', '┌ b', '└── c'])
  expect(drawTree([])).toEqual([])
})
