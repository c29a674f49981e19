/** Words of doubt at the head of a proposition: “she doubted that …”, “there is no doubt that …”. */
export interface Doubt {
  /** Where what is doubted begins, in UTF-16 units of the words. */
  readonly start: number
  /** False where the doubt is negated: “did not doubt that” says that it is so. */
  readonly isDoubted: boolean
}

/** How much is looked at, in words: whoever doubts says so first. */
const looked = 20

const token = /\p{L}+(?:['’-]\p{L}+)*|[^\s\p{L}]/gu

/** Verbs that may stand before the doubt: “expressed serious doubt that”. */
const between = new Set('remained seemed expressed voiced raised'.split(' '))
const negations = new Set(
  'not never no nobody none neither nor little few hardly scarcely cannot beyond without'.split(' '),
)
/** Words that belong to no phrase of who doubts: what stands behind them is no matter of the head. */
const elsewhere = new Set(
  `that which who whom whose if whether when while because although though as where after before since until unless than
  amid amidst despite over about by with without from for to in on into than said says tell tells told`.split(
    /\s+/,
  ),
)
const doubting = new Set(['doubt', 'doubts', 'doubted', 'doubting'])
/** After which what is doubted may stand without “that”. */
const doubtingBare = new Set('doubt doubts doubted hard harder difficult convinced persuaded'.split(' '))
/** An adjective says it only of somebody: “is sceptical he will go”. */
const copula =
  /^(?:am|is|are|was|were|be|been|being|remain(?:s|ed)?|seem(?:s|ed)?|feels?|felt|.{1,10}'(?:m|s|re))$/
const doubtful = new Set(['doubtful', 'dubious', 'sceptical', 'skeptical', 'unconvinced', 'unpersuaded'])
const convinced = new Set(['convinced', 'persuaded'])
const disbelief = /^(?:hard|harder|difficult)$/

/**
 * Finds the doubt that the head of a proposition tells: null where it tells none, or where nothing that is doubted follows
 * (“I doubt it”).
 *
 * “Not convinced that” and “hard to believe that” doubt, too. “Not sure that” does not know, and “disputes that” denies.
 */
export function findDoubt(words: string): Doubt | null {
  const tokens = [...words.slice(0, 400).matchAll(token)].slice(0, looked)
  const lower = tokens.map(([word]) => word.toLowerCase().replaceAll('’', "'"))
  let isNegated = false
  let i = 0
  while (/^["“”'‘’]$/.test(lower[i] ?? '') || (i < 2 && lower[i] === 'that')) i++
  for (; i < tokens.length; i++) {
    const word = lower[i] ?? ''
    const end = endOfDoubt(lower, i)
    if (end !== -1) {
      const isSaidOf =
        !/^(?:the|an?)$/.test(lower[i - 1] ?? '') && lower.slice(0, i).some((each) => copula.test(each))
      const start = startOfDoubted(tokens, lower, end, isSaidOf || doubtingBare.has(word))
      if (start === -1) return null
      // “is not convinced that” doubts; “is convinced that” is sure.
      if (convinced.has(word)) return isNegated ? { start, isDoubted: true } : null
      return { start, isDoubted: !isNegated }
    }
    // “Not only the army but also the ministry doubts …”
    if (word === 'not' && lower[i + 1] === 'only') continue
    if (negations.has(word) || word.endsWith("n't")) isNegated = true
    else if (/^[^\p{L}]$/u.test(word) || elsewhere.has(word)) return null
    // “resigned amid …”, “opened the talks …”: another verb comes first, and the head tells that.
    else if (/ed$/.test(word) && !between.has(word)) return null
  }
  return null
}

/** The token behind the words of doubt that begin at a token; -1 where none do. */
function endOfDoubt(lower: readonly string[], i: number): number {
  const word = lower[i] ?? ''
  if (disbelief.test(word)) return lower[i + 1] === 'to' && lower[i + 2] === 'believe' ? i + 3 : -1
  if (doubting.has(word) || doubtful.has(word) || convinced.has(word)) return i + 1
  return -1
}

/** What is doubted where it is not a clause of its own: “cast doubt on the claim that …”. */
const told =
  /^(?:claims?|reports?|ideas?|suggestions?|notions?|allegations?|assertions?|stor(?:y|ies)|views?|accounts?|statements?|assumptions?|rumou?rs?|contention)$/

/** Where what is doubted begins, of what stands behind the words of doubt; -1 where that is no proposition. */
function startOfDoubted(
  tokens: readonly RegExpExecArray[],
  lower: readonly string[],
  end: number,
  mayBeBare: boolean,
): number {
  // “has doubts about whether …”
  const k = /^(?:about|over|on)$/.test(lower[end] ?? '') ? end + 1 : end
  // “doubts the report that …”, “cast doubt on the army’s claims that …”
  const noun = lower.slice(k, k + 5).findIndex((each) => told.test(each))
  const behind = noun === -1 ? -1 : markBehind(lower, k + noun + 1)
  const mark = behind === -1 ? k : behind
  if (/^(?:that|whether|if)$/.test(lower[mark] ?? '')) return tokens[mark + 1]?.index ?? -1
  if (k !== end) return -1
  // “doubted Quintero would resign”, “doubts she will”, and not “I doubt it.”, “doubts the report”
  const isBare =
    /^\p{Lu}/u.test(tokens[k]?.[0] ?? '') ||
    /^(?:he|she|they|it|there|the|this|we|you|i|any|anyone|anybody)$/.test(lower[k] ?? '')
  const holdsVerb = lower.slice(k + 1, k + 6).some((each) => finite.test(each))
  // “Sceptical Republicans have agreed” doubts nothing.
  return mayBeBare && isBare && holdsVerb ? (tokens[k]?.index ?? -1) : -1
}

/** The “that” of “report that …”, “report by the Ledger that …”; -1 where there is none. */
function markBehind(lower: readonly string[], from: number): number {
  if (lower[from] === 'that') return from
  const that = /^(?:by|from|of|in)$/.test(lower[from] ?? '')
    ? lower.slice(from, from + 7).indexOf('that')
    : -1
  return that === -1 ? -1 : from + that
}

/** A verb that shows words to be a clause: “doubts Quintero will resign”. */
const finite =
  /^(?:am|is|are|was|were|has|have|had|does|did|will|would|can|could|may|might|shall|should|must|.{2,20}n't)$/
