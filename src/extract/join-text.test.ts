import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../records/article.ts'
import { extractBody, paragraphs, sentence } from './extract-page.fixture.ts'

const marked = ({ text, blocks }: Article) =>
  blocks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)])

test('headings, quotations, list items and table rows are known as such', async () => {
  const article = await extractBody(`
    ${paragraphs(2)}
    <h2>What the harbour knows</h2>
    ${paragraphs(1, 3)}
    <blockquote><p>${sentence(20)}</p></blockquote>
    <ul><li>Two boats are in dock until the end of the month.</li><li>One sails at night.</li></ul>
    <table><tr><th>Boat</th><th>Seats</th></tr><tr><td>Alder</td><td>120</td></tr></table>
    ${paragraphs(2, 5)}`)
  expect(marked(article)).toEqual([
    ['heading', 'What the harbour knows'],
    ['quote', sentence(20)],
    ['list-item', 'Two boats are in dock until the end of the month.'],
    ['list-item', 'One sails at night.'],
    ['table-row', 'Boat | Seats'],
    ['table-row', 'Alder | 120'],
  ])
})

test('a table that holds the whole page is a layout, not rows', async () => {
  const article = await extractBody(`<table><tr><td>${paragraphs(6)}</td></tr></table>`)
  expect(article.blocks).toEqual([])
  expect(article.text).toContain(sentence(6))
})

test('an interviewer’s questions are questions; one bold question in a report is not', async () => {
  const question = (i: number) => `<p><strong>What happened on day ${i}?</strong></p>`
  const interview = await extractBody(
    [1, 2, 3].map((i) => `${question(i)}<p>${sentence(i)}</p>`).join('') + paragraphs(1, 9),
  )
  expect(marked(interview).map(([kind]) => kind)).toEqual(['question', 'question', 'question'])
  const report = await extractBody(`${paragraphs(2)}${question(4)}${paragraphs(2, 5)}`)
  expect(report.blocks).toEqual([])
})

test('the entries of a live page are posts with their times', async () => {
  const post = (i: number) =>
    `<div class="entry"><time datetime="2024-03-04T1${i}:00:00+02:00">1${i}:00</time><h3>Boat ${i} leaves the dock</h3><p>${sentence(i)}</p><p>${sentence(i + 30)}</p></div>`
  const article = await extractBody(
    `${paragraphs(1, 50)}<div class="live">${[1, 2, 3, 4].map(post).join('')}</div>`,
  )
  const posts = article.blocks.filter(({ kind }) => kind === 'post')
  expect(posts.map(({ at }) => at)).toEqual([1, 2, 3, 4].map((i) => `2024-03-04T1${i}:00:00+02:00`))
  const first = posts[0]?.span ?? { start: 0, end: 0 }
  expect(article.text.slice(first.start, first.end)).toBe(
    ['Boat 1 leaves the dock', sentence(1), sentence(31)].join('\n\n'),
  )
})

test('links are what the text cites, with absolute addresses, and nothing that was dropped', async () => {
  const article = await extractBody(`
    <p>The harbour office <a href="../reports/7?a=1"> said in its <em>report</em> </a> that the ferry would sail again, as <a href="https://veresk.example/">Veresk had asked</a> in March.</p>
    <p>Write to <a href="mailto:office@harbour.example">the office</a>, see <a href="#top">above</a>, or <a href="javascript:void 0">open</a> what the mayor of Aldany wrote about it last year.</p>
    ${paragraphs(2)}
    <aside class="related"><a href="https://other.example/">Another story</a></aside>`)
  expect(article.links.map(({ span, url }) => [article.text.slice(span.start, span.end), url])).toEqual([
    ['said in its report', 'https://post.example/reports/7?a=1'],
    ['Veresk had asked', 'https://veresk.example/'],
  ])
})

const inline = fc.constantFrom(
  'the ferry',
  ' <a href="/a">links  to\n it</a>',
  '<a href=b><b>two</b></a><a href=c>more</a>',
  ' said&nbsp;the office. ',
  '\u{1f6a2}',
  '\u00ad',
  '<br>',
  '\ud83d',
)
const block = fc
  .tuple(
    fc.constantFrom('p', 'h2', 'li', 'blockquote', 'td', 'div', 'pre', 'time', 'article', 'figure'),
    fc.array(inline, { maxLength: 5 }),
    fc.integer({ min: 0, max: 60 }),
  )
  .map(([tag, words, i]) => `<${tag}>${words.join('')} ${i > 30 ? sentence(i) : ''}</${tag}>`)

test('whatever a page holds, its spans lie in the text, in order, and cross nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 25 }), async (blocks) => {
      const article = await extractBody(`${paragraphs(4, 70)}${blocks.join('')}${paragraphs(2, 80)}`)
      const { text, links } = article
      for (const [i, { span }] of article.blocks.entries()) {
        expect(0 <= span.start && span.start < span.end && span.end <= text.length).toBe(true)
        expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end))
        for (const { span: later } of article.blocks.slice(i + 1)) {
          expect(later.start >= span.end || (later.start >= span.start && later.end <= span.end)).toBe(true)
        }
      }
      let end = 0
      for (const { span, url } of links) {
        expect(span.start >= end && span.start < span.end && span.end <= text.length).toBe(true)
        expect(text.slice(span.start, span.end)).toMatch(/^(?:links to it|two|more)$/)
        expect(url).toMatch(/^https:\/\/post\.example\/(?:a|news\/[bc])$/)
        end = span.end
      }
    }),
    { numRuns: 60 },
  )
})
