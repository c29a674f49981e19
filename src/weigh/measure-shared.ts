import type { SharedWords } from '../records/copy.ts'
import type { Run } from './align-words.ts'
import { holdsFirstPerson } from './holds-first-person.ts'
import type { Shared } from './judge-copy.ts'
import type { Print } from './to-print.ts'

/** Words of a stretch that can be no accident of phrasing. */
const stretchWords = 8

/** One of two articles that are measured against each other. */
export interface Side {
  readonly print: Print
  /** By place in `print.shingles`: 1 where the shingle is boilerplate. */
  readonly isBoilerplate: Uint8Array
}

/** Measures what two articles share, and gives the stretches that count with their spans in both, in order of `by`. */
export function measureShared(
  of: Side,
  by: Side,
  runs: readonly Run[],
): { readonly shared: Shared; readonly stretches: readonly SharedWords[] } {
  const [ofBoilerplate, byBoilerplate] = [markBoilerplate(of), markBoilerplate(by)]
  const stretches: SharedWords[] = []
  const countedOf = new Uint8Array(of.print.words.starts.length)
  let [words, quoted, boilerplate, long, spoken] = [0, 0, 0, 0, 0]
  for (const run of runs) {
    let from = 0
    for (let k = 0; k <= run.length; k++) {
      const [i, j] = [run.of + k, run.by + k]
      const isEnd = k === run.length
      const isQuoted = !isEnd && (of.print.isQuoted[i] === 1 || by.print.isQuoted[j] === 1)
      const isBoilerplate = !isEnd && (ofBoilerplate[i] === 1 || byBoilerplate[j] === 1)
      if (!isEnd && !isQuoted && !isBoilerplate) {
        countedOf[i] = 1
        words++
        continue
      }
      if (isQuoted) quoted++
      else if (isBoilerplate) boilerplate++
      if (k > from) {
        if (k - from >= stretchWords) long++
        const span = spanOf(by.print, run.by + from, run.by + k)
        if (holdsFirstPerson(by.print.article.text.slice(span.start, span.end))) spoken += k - from
        stretches.push({ of: spanOf(of.print, run.of + from, run.of + k), by: span })
      }
      from = k + 1
    }
  }
  const wordsOf = countedOf.reduce((sum, counted) => sum + counted, 0)
  return {
    shared: {
      share: shareOf(words, countOwn(by.print, byBoilerplate)),
      shareOfOriginal: shareOf(wordsOf, countOwn(of.print, ofBoilerplate)),
      words,
      stretches: long,
      spoken,
      quoted,
      boilerplate,
    },
    stretches,
  }
}

/** To four decimals. A word that is boilerplate of the other alone may be counted in none: hence the cap. */
const shareOf = (words: number, own: number) =>
  own === 0 ? 0 : Math.min(1, Math.round((10_000 * words) / own) / 10_000)

function countOwn(print: Print, isBoilerplate: Uint8Array): number {
  let own = 0
  for (let i = 0; i < isBoilerplate.length; i++) {
    if (print.isQuoted[i] !== 1 && isBoilerplate[i] !== 1) own++
  }
  return own
}

/** By word: 1 where the nearest sampled shingle is boilerplate; they stand some four words apart. */
function markBoilerplate({ print, isBoilerplate }: Side): Uint8Array {
  const { places } = print
  const marks = new Uint8Array(print.words.starts.length)
  let s = 0
  for (let i = 0; i < marks.length; i++) {
    while (s + 1 < places.length && Math.abs((places[s + 1] ?? 0) - i) <= Math.abs((places[s] ?? 0) - i)) s++
    marks[i] = isBoilerplate[s] ?? 0
  }
  return marks
}

const spanOf = ({ words }: Print, from: number, to: number) => ({
  start: words.starts[from] ?? 0,
  end: words.ends[to - 1] ?? 0,
})
