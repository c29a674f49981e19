import { expect, test } from 'vitest'
import { type BracketSet, drawBrackets, type PieceRole } from './draw-brackets.ts'

/** Draws brackets given as words of the text. */
function draw(text: string, sets: readonly (readonly [PieceRole, string])[][], width = 80): string[] {
  const spans = sets.map(
    (pieces, i): BracketSet => ({
      label: `s${i + 1}`,
      pieces: pieces.map(([role, words]) => {
        const start = text.indexOf(words)
        return { role, start, end: start + words.length }
      }),
    }),
  )
  return drawBrackets(text, { start: 0, end: text.length }, spans, {
    width,
    paint: (_, line) => line,
    dim: (line) => line,
  })
}

test('a statement inside another is drawn under it, each part below its own words', () => {
  const text = 'Ana Petrov told reporters that the minister had denied that the port would close.'
  expect(
    draw(
      text,
      [
        [
          ['source', 'Ana Petrov'],
          ['cue', 'told'],
          ['content', 'that the minister had denied that the port would close'],
        ],
        [
          ['source', 'the minister'],
          ['cue', 'denied'],
          ['content', 'that the port would close'],
        ],
      ],
      100,
    ),
  ).toEqual([
    '    Ana Petrov told reporters that the minister had denied that the port would close.',
    's1  ╚ source ╝ ┗━━┛           └── content ─────────────────────────────────────────┘',
    's2                                 ╚═ source ═╝     ┗cue━┛ └── content ────────────┘',
  ])
})

test('a bracket that runs over the end of a line is open there and goes on in the next', () => {
  expect(
    draw(
      'The envoy said the talks would go on for weeks.',
      [[['content', 'the talks would go on for weeks']]],
      29,
    ),
  ).toEqual([
    '    The envoy said the talks',
    's1                 └content─',
    '    would go on for weeks.',
    's1  ─── content ────────┘',
  ])
})

test('a condition inside the content has a row of its own', () => {
  const text = 'He would go if spared, he said.'
  expect(
    draw(text, [
      [
        ['content', 'He would go if spared'],
        ['condition', 'if spared'],
      ],
    ]),
  ).toEqual(['    He would go if spared, he said.', 's1  └── content ────────┘', '                └┄┄┄┄┄┄┄┘'])
})

test('wide characters take two columns and combining marks none', () => {
  expect(
    draw('東京 said e\u0301te\u0301.', [
      [
        ['source', '東京'],
        ['cue', 'said'],
        ['content', 'e\u0301te\u0301'],
      ],
    ]),
  ).toEqual(['    東京 said e\u0301te\u0301.', 's1  ╚══╝ ┗━━┛ └─┘'])
})

test('a word wider than the terminal is broken, and its bracket with it', () => {
  expect(draw('see abcdefghijklmnop', [[['cue', 'abcdefghijklmnop']]], 14)).toEqual([
    '    see',
    '    abcdefghij',
    's1  ┗━ cue ━━━',
    '    klmnop',
    's1  ━cue━┛',
  ])
})
