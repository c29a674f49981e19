import type { Article } from '../records/article.ts'
import type { Reading, Statement } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import { describeDays } from './describe-days.ts'
import { describeChain, describeSource } from './describe-source.ts'
import { formatConfidence } from './format-confidence.ts'
import type { Io } from './io.ts'
import { pad, shorten, wrap } from './layout.ts'
import { printEvent } from './print-event.ts'
import { withoutSteering } from './without-steering.ts'

/** An article for people: what it is, its words, then who says what and what happened, each with its sentence. */
export function printArticle(found: Article, read: Reading | null, io: Io): string {
  const [article, reading] = withoutSteering([found, read] as const)
  const { bold, dim } = io.colours
  const head = [
    ...wrap(article.title ?? '(no title)', io.width).map(bold),
    dim(describeArticle(article)),
    ...article.credits.map((credit) =>
      dim(
        `${credit.of}: ${[credit.author, credit.agency, credit.licence, credit.url].filter(Boolean).join(', ') || credit.text}`,
      ),
    ),
  ]
  const text = article.text.split('\n\n').map((paragraph) => wrap(paragraph, io.width).join('\n'))
  const sections = [head.join('\n'), text.join('\n\n')]
  if (reading) {
    sections.push(
      section(
        `Statements (${reading.statements.length})`,
        reading.statements.map((statement, i) => printStatement(statement, i, article, reading, io)),
        io,
      ),
    )
    sections.push(
      section(
        `Events (${reading.events.length})`,
        reading.events.map((event, i) => printEvent(event, i, article, reading, io)),
        io,
      ),
    )
  }
  if (reading && reading.loadedWords.length > 0) sections.push(dim(describeLoadedWords(article, reading)))
  if (article.dropped.length > 0) sections.push(dim(describeDropped(article)))
  const problems = [...article.problems, ...(reading?.problems ?? [])]
  for (const { message, advice } of problems)
    sections.push(`${io.colours.yellow('note')}  ${message}${advice ? ` ${advice}` : ''}`)
  return `${sections.filter((part) => part !== '').join('\n\n')}\n`
}

/** “Meridian Press · By Mirela Stott · 20 Nov 2025 (json-ld) · en · 361 words” */
export function describeArticle(article: Article): string {
  const { publishedAt } = article
  return [
    article.outlet,
    article.byline,
    publishedAt ? `${publishedAt.value} (${publishedAt.basis})` : 'no date',
    article.language,
    `${article.text.split(/\s+/).filter(Boolean).length} words`,
    article.url,
  ]
    .filter(Boolean)
    .join(' · ')
}

function describeDropped({ dropped }: Article): string {
  const counts = new Map<string, number>()
  for (const { reason } of dropped) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return `Left out of the text: ${[...counts].map(([reason, count]) => `${reason} ${count}`).join(', ')} (--json shows the words)`
}

/** “Loaded words: strongman (plainer: leader), regime (government) ×2” */
function describeLoadedWords({ text }: Article, { loadedWords }: Reading): string {
  const counts = new Map<string, number>()
  for (const { start, end, plainer } of loadedWords) {
    const words = text.slice(start, end).toLowerCase()
    const shown = plainer === null ? words : `${words} (plainer: ${plainer})`
    counts.set(shown, (counts.get(shown) ?? 0) + 1)
  }
  const shown = [...counts].map(([words, count]) => (count > 1 ? `${words} ×${count}` : words))
  return `Loaded words: ${shown.join(', ')}`
}

function section(head: string, blocks: readonly string[], { colours }: Io): string {
  return [colours.bold(head), ...blocks].join('\n')
}

const indent = '    '

function printStatement(
  statement: Statement,
  index: number,
  article: Article,
  reading: Reading,
  io: Io,
): string {
  const { bold, cyan, dim } = io.colours
  const words = wordsIn(article.text)
  const source = describeSource(article.text, reading, statement) ?? '(nobody named)'
  const left = `${shorten(source, io.width - 65)}  ${dim(shorten(words(statement.cue), 28))}`
  const how = [statement.kind, statement.modality ?? 'not asserted'].join(' · ')
  const confidence = statement.confidence === null ? '' : dim(` ${formatConfidence(statement.confidence)}`)
  const chain = describeChain(article.text, reading, statement)
  const told = [statement.addressee && `to ${words(statement.addressee)}`, describeDays(statement.when)]
    .filter((part) => part !== null)
    .join(', ')
  const content = statement.contentParts.map(words).join(' … ') || '(no words)'
  return [
    `${pad(String(index + 1), 3, 'left')} ${pad(bold(left), io.width - 4 - 29)}${cyan(how)}${confidence}`,
    ...wrap(content, io.width - indent.length).map((line) => indent + line),
    ...[
      ...(told === '' ? [] : [told]),
      ...chain,
      ...(statement.condition ? [`condition: ${words(statement.condition)}`] : []),
    ].map((line) => indent + dim(shorten(line, io.width - 4))),
    indent + dim(shorten(`¶ ${sentenceOf(article, reading, statement.cue)}`, io.width - 4)),
  ].join('\n')
}

const wordsIn = (text: string) => (span: Span) => text.slice(span.start, span.end)

function sentenceOf(article: Article, reading: Reading, span: Span): string {
  const sentence = reading.sentences.find(({ start, end }) => start <= span.start && span.start < end)
  return sentence ? article.text.slice(sentence.start, sentence.end) : ''
}
