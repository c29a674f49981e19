import stringWidth from 'string-width'
import type { Article } from '../records/article.ts'
import type { Reading, Sentence, Statement } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import { describeChain, describeSource } from './describe-source.ts'
import { type BracketSet, bracketStyles, drawBrackets, type PieceRole } from './draw-brackets.ts'
import { drawTree } from './draw-tree.ts'
import { formatConfidence } from './format-confidence.ts'
import type { Io } from './io.ts'
import { pad, shorten, wrap } from './layout.ts'
import { toShowable } from './to-showable.ts'
import { withoutSteering } from './without-steering.ts'
import { wordsAt } from './words-at.ts'

export interface ExplanationOptions {
  readonly withFeatures: boolean
}

/** What the printing of one sentence looks at. */
interface View {
  /** Of the article, safe to print. */
  readonly text: string
  readonly reading: Reading
  readonly io: Io
}

/** How a text was read, sentence by sentence: tree, brackets, then a list of whatever was found in it. */
export function printExplanation(
  article: Article,
  read: Reading,
  io: Io,
  { withFeatures }: ExplanationOptions,
): string {
  const reading = withoutSteering(read)
  const view: View = { text: toShowable(article.text), reading, io }
  const { dim } = io.colours
  const sentences = reading.sentences.map((sentence, ordinal) =>
    [
      io.colours.bold(`Sentence ${ordinal + 1} of ${reading.sentences.length}`),
      drawSentenceTree(sentence, view, withFeatures).join('\n'),
      drawStatements(sentence, view).join('\n'),
      ...describeStatements(ordinal, view),
      ...describeFindings(sentence, view),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  )
  return `${[...sentences, dim(wrap(describeReading(reading), io.width).join('\n'))].join('\n\n\n')}\n`
}

function describeReading({ mode, statements, mentions }: Reading): string {
  const how =
    mode === 'full'
      ? 'Read in full mode: the trained networks, joined with rules.'
      : 'Read in fast mode: a small parser and rules.'
  return [...statements, ...mentions].some(({ confidence }) => confidence !== null)
    ? `${how} A probability is our extractor’s own, calibrated: not the source’s hedge, and not whether it is true.`
    : how
}

/** Longer words are cut in the tree; the brackets show them whole. */
const widestWord = 24

function drawSentenceTree(sentence: Sentence, { text, io }: View, withFeatures: boolean): string[] {
  const { bold, cyan, dim } = io.colours
  const { tokens } = sentence
  const branches = drawTree(tokens.map(({ head }) => head))
  const words = tokens.map((token) => shorten(wordsAt(text, token), widestWord))
  const widthOf = (values: readonly string[]) => Math.max(0, ...values.map((value) => stringWidth(value)))
  const lemmaWidth = Math.min(widthOf(tokens.map(({ lemma }) => lemma)), 16)
  const relationWidth = widthOf(tokens.map(({ deprel }) => deprel))
  const tags = 5 + 2 + relationWidth + 2 + lemmaWidth
  const wanted = widthOf(tokens.map((_, i) => `${branches[i]?.branch}${words[i]}`))
  const wordWidth = Math.min(wanted, io.width - 2 - tags)
  return tokens.flatMap(({ upos, deprel, lemma, features, head }, i) => {
    const { branch = '', below = '' } = branches[i] ?? {}
    const word = head === -1 ? bold(words[i] ?? '') : words[i]
    const left = pad(`${dim(branch)}${word}`, wordWidth)
    const lemmaShown = shorten(toShowable(lemma), lemmaWidth)
    const row = `${left}  ${cyan(pad(upos, 5))}  ${pad(deprel, relationWidth)}  ${dim(lemmaShown)}`.trimEnd()
    if (!withFeatures || features === null) return [row]
    const indent = `${dim(pad(below, wordWidth))}  `
    const lines = wrap(features.replaceAll('|', ' '), Math.max(20, io.width - wordWidth - 2))
    return [row, ...lines.map((line) => indent + dim(line.replaceAll(' ', '|')))]
  })
}

const addressOf = (ordinal: number): string => `s${ordinal + 1}`

function drawStatements(sentence: Sentence, { text, reading, io }: View): string[] {
  const { blue, yellow, green, dim } = io.colours
  const paints: Record<PieceRole, (line: string) => string> = {
    source: blue,
    cue: yellow,
    content: green,
    via: blue,
    condition: green,
  }
  const sets = reading.statements.map((statement, i) => ({
    label: addressOf(i),
    pieces: findPieces(statement),
  }))
  const lines = drawBrackets(text, sentence, sets, {
    width: io.width,
    paint: (role, line) => paints[role](line),
    dim,
  })
  const roles = new Set(
    sets.flatMap(({ pieces }) => pieces.filter((piece) => overlaps(piece, sentence))).map(({ role }) => role),
  )
  const legend = (Object.keys(bracketStyles) as PieceRole[])
    .filter((role) => roles.has(role))
    .map((role) => `${paints[role](bracketStyles[role].join(''))} ${dim(role)}`)
  const indent = ' '.repeat(lines[0]?.search(/\S/) ?? 0)
  return legend.length > 0 ? [...lines, indent + legend.join('  ')] : lines
}

function findPieces(statement: Statement): BracketSet['pieces'] {
  const { source, cue, contentParts, via, condition } = statement
  const piece = (role: PieceRole) => (span: Span | null) => (span ? [{ ...span, role }] : [])
  return [
    ...piece('source')(source),
    ...piece('cue')(cue),
    ...contentParts.flatMap(piece('content')),
    ...piece('via')(via),
    ...piece('condition')(condition),
  ]
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The statements whose cue stands in the sentence, each with who says what and how that was read. */
function describeStatements(sentence: number, { text, reading, io }: View): string[] {
  const { bold, cyan, dim } = io.colours
  const lines = reading.statements.flatMap((statement, ordinal) => {
    if (statement.sentence !== sentence) return []
    const source = describeSource(text, reading, statement) ?? 'nobody named'
    const content = statement.contentParts.map((part) => wordsAt(text, part)).join(' … ')
    const chain = describeChain(text, reading, statement, addressOf)
    const how = [statement.kind, statement.modality ?? 'not asserted', ...chain].join(' · ')
    const indent = '    '
    return [
      ...wrap(
        `${source} → ${wordsAt(text, statement.cue)} → ${content || 'no words to point at'}`,
        io.width - 4,
      ),
      ...wrap(how, io.width - 4).map(cyan),
      dim(sayConfidence(statement.confidence)),
    ].map((line, i) => (i === 0 ? bold(pad(addressOf(ordinal), 4)) : indent) + line)
  })
  return lines.length > 0 ? [lines.join('\n')] : []
}

const sayConfidence = (confidence: number | null): string =>
  confidence === null
    ? 'found by rules alone, which give no probability'
    : `read by the networks, probability ${formatConfidence(confidence)}`

const sayConfidenceShort = (confidence: number | null): string =>
  confidence === null ? 'by rules' : formatConfidence(confidence)

const typeWords = {
  PER: 'person',
  ORG: 'organisation',
  GPE: 'country or city',
  LOC: 'place',
  MISC: 'other name',
} as const

/** Names, references, times and events that begin in the sentence, a list each; what was not found has none. */
function describeFindings(sentence: Sentence, view: View): string[] {
  const { text, reading } = view
  const isHere = ({ start }: Span) => sentence.start <= start && start < sentence.end
  const names = reading.mentions.filter(isHere).map((mention) => {
    const words = wordsAt(text, mention)
    return [
      words,
      typeWords[mention.type],
      sayConfidenceShort(mention.confidence),
      ...(mention.entity === null || mention.entity === words ? [] : [`→ ${toShowable(mention.entity)}`]),
      ...(mention.role === null ? [] : [`role: ${wordsAt(text, mention.role)}`]),
    ]
  })
  const references = reading.references.filter(isHere).map((reference) => {
    const mention = reading.mentions[reference.mention]
    const meant = mention?.entity ?? (mention ? wordsAt(text, mention) : '?')
    return [wordsAt(text, reference), reference.kind, `→ ${toShowable(meant)}`]
  })
  const times = reading.times.filter(isHere).map((time) => {
    const days = time.from === null ? null : time.to === time.from ? time.from : `${time.from}/${time.to}`
    return [wordsAt(text, time), time.type.toLowerCase(), [time.timex, days].filter(isNews).join(' · ')]
  })
  const events = reading.events
    .filter(({ evidence: [first] }) => first !== undefined && isHere(first))
    .map(({ type, mode, cameo, actor, recipient, modality, when }) => [
      `${actor?.entity ?? '?'} → ${recipient?.entity ?? '?'}`,
      [type, mode, cameo].filter(Boolean).join(' '),
      [modality, when?.from].filter(Boolean).join(' · '),
    ])
  return [
    layList('Names', names, view),
    layList('References', references, view),
    layList('Times', times, view),
    layList('Events', events, view),
  ].filter((list) => list !== '')
}

/** Keeps what is there and not said already. */
const isNews = (part: string | null, i: number, parts: readonly (string | null)[]): boolean =>
  part !== null && parts.indexOf(part) === i

/** Rows of words, kind and notes under a head; notes that find no room go on under themselves. */
function layList(head: string, rows: readonly (readonly string[])[], { io }: View): string {
  if (rows.length === 0) return ''
  const { bold, cyan, dim } = io.colours
  const widthOf = (column: number, most: number) =>
    Math.min(most, Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))))
  const [first, second] = [widthOf(0, 32), widthOf(1, 22)]
  const indent = 4 + first + 2 + second + 2
  const lines = rows.flatMap(([words = '', kind = '', ...notes]) =>
    wrapOrOne(notes.join(' · '), io.width - indent).map((line, i) =>
      i === 0
        ? `    ${pad(shorten(words, first), first)}  ${cyan(pad(kind, second))}  ${dim(line)}`.trimEnd()
        : `${' '.repeat(indent)}${dim(line)}`,
    ),
  )
  return [bold(head), ...lines].join('\n')
}

function wrapOrOne(text: string, width: number): string[] {
  const lines = wrap(text, width)
  return lines.length > 0 ? lines : ['']
}
