import { expect, test } from 'vitest'
import { tameMarkup } from './tame-markup.ts'

const bodyOf = (html: string) => /<body[^>]*>(.*)<\/body><\/html>$/s.exec(tameMarkup(html))?.[1]

test('whatever a page opens and closes, it ends up as one html with one head and one body', () => {
  const page =
    '<HTML lang="en"><head><title>A</title></head><body class="x">one</body></html><html><body>two</body></html>three'
  expect(tameMarkup(page)).toMatch(/^<!doctype html><html lang="en"><head><\/head><body class="x">/)
  expect(bodyOf(page)?.replace(/\s+/g, ' ')).toBe(' <title>A</title> one two three')
  expect(bodyOf('no tags at all')).toBe('no tags at all')
})

test('levels beyond the limit go, tags that closed them too, and their words stay', () => {
  const tamed = bodyOf(`<p>before</p>${'<div>'.repeat(500)}deep${'</div>'.repeat(500)}<p>after</p>`)
  expect(tamed?.match(/<div>/g)).toHaveLength(200)
  expect(tamed?.match(/<\/div>/g)).toHaveLength(200)
  expect(tamed?.replace(/<[^>]*>|\s/g, '')).toBe('beforedeepafter')
})

test('unclosed paragraphs and list items are no nesting', () => {
  const page = `<ul>${'<li><p>item'.repeat(1000)}`
  expect(bodyOf(page)).toBe(page)
})

test('comments go, and what looks like tags inside scripts and quotation marks is left alone', () => {
  expect(bodyOf('a<!-- <p>hidden --> b')).toBe('a b')
  const script = `<script>if (a<body) "</p>"${' '.repeat(600)}</script>`
  expect(bodyOf(`${script}<a title="x > <body>">c</a>`)).toBe(`${script}<a title="x > <body>">c</a>`)
  expect(bodyOf('5 < 6 and 7<8')).toBe('5 < 6 and 7<8')
})

test('what nobody reads does not reach the parser: drawings, short code, program state, space between blocks', () => {
  expect(bodyOf('a<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>b<script>f(1)</script>')).toBe('a b </script>')
  expect(bodyOf('<p data-id=7 onclick="f(\'>\')" class=x style="color: red">a</p>\n <div>b</div>')).toBe(
    '<p class=x>a</p><div>b</div>',
  )
  expect(bodyOf('<div style="display:none" data-src="x.jpg">a</div>')).toBe(
    '<div style="display:none" data-src="x.jpg">a</div>',
  )
  expect(bodyOf('<svg>words that go on<p>and on')).toBe(' words that go on<p>and on')
})

test('tags with inlined pictures lose their attributes', () => {
  expect(bodyOf(`<img src="data:image/png;base64,${'A'.repeat(20_000)}">x`)).toBe('<img>x')
})

test('after too many tags only the words go on', () => {
  const tamed = bodyOf('<b>word</b>'.repeat(200_000)) ?? ''
  expect(tamed.match(/<b>/g)?.length).toBeLessThanOrEqual(150_001)
  expect(tamed.match(/word/g)).toHaveLength(200_000)
})

test('pages made to be slow are not', () => {
  const startedAt = performance.now()
  for (const piece of [
    '<',
    '<a',
    '<a b="',
    '<!--',
    '<script>',
    '</',
    '<div>',
    '</div>',
    '&#x41',
    '<textarea>',
    '<b></i>',
  ]) {
    tameMarkup(piece.repeat(1_000_000 / piece.length))
  }
  // All of them together take about a second on two busy cores.
  expect(performance.now() - startedAt).toBeLessThan(10_000)
})
