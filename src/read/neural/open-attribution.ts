import type { TokenRange } from '../token-range.ts'
import {
  type AnnotatedArticle,
  annotateArticle,
  cutArticle,
  type ParsedSentences,
} from './annotated-article.ts'
import { decodeLabels } from './decode-labels.ts'
import { logarithm, logistic } from './exponential.ts'
import { findSpans, type LabelledSpan } from './find-spans.ts'
import { measureSpans } from './measure-spans.ts'
import { temperatureOf } from './model-header.ts'
import { openEncoder } from './open-encoder.ts'
import { type LookUpFeatures, wordColumns } from './open-features.ts'
import type { Kernel } from './open-kernel.ts'
import { openLayer, runLayer } from './open-layer.ts'
import { type AttributionHeader, type Link, openLinker } from './open-linker.ts'
import { openMoves } from './open-names.ts'
import type { SyntaxModel } from './open-syntax.ts'
import type { Table } from './open-table.ts'
import { openWeights } from './open-weights.ts'

/** Who is said to have said what, in token numbers of the article; each list in order of the text. */
export interface Attribution {
  readonly cue: TokenRange
  /** Empty when nobody is named; two attributions may share a source. */
  readonly source: readonly TokenRange[]
  /** Never empty. */
  readonly content: readonly TokenRange[]
  /** The calibrated probability that cue, source and content are all right. */
  readonly confidence: number
}

/** Finds an article’s attributions, in order of their cues. */
export type FindAttributions = (article: ParsedSentences) => Attribution[]

/** Tokens whose cues are kept from one window, and tokens read before and behind: a long article’s memory is bounded. */
const core = 3072
const margin = 512

/** Loads the attribution model and its linkers into the kernel; `syntax` numbers the tags and relations it reads. */
export function openAttribution(
  kernel: Kernel,
  file: Uint8Array,
  vectors: Table,
  lookUp: LookUpFeatures,
  syntax: SyntaxModel,
): FindAttributions {
  const weights = openWeights<AttributionHeader>(file)
  const { header } = weights
  const encoder = openEncoder(kernel, weights, vectors)
  const layer = openLayer(kernel, weights, 'scores')
  const table = openMoves(weights)
  const chooseSource = openLinker(kernel, weights, 'Source')
  const chooseCue = openLinker(kernel, weights, 'Content')
  const statement = header.confidence.statement?.weights ?? [0, 1, 1, 1, 1, 0]

  function readWindow(article: AnnotatedArticle): Attribution[] {
    const count = article.words.length
    const columns = kernel.allocate(count * encoder.columns * 4)
    fillColumns(kernel.integers, columns / 4, encoder.columns, article, lookUp)
    const states = encoder.run(columns, [0, count], article.head)
    const scores = runLayer(kernel, layer, states, count) / 4
    const own = kernel.floats.slice(scores, scores + count * layer.stride)
    const spans = findSpans(decodeLabels(own, count, layer.stride, table), table.labels)
    const of = (label: string): LabelledSpan[] => spans.filter((span) => span.label === label)
    const [sources, cues, contents] = [of('Source'), of('Cue'), of('Content')]
    if (cues.length === 0 || contents.length === 0) return []
    const chances = new Map<TokenRange, number>()
    const measured = measureSpans(own, count, layer.stride, table, spans, (label) =>
      temperatureOf(header, label),
    )
    for (const [k, span] of spans.entries()) chances.set(span, measured[k] ?? 0)
    const ofCue = chooseSource(article, states, cues, sources)
    const ofContent = chooseCue(article, states, contents, cues)
    return cues.flatMap((cue, place) => {
      const chosenBy = contents.flatMap((content, k) => {
        const link = ofContent[k]
        return link?.option === place ? [{ content, link }] : []
      })
      if (chosenBy.length === 0) return []
      const sourceLink = ofCue[place]
      const source = sources[sourceLink?.option ?? -1]
      const links: Link[] = chosenBy.map(({ link }) => link)
      if (source !== undefined && sourceLink !== undefined) links.push(sourceLink)
      const lowest = (values: readonly number[]): number => logarithm(Math.max(1e-4, Math.min(1, ...values)))
      const evidence = [
        1,
        lowest(chosenBy.map(({ content }) => chances.get(content) ?? 0)),
        lowest([chances.get(cue) ?? 0]),
        lowest(source === undefined ? [] : [chances.get(source) ?? 0]),
        lowest(links.map(({ confidence }) => confidence)),
        source === undefined ? 1 : 0,
      ]
      const odds = evidence.reduce((sum, value, k) => sum + value * (statement[k] ?? 0), 0)
      return [
        {
          cue: toRange(cue),
          source: source === undefined ? [] : [toRange(source)],
          content: chosenBy.map(({ content }) => toRange(content)),
          confidence: logistic(odds),
        },
      ]
    })
  }

  return (parsed) => {
    const article = annotateArticle(parsed, syntax)
    const count = article.words.length
    if (count === 0) return []
    if (count <= core + 2 * margin) return kernel.borrow(() => readWindow(article))
    const found: Attribution[] = []
    for (let start = 0; start < count; start += core) {
      const from = Math.max(0, start - margin)
      const window = cutArticle(article, from, Math.min(count, start + core + margin))
      for (const attribution of kernel.borrow(() => readWindow(window))) {
        const moved = moveAttribution(attribution, from)
        const isOwn = moved.cue.from >= start && moved.cue.from < start + core
        if (isOwn && moved.cue.from >= (found.at(-1)?.cue.to ?? 0)) found.push(moved)
      }
    }
    return found
  }
}

const toRange = ({ from, to }: TokenRange): TokenRange => ({ from, to })

function moveAttribution(attribution: Attribution, by: number): Attribution {
  const move = ({ from, to }: TokenRange): TokenRange => ({ from: from + by, to: to + by })
  const { cue, source, content, confidence } = attribution
  return { cue: move(cue), source: source.map(move), content: content.map(move), confidence }
}

/** Writes a row of feature numbers for every token: those of its word, then those of its place. */
function fillColumns(
  integers: Int32Array,
  first: number,
  width: number,
  article: AnnotatedArticle,
  lookUp: LookUpFeatures,
): void {
  const { words, quotation, start, upos, relation, head } = article
  let at = first
  for (const [token, word] of words.entries()) {
    lookUp(word, integers, at)
    integers[at + wordColumns] = (quotation[token] ?? 0) + 1
    integers[at + wordColumns + 1] = start[token] ?? 1
    integers[at + wordColumns + 2] = (upos[token] ?? 0) + 1
    integers[at + wordColumns + 3] = (relation[token] ?? 0) + 1
    integers[at + wordColumns + 4] = bucketDistance((head[token] ?? token) - token)
    at += width
  }
}

/** 1 for a root; then heads before (2 to 8) and behind (9 to 15), by distance 1 2 3 4 5-7 8-15 16 and more. */
function bucketDistance(offset: number): number {
  if (offset === 0) return 1
  const far = Math.abs(offset)
  const bucket = far <= 4 ? far - 1 : far <= 7 ? 4 : far <= 15 ? 5 : 6
  return 2 + bucket + (offset < 0 ? 0 : 7)
}
