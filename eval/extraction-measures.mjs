/** Measures of extracted text, as the benchmarks define them, in our own words. */

/**
 * Share of four-word shingles that two texts have in common, missed and too many (Zyte’s article extraction benchmark):
 * shingles are counted with their repetitions and the three shares sum to 1, so that long texts weigh no more.
 */
export function matchShingles(gold, found, size = 4) {
  const [wanted, given] = [countShingles(gold, size), countShingles(found, size)]
  let [both, extra, missed] = [0, 0, 0]
  for (const key of new Set([...wanted.keys(), ...given.keys()])) {
    const [left, right] = [wanted.get(key) ?? 0, given.get(key) ?? 0]
    both += Math.min(left, right)
    extra += Math.max(0, right - left)
    missed += Math.max(0, left - right)
  }
  const all = both + extra + missed || 1
  return { both: both / all, extra: extra / all, missed: missed / all }
}

/** Precision and recall averaged over documents (those that gave, or hold, anything); F1 of the two means. */
export function averageMatches(matches) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1)
  const precision = mean(matches.filter((m) => m.both + m.extra > 0).map((m) => m.both / (m.both + m.extra)))
  const recall = mean(matches.filter((m) => m.both + m.missed > 0).map((m) => m.both / (m.both + m.missed)))
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { f1: round(f1), precision: round(precision), recall: round(recall) }
}

const round = (share) => Math.round(share * 10_000) / 10_000

function countShingles(text, size) {
  const words = text.match(/[\p{L}\p{N}\p{M}_]+/gu) ?? []
  const counts = new Map()
  for (let i = 0; i < Math.max(1, words.length - size + 1); i++) {
    const shingle = words.slice(i, i + size).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

/**
 * ROUGE-LSum (Lin 2004) of two texts, a line a sentence: the words of each wanted line that lie on a longest common
 * subsequence with any line given, each word of either text counted once.
 *
 * Words are runs of letters and digits in lower case, and each character of Chinese, Japanese, Thai and Khmer, where
 * the usual implementation sees Latin letters alone.
 */
export function rougeLSum(gold, found) {
  const wanted = gold.split('\n').map(toWords)
  const given = found.split('\n').map(toWords)
  const [left, right] = [countWords(wanted), countWords(given)]
  const [total, offered] = [wanted.flat().length, given.flat().length]
  let hits = 0
  for (const line of wanted) {
    const common = new Set(given.flatMap((other) => alignLines(line, other)))
    for (const i of [...common].sort((a, b) => a - b)) {
      const word = line[i]
      if ((left.get(word) ?? 0) === 0 || (right.get(word) ?? 0) === 0) continue
      hits++
      left.set(word, left.get(word) - 1)
      right.set(word, right.get(word) - 1)
    }
  }
  const [precision, recall] = [offered === 0 ? 0 : hits / offered, total === 0 ? 0 : hits / total]
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f1 }
}

const toWords = (line) =>
  line
    .toLowerCase()
    .match(
      /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}]|(?:(?![\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}])[\p{L}\p{N}\p{M}])+/gu,
    ) ?? []

function countWords(lines) {
  const counts = new Map()
  for (const line of lines) for (const word of line) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Places in `line` of one longest common subsequence with `other`. */
function alignLines(line, other) {
  if (line.length === other.length && line.every((word, i) => word === other[i])) return line.map((_, i) => i)
  const width = other.length + 1
  const lengths = new Uint16Array((line.length + 1) * width)
  for (let i = 1; i <= line.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      lengths[i * width + j] =
        line[i - 1] === other[j - 1]
          ? lengths[(i - 1) * width + j - 1] + 1
          : Math.max(lengths[(i - 1) * width + j], lengths[i * width + j - 1])
    }
  }
  const places = []
  for (let [i, j] = [line.length, other.length]; i > 0 && j > 0; ) {
    if (line[i - 1] === other[j - 1]) {
      places.push(--i)
      j--
    } else if (lengths[i * width + j - 1] > lengths[(i - 1) * width + j]) j--
    else i--
  }
  return places
}

/** Share of pairs of neighbouring gold paragraphs, both found, that stand in the same order in what was found. */
export function orderKept(gold, found) {
  const places = gold.map((line) => found.indexOf(line)).filter((at) => at !== -1)
  if (places.length < 2) return null
  const kept = places.slice(1).filter((at, i) => at > places[i]).length
  return kept / (places.length - 1)
}
