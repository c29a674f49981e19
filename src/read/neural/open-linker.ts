import type { TokenRange } from '../token-range.ts'
import type { AnnotatedArticle } from './annotated-article.ts'
import { describeLink, findCandidates, findRoot, type LinkSpan } from './describe-link.ts'
import { chanceOf } from './exponential.ts'
import { temperatureOf } from './model-header.ts'
import type { Kernel, Pointer } from './open-kernel.ts'
import { type Layer, openLayer, runLayer } from './open-layer.ts'
import type { LabelHeader } from './open-names.ts'
import { describeTables, openTable, tableSize } from './open-table.ts'
import type { Weights } from './open-weights.ts'

/** `Source`: a cue chooses its source. `Content`: a content chooses its cue. */
export type LinkRole = 'Source' | 'Content'

/** What the header of the attribution model says. */
export interface AttributionHeader extends LabelHeader {
  readonly linker: {
    /** How many sentences away an option may stand. */
    readonly reach: Readonly<Record<LinkRole, number>>
    /** How many options are looked at. */
    readonly candidates: number
    readonly features: readonly number[]
  }
}

/** What one span chose. */
export interface Link {
  /** Place of what is chosen among the options; -1 for none. */
  readonly option: number
  /** The calibrated probability of the choice. */
  readonly confidence: number
  /** Places of the options looked at, nearest first, and their scores, that of “none” before them. */
  readonly candidates: readonly number[]
  readonly scores: readonly number[]
}

/** Lets each chooser choose among the options; both in order of the text. One link a chooser. */
export type LinkSpans = (
  article: AnnotatedArticle,
  states: Pointer,
  choosers: readonly TokenRange[],
  options: readonly TokenRange[],
) => Link[]

/** Loads the linker of one role into the kernel; `width` is that of the attribution model’s states. */
export function openLinker(kernel: Kernel, weights: Weights<AttributionHeader>, role: LinkRole): LinkSpans {
  const { width, linker } = weights.header
  const name = `linker.${role}`
  const layer = (part: string): Layer => openLayer(kernel, weights, `${name}.${part}`)
  const [span, option, out, none] = [layer('span'), layer('option'), layer('out'), layer('none')]
  const tableCount = linker.features.length + 2
  const tables = describeTables(
    kernel,
    Array.from({ length: tableCount }, (_, k) => openTable(kernel, weights, `${name}.tables.${k}`)),
  )
  const tableAt = (k: number): Pointer => tables + k * tableSize
  const temperature = temperatureOf(weights.header, `link_${role}`)
  const size = span.stride

  /** The spans’ views through a layer: one row of `size` floats each. */
  function view(states: Pointer, spans: readonly TokenRange[], through: Layer): Pointer {
    const views = kernel.allocate(spans.length * width * 3 * 4)
    for (const [k, { from, to }] of spans.entries())
      kernel.call.view(states, from, to, width, views + k * width * 3 * 4)
    return runLayer(kernel, through, views, spans.length)
  }

  return (article, states, choosers, options) => {
    if (choosers.length === 0) return []
    const rooted = (spans: readonly TokenRange[]): LinkSpan[] =>
      spans.map(({ from, to }) => ({ from, to, root: findRoot(article, { from, to }) }))
    const [rootedChoosers, rootedOptions] = [rooted(choosers), rooted(options)]
    const candidates = choosers.map((chooser) =>
      findCandidates(article, chooser, options, linker.reach[role], linker.candidates),
    )
    const pairCount = candidates.reduce((sum, { length }) => sum + length, 0)
    return kernel.borrow(() => {
      const own = view(states, choosers, span)
      const theirs = view(states, options, option)
      const pairs = kernel.allocate(pairCount * size * 4)
      let pair = pairs
      for (const [k, chooser] of rootedChoosers.entries()) {
        const chooserRow = own + k * size * 4
        kernel.call.add(chooserRow, tableAt(tableCount - 1), (article.relation[chooser.root] ?? 0) + 1)
        for (const place of candidates[k] ?? []) {
          const chosen = rootedOptions[place]
          if (chosen === undefined) continue
          addRows(kernel.floats, chooserRow / 4, theirs / 4 + place * size, pair / 4, size)
          const features = describeLink(article, chooser, chosen, choosers, options)
          for (const [table, row] of features.entries()) kernel.call.add(pair, tableAt(table), row)
          pair += size * 4
        }
      }
      const noneScores = runLayer(kernel, none, own, choosers.length, 'rectified') / 4
      const pairScores = runLayer(kernel, out, pairs, pairCount, 'rectified') / 4
      let next = 0
      return candidates.map((places, k): Link => {
        const scores = [kernel.floats[noneScores + k * none.stride] ?? 0]
        for (const _ of places) scores.push(kernel.floats[pairScores + next++ * out.stride] ?? 0)
        const best = scores.indexOf(Math.max(...scores))
        return {
          option: best === 0 ? -1 : (places[best - 1] ?? -1),
          confidence: chanceOf(scores, best, temperature),
          candidates: places,
          scores,
        }
      })
    })
  }
}

/** The sum of two rows of floats, each sum rounded to single precision by being stored. */
function addRows(floats: Float32Array, a: number, b: number, to: number, size: number): void {
  for (let k = 0; k < size; k++) floats[to + k] = (floats[a + k] ?? 0) + (floats[b + k] ?? 0)
}
