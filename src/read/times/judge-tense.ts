import type { Sentence } from '../../records/reading.ts'

/** When a clause’s verb puts what it tells, seen from the article’s day. */
export type Tense = 'past' | 'present' | 'future'

/** Words that put what hangs on them ahead: “is due on Thursday”, “scheduled for May”, “payable Dec. 7”. */
const ahead = new Set(
  'schedule plan expect due slate reschedule await prepare anticipate upcoming hope intend propose payable effective'.split(
    ' ',
  ),
)

/** Verbs that move a day ahead where “until” or “to” leads to it: “postponed until Tuesday”. */
const moving = new Set(
  'extend delay postpone adjourn suspend defer reschedule move put push give have'.split(' '),
)

/** Nouns whose “to” tells what is still to come: “a plan to meet on Thursday”. */
const intents = new Set(
  'plan decision agreement deal intention bid proposal offer promise pledge deadline vow chance effort order'.split(
    ' ',
  ),
)

/** Verbs whose “to” tells of what happened, at their own time: “managed to land on Thursday”, “failed to vote”. */
const implicative = new Set(
  'manage fail force begin start continue help seem appear allow decline refuse try attempt come get use have cause compel oblige enable lead go prove turn'.split(
    ' ',
  ),
)

/** How far up the tree a verb is looked for: deeper than clauses of news go, and a bound on hostile ones. */
const maxClimb = 12

/** Looks up the tense of the verb that governs a token; the parse is gone through once a sentence. */
export interface TenseJudge {
  /**
   * @param from the first token of the time.
   * @param before the word that leads to the time, in lower case: “until”.
   */
  of(token: number, from: number, before: string): Tense | null
}

/** @param times tokens that tell times, and so are no auxiliaries. */
export function openTenseJudge(
  { tokens }: Pick<Sentence, 'tokens'>,
  times: ReadonlySet<number> = new Set(),
): TenseJudge {
  let own: (Tense | null)[] | undefined
  let tellsPast = false
  const isDone = (at: number) => {
    const { head = -1, deprel = '' } = tokens[at] ?? {}
    const above = tokens[head]?.lemma ?? ''
    if (deprel.startsWith('xcomp') || deprel.startsWith('ccomp')) return implicative.has(above)
    if (deprel.startsWith('acl')) return !intents.has(above)
    return deprel.startsWith('advcl')
  }
  return {
    of: (token, from, before) => {
      if (own === undefined) {
        own = judgeAll(tokens, times)
        tellsPast = own.includes('past')
      }
      const beside = besideVerb(tokens, from)
      if (beside) return beside
      if (/^(?:as|effective|payable|due|scheduled|expected|slated)$/.test(before)) return 'future'
      const isTo = before === 'until' || before === 'till' || before === 'to'
      let at = token
      for (let steps = 0; steps < maxClimb && at >= 0; steps++) {
        const word = tokens[at]
        if (!word) return null
        if (steps > 0 && isAhead(tokens, at)) return 'future'
        if (isTo && moving.has(word.lemma)) return 'future'
        const tense = own[at]
        if (tense === 'future' && isInfinitive(word.features) && isToMarked(tokens, at) && isDone(at))
          at = word.head
        else if (tense === 'present' && steps === 1 && isPlanned(before) && !tellsPast) return 'future'
        else if (tense) return tense
        else at = word.head
      }
      return null
    },
  }
}

/** “is due”, “set for May”; “as planned” came as it should. */
const isAhead = (tokens: Sentence['tokens'], at: number) => {
  const lemma = tokens[at]?.lemma ?? ''
  if (lemma === 'set') return tokens[at + 1]?.lemma === 'for' || tokens[at + 1]?.lemma === 'to'
  const upos = tokens[at]?.upos
  return (upos === 'VERB' || upos === 'ADJ') && ahead.has(lemma) && !isAs(tokens, at)
}

/** Nouns that tell of what was said or done, with the day right after them: “his statement Tuesday”. */
const done = new Set(
  'statement remark comment announcement ruling decision interview speech testimony arrest death killing'.split(
    ' ',
  ),
)

/** A finite verb of the past right before the time has it, whatever the parse: “announced Friday”, “met on Monday”. */
function besideVerb(tokens: Sentence['tokens'], from: number): Tense | null {
  const at = tokens[from - 1]?.lemma === 'on' ? from - 2 : from - 1
  const word = tokens[at]
  if (word?.upos === 'NOUN' && at === from - 1 && done.has(word.lemma)) return 'past'
  if (word?.upos !== 'VERB' || !word.features?.includes('Tense=Past') || isAhead(tokens, at)) return null
  const before = tokens[at - 1]
  return before?.upos === 'AUX' || before?.lemma === 'to' ? null : 'past'
}

/** “The court meets on Monday”: a day that a verb of the present has is to come, but for “since Monday”, and where the sentence tells the past too. */
const isPlanned = (before: string) => !/^(?:since|from|after|for)$/.test(before)

const isInfinitive = (features: string | null) => features?.includes('VerbForm=Inf') ?? false

/** “as planned”, “as previously planned”: it came as it should. */
const isAs = (tokens: Sentence['tokens'], at: number) =>
  tokens[at - 1]?.lemma === 'as' || tokens[at - 2]?.lemma === 'as' || tokens[at - 1]?.lemma === 'previously'

/** “to meet”, with at most two words between: “to formally meet”. */
const isToMarked = (tokens: Sentence['tokens'], at: number) =>
  [1, 2, 3].some((back) => tokens[at - back]?.lemma === 'to' && tokens[at - back]?.head === at)

/** The tense of every verb by itself and its auxiliaries; null for what is no verb. */
function judgeAll(tokens: Sentence['tokens'], times: ReadonlySet<number>): (Tense | null)[] {
  const tenses = tokens.map(({ upos, features }): Tense | null => {
    if (upos !== 'VERB' && upos !== 'AUX') return null
    if (features?.includes('Tense=Past')) return 'past'
    return features?.includes('Tense=Pres') && features.includes('VerbForm=Fin') ? 'present' : null
  })
  for (const [i, { head, deprel, lemma, features }] of tokens.entries()) {
    if (head < 0 || times.has(i)) continue
    if (deprel.startsWith('aux') || deprel === 'cop') {
      // “will meet”, “would meet”, “shall”, “’ll”
      if (/^(?:will|would|shall|wo|'ll|’ll|'d)$/.test(lemma)) tenses[head] = 'future'
      else if (tenses[head] === 'future') continue
      // “has met”, “was meeting”
      else if (lemma === 'have' || features?.includes('Tense=Past')) tenses[head] = 'past'
      // “could be seen on Monday”, “could meet as early as Monday”: the words before the day tell.
      else if (lemma === 'could') tenses[head] = null
      else if (/^(?:may|might|can|should|must)$/.test(lemma)) tenses[head] = 'future'
      // “is heard in May”
      else tenses[head] = 'present'
    } else if (deprel === 'mark' && lemma === 'to') {
      if (isInfinitive(tokens[head]?.features ?? null) || tenses[head] === null) tenses[head] = 'future'
    }
  }
  return tenses
}
