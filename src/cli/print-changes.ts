import type { Alteration, FieldChange, PageChange, ToldChange } from '../records/change.ts'
import type { Page } from '../records/page.ts'
import { describeInstant } from './describe-instant.ts'
import type { Io } from './io.ts'
import { layTable, wrap } from './layout.ts'
import { lineWidth } from './line-width.ts'
import { type EditMarks, markEdits } from './mark-edits.ts'
import { shortIds } from './short-ids.ts'
import { withoutSteering } from './without-steering.ts'

/** Changes for people: whose page, between which collects, who says what otherwise, then the words. */
export function printChanges(found: readonly PageChange[], io: Io): string {
  const changes = withoutSteering(found)
  const shortId = shortIds(changes.flatMap(({ before, after }) => [before.articleId, after.articleId]))
  return changes.map((change) => printChange(change, shortId, io)).join('\n\n')
}

function printChange(change: PageChange, shortId: (id: string) => string, io: Io): string {
  const { bold, dim } = io.colours
  const { outlet, title, address, before, after } = change
  const width = lineWidth(io)
  const isMoved = before.where !== after.where && /^https?:/i.test(before.where)
  return [
    `${bold(outlet ?? 'no outlet')} · ${title ?? '(no title)'}`,
    dim(
      `version ${before.n} → ${after.n}, between ${describeInstant(before.at)} and ${describeInstant(after.at)} · article ${shortId(after.articleId)}, before ${shortId(before.articleId)}`,
    ),
    dim(isMoved ? `${before.where} → ${after.where}` : address),
    `  ${describeAdmission(change, io)}`,
    ...(change.isComparable
      ? []
      : [
          `  ${io.colours.yellow('taken out by different versions of Hearsay, or cut off by a wall: that may be what changed')}`,
        ]),
    ...[
      ...change.fields.map((field) => printField(field, io)),
      ...change.told.flatMap((told) => printTold(told, io)),
    ],
    ...printSentences(change, io, width),
  ].join('\n')
}

function describeAdmission({ admission, isTrivial }: PageChange, { colours }: Io): string {
  const { kind, words } = admission
  if (kind === 'correction' || kind === 'update') return colours.green(`${kind}: “${(words ?? '').trim()}”`)
  if (isTrivial) return colours.dim('style alone')
  return kind === 'time'
    ? colours.yellow('no notice; only the time in the page’s data was moved')
    : colours.yellow('silent: no notice on the page')
}

function printField({ field, before, after }: FieldChange, { colours }: Io): string {
  return `  ${field}: ${colours.red(before ?? '(none)')} → ${colours.green(after ?? '(none)')}`
}

function printTold({ kind, change, before, after, alterations }: ToldChange, io: Io): string[] {
  const { bold, red, green } = io.colours
  const side = after ?? before
  const who = side?.source?.replace(/[\s,;:]+$/, '') ?? (kind === 'event' ? 'event' : 'nobody named')
  const words = side?.proposition === '' ? '(no words)' : `“${side?.proposition.replace(/\s+/g, ' ') ?? ''}”`
  const mark = change === 'added' ? green('+') : change === 'removed' ? red('-') : bold('≠')
  const lines = wrap(`${kind} ${change}, ${who}: ${words}`, lineWidth(io) - 4)
  return [
    ...lines.map((line, i) => (i === 0 ? `  ${mark} ${line}` : `    ${line}`)),
    ...alterations.map((alteration) => `      ${printAlteration(alteration, io)}`),
  ]
}

function printAlteration({ aspect, before, after }: Alteration, { colours }: Io): string {
  const name = aspect === 'hedge-dropped' || aspect === 'hedge-added' ? aspect.replace('-', ' ') : aspect
  return `${name}: ${colours.red(before ?? '(nothing)')} → ${colours.green(after ?? '(nothing)')}`
}

function printSentences({ sentences, sameSentences }: PageChange, io: Io, width: number): string[] {
  const marks = toMarks(io)
  const lines = sentences.flatMap((sentence) => {
    const sign = { added: '+', removed: '-', changed: '~', moved: '↕' }[sentence.change]
    const words =
      sentence.change === 'moved'
        ? (sentence.after?.text ?? '').replace(/\s+/g, ' ')
        : markEdits(sentence, marks)
    const style = sentence.isTrivial ? io.colours.dim(' (style)') : ''
    return wrap(words, width - 4).map((line, i) => (i === 0 ? `  ${sign} ${line}${style}` : `    ${line}`))
  })
  const same = `${sameSentences} ${sameSentences === 1 ? 'sentence stands' : 'sentences stand'} as before`
  return [...lines, io.colours.dim(`  ${same}`)]
}

/** In colour, or as word differences are written where there is none: [-cut-]{+put in+}. */
function toMarks({ colours }: Io): EditMarks {
  // Each word by itself: a line may be broken between any two.
  const each = (mark: (word: string) => string) => (words: string) => words.split(' ').map(mark).join(' ')
  return colours.isColorSupported
    ? { cut: each((word) => colours.red(colours.strikethrough(word))), added: each(colours.green) }
    : { cut: (words) => `[-${words}-]`, added: (words) => `{+${words}+}` }
}

/** The versions of a page in a table, under its addresses. */
export function printVersions(found: Page, io: Io): string {
  const { versions, address, addresses } = withoutSteering(found)
  const shortId = shortIds(versions.map(({ articleId }) => articleId))
  const others = addresses.filter((other) => other !== address)
  const table = layTable(
    [
      { head: 'n', width: 4, side: 'right' },
      { head: 'article', width: 32 },
      { head: 'first seen', width: 22 },
      { head: 'last seen', width: 22 },
      { head: 'title', lines: 2 },
    ],
    versions.map(({ n, articleId, firstSeenAt, lastSeenAt, title, isCurrent }) => [
      `${isCurrent ? '*' : ''}${n}`,
      shortId(articleId),
      describeInstant(firstSeenAt),
      describeInstant(lastSeenAt),
      title ?? '(no title)',
    ]),
    { width: lineWidth(io), bold: io.colours.bold },
  )
  const count = `${versions.length} ${versions.length === 1 ? 'version' : 'versions'}`
  return [
    `${io.colours.bold(address)} · ${count}`,
    ...(others.length === 0 ? [] : [io.colours.dim(`also ${others.join(', ')}`)]),
    table,
  ].join('\n')
}
