import { findDoubt } from '../records/find-doubt.ts'
import type { Report } from '../records/report.ts'
import { type Act, acts } from './acts.ts'
import { commonWords, lightVerbs, stopWords, timeWords } from './common-words.ts'
import { cutDeniedDays } from './cut-denied-days.ts'
import { findDays } from './find-days.ts'
import { type Figure, findFigures } from './find-figures.ts'
import { isRoleName, toNames } from './to-names.ts'
import { type PersonName, toPersonName } from './to-person-name.ts'
import { toNameStem, toStem } from './to-stem.ts'

/** One word of a proposition that carries it. */
export interface PropositionWord {
  /** The act’s name for a word of `acts`, else its stem; names are without accents and endings. */
  readonly stem: string
  readonly kind: 'name' | 'act' | 'word'
  readonly weight: number
  /** May be the verb of its clause, by its ending or what stands before it. */
  readonly isVerb: boolean
  readonly isNegated: boolean
  /** Turns what it governs into a plan or a wish; not in a condition: “if he were promised immunity” promises nothing. */
  readonly isOperator: boolean
  /** Stands in a condition or an open question: “if chemical weapons were used” says of no use. */
  readonly isConditional: boolean
}

/** What a report asserts, made ready for comparing. */
export interface Proposition {
  /** In order of the text, each stem once. */
  readonly words: ReadonlyMap<string, PropositionWord>
  /** Sum of the weights. */
  readonly weight: number
  /** Every word in order, folded: two reports with the same are the same words. */
  readonly print: string
  /** Acts that the words name. */
  readonly acts: ReadonlySet<string>
  /** Names of those who act or are acted on, in order; “by X” stands first: “X was met by Y” is “Y met X”. */
  readonly cast: readonly string[]
  /** Names after “in”, “at”, “near”. */
  readonly places: ReadonlySet<string>
  /** Names with a number of their own: “gpt” of “GPT-6” is 6. */
  readonly models: ReadonlyMap<string, string>
  /** First letters of each name of several words: “uae” for United Arab Emirates, with its words. */
  readonly initials: ReadonlyMap<string, readonly string[]>
  readonly figures: readonly Figure[]
  /** “we”, “I”: says something else in another mouth. */
  readonly isFirstPerson: boolean
  readonly isQuestion: boolean
  /** Said of what is to come. */
  readonly isPlanned: boolean
  /** “would”, “may”: may be told of what is to come and of what is not sure. */
  readonly isModal: boolean
  /** Negated as a whole: by its modality, or “denied that” before it. */
  readonly isNegated: boolean
  /** Names in “Veresk said that” before it; null where there is no such thing: to tell that he said so is another claim. */
  readonly teller: ReadonlySet<string> | null
  /** Whom the speaker’s words and the resolved entity name; empty for a pronoun or nobody. */
  readonly speaker: ReadonlySet<string>
  /** Who is said to say it, and who says it; null where they have no name. */
  readonly tellerName: PersonName | null
  readonly speakerName: PersonName | null
  /** Who has no name: “ministry” of “the ministry said that” before it, else of the source; empty for a pronoun. */
  readonly role: string
  /** Days that the words give (“18 November”, “on Thursday”), as days since 1970; the year is that of the article. */
  readonly days: readonly number[]
  /** Days that it says it was not: the 12th of “on 14 March, not on 12 March”. */
  readonly deniedDays: readonly number[]
}

const weights = { name: 1, word: 1, act: 1, common: 0.35 }
/** More words than this are a speech; what follows is not compared. */
const mostWords = 120
const mostCharacters = 1500

const token = /[\p{L}\p{M}\p{N}]+(?:[-.’'][\p{L}\p{M}\p{N}]+)*/gu
const auxiliaries = new Set(
  'has had have having was were is are be been being am will would could can may might shall should must did does do to not'.split(
    ' ',
  ),
)
const negators = new Set("not no never neither nor cannot without nobody n't".split(' '))
const conditions = new Set('if unless once provided whether'.split(' '))
const negatives = new Set('none nothing'.split(' '))
const firstPersons = new Set("i we our us my me ours i'm we're i've we've i'll we'll".split(' '))
const placing = new Set('in at near outside inside off around'.split(' '))
const planned =
  /\b(?:will|shall|plans? to|planned to|is to|are to|set to|due to|expected to|expects to|intends? to|going to|won[’']t|’ll)\b/i
const modal = /\b(?:would|could|may|might|should|can|must)\b/i
interface PhraseAct {
  readonly stems: readonly string[]
  readonly act: Act
}

const byFirstStem = new Map<string, PhraseAct[]>()
for (const act of acts) {
  for (const words of act.words.split(',')) {
    const stems = words.trim().split(/\s+/).map(toStem)
    const [first = ''] = stems
    byFirstStem.set(first, [...(byFirstStem.get(first) ?? []), { stems, act }])
  }
}
for (const phrases of byFirstStem.values()) phrases.sort((a, b) => b.stems.length - a.stems.length)
const actsByName: ReadonlyMap<string, Act> = new Map(acts.map((act) => [act.act, act]))

/** The act of a name in `acts`. */
export const getAct = (name: string): Act | undefined => actsByName.get(name)

const known = new WeakMap<Report, Proposition>()

/** Makes a report ready for comparing; linear in its words, and made once for each report. */
export function toProposition(report: Report): Proposition {
  const held = known.get(report)
  if (held) return held
  const proposition = makeProposition(report)
  known.set(report, proposition)
  return proposition
}

interface Token {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
}

function makeProposition(report: Report): Proposition {
  const { text: told, isDenied, isInside, teller } = withoutReporting(report)
  const { text, deniedDays } = cutDeniedDays(told, report.publishedAt)
  const tokens = toTokens(text)
  const isName = findNames(tokens, text, isInside || report.span.start > report.sentence.start)
  const words = new Map<string, PropositionWord>()
  const cast: string[] = []
  const places = new Set<string>()
  const models = new Map<string, string>()
  let isFirstPerson = false
  let negation = 0
  let isCondition = false
  let lastVerb: string | null = null
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]
    if (!word) break
    const { lower } = word
    if (conditions.has(lower)) isCondition = true
    else if (isCondition && i > 0 && /[,;.]/.test(text.slice(tokens[i - 1]?.end, word.start)))
      isCondition = false
    if (firstPersons.has(lower) && !isName[i]) isFirstPerson = true
    // “whether or not they are suspected” negates nothing.
    if (lower === 'not' && tokens[i - 1]?.lower === 'or') continue
    if (negators.has(lower) || /n[’']t$/.test(lower)) {
      negation = 4
      continue
    }
    if (negatives.has(lower) && lastVerb !== null) {
      const verb = words.get(lastVerb)
      if (verb) words.set(lastVerb, { ...verb, isNegated: !verb.isNegated })
      continue
    }
    if (isName[i]) {
      const stem = toNameStem(word.text.replace(/[’']s?$/u, ''))
      noteModel(models, stem, word, tokens[i + 1], text)
      if (!words.has(stem)) {
        const isRole = isRoleName(lower)
        add(words, {
          stem,
          kind: 'name',
          weight: isRole ? weights.common : weights.name,
          isVerb: false,
          isNegated: false,
          isOperator: false,
          isConditional: isCondition,
        })
        const before = precedes(tokens, i, isName, text)
        if (placing.has(before)) places.add(stem)
        else if (!isRole && before !== 'of' && !/[’']s?$/u.test(word.text) && !isName[i + 1])
          if (before === 'by') cast.unshift(stem)
          else cast.push(stem)
      }
      continue
    }
    const phrase = phraseAt(tokens, i, isName)
    const isVerb = phrase !== null || looksVerb(tokens, i)
    if (phrase !== null) {
      const stem = phrase.act.act
      add(words, {
        stem,
        kind: 'act',
        weight: weights.act,
        isVerb: true,
        isNegated: negation > 0,
        isOperator: phrase.act.isOperator === true && !isCondition,
        isConditional: isCondition,
      })
      negation = 0
      lastVerb = stem
      i += phrase.stems.length - 1
      continue
    }
    if (negation > 0) negation--
    if (stopWords.has(lower) || timeWords.has(lower) || /^\p{N}/u.test(lower)) continue
    const stem = toStem(lower)
    const isLight = lightVerbs.has(lower) || lightStems.has(stem)
    const isCommon = commonStems.has(stem)
    add(words, {
      stem,
      kind: 'word',
      weight: isCommon || isLight ? weights.common : weights.word,
      isVerb: isVerb && !isLight,
      isNegated: negation > 0 && !isLight,
      isOperator: false,
      isConditional: isCondition,
    })
    if (isVerb) lastVerb = stem
    if (!isLight) negation = 0
  }
  // “The ministry did not pay”, told as a denial: the “not” is the denial.
  if (report.stance === 'denies' && report.modality === 'negated')
    for (const [stem, each] of words) words.set(stem, { ...each, isNegated: false })
  const said = toNames(teller)
  if (teller !== null && said.size === 0) for (const name of toNames(report.relayed)) said.add(name)
  const named = said.size > 0 ? said : namesOf(report)
  // “he would step down”, said by Quintero, is of Quintero.
  if (/\b(?:he|she|I|my|his|her)\b/.test(text) || ofItself.test(text))
    for (const stem of named)
      if (!words.has(stem))
        add(words, {
          stem,
          kind: 'name',
          weight: weights.name,
          isVerb: false,
          isNegated: false,
          isOperator: false,
          isConditional: false,
        })
  let weight = 0
  for (const each of words.values()) weight += each.weight
  return {
    words,
    weight,
    print: tokens.map(({ lower }) => lower).join(' '),
    acts: new Set([...words.values()].filter(({ kind }) => kind === 'act').map(({ stem }) => stem)),
    cast,
    places,
    models,
    initials: findInitials(tokens, isName, text),
    figures: findFigures(text),
    isFirstPerson,
    isQuestion:
      (report.modality === 'asked' && report.stance !== 'doubts') ||
      /^(?:whether|if|what|who|how|why|when)\b/i.test(text),
    isPlanned: report.modality === 'planned' || planned.test(text),
    isModal: modal.test(text) || (isUnsure(report) && !planned.test(text)),
    isNegated:
      (isDenied && report.stance !== 'denies') ||
      (report.modality === 'negated' &&
        report.stance !== 'denies' &&
        ![...words.values()].some(({ isNegated }) => isNegated)),
    teller: teller === null ? null : said,
    speaker: new Set([...said, ...namesOf(report)]),
    tellerName: teller === null ? null : (toPersonName(teller) ?? toPersonName(report.relayed)),
    speakerName: toPersonName(report.sourceEntity) ?? toPersonName(report.source),
    role: toRole(teller ?? report.source),
    days: findDays(text, report.publishedAt),
    // The words of an event seldom hold its day.
    deniedDays:
      report.kind === 'event'
        ? cutDeniedDays(report.sentenceText.slice(0, mostCharacters), report.publishedAt).deniedDays
        : deniedDays,
  }
}

const isUnsure = ({ modality }: Report) => modality === 'conditional' || modality === 'hedged'

function add(words: Map<string, PropositionWord>, word: PropositionWord): void {
  if (!words.has(word.stem)) words.set(word.stem, word)
}

const lightStems = new Set([...lightVerbs].map(toStem))
const commonStems = new Set([...commonWords].map(toStem))

/** “Veresk said on Thursday that Quintero would be welcome”, “Arce denied that …”: what was said, and by whom. */
const reporting =
  /^(.{0,160}?)\b(said|says|told|tells|reported|reports|announced|announces|confirmed|confirms|stated|claimed|claims|insisted|insists|added|adds|signalled|signaled|denied|denies|dismissed|rejected)\b((?:\s+\S+){0,14}?)\s+(?:that\s+|(?=(?:he|she|they)\s))/su

/** “whether he would go”, “reports that he had gone”, “the army’s claim that it won”: what is doubted is behind it. */
const doubtedHead =
  /^\s{0,9}(?:whether|(?:[\p{L}’']{1,30}\s+){0,3}?(?:doubts?|claims?|reports?|ideas?|suggestions?|notions?|allegations?|assertions?|story|stories|accounts?|rumou?rs?)\s+that)\s+/iu

/** The proposition without who reports it; `teller` names who does. */
function withoutReporting({ proposition, stance }: Report) {
  const whole = proposition.slice(0, mostCharacters)
  const doubt = findDoubt(whole)
  // “she doubted that he would go”, “there is no doubt that he will” are of his going, “doubts whether”, “the claim that” too.
  const core = doubt ? whole.slice(doubt.start) : stance === 'doubts' ? whole.replace(doubtedHead, '') : whole
  const bare = core.replace(/^\s{0,9}that\s+/i, '')
  const isInside = bare.length < whole.length
  const match = reporting.exec(bare.slice(0, 400))
  // What stands before the verb must be who says it: “the plan that Veresk said that …” keeps its head.
  if (!match || /\b(?:that|which|if|when|because)\b/.test(match[1] ?? '') || /[.!?]\s/.test(match[0]))
    return { text: bare, isDenied: false, isInside, teller: null }
  return {
    text: bare.slice(match[0].length),
    isDenied: /^(?:denie|dismiss|reject)/.test(match[2] ?? ''),
    isInside: true,
    teller: match[1] ?? null,
  }
}

function toTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(token)) {
    tokens.push({
      text: match[0],
      lower:
        match[0].length > 64
          ? match[0].slice(0, 64).toLowerCase()
          : match[0].toLowerCase().replaceAll('’', "'"),
      start: match.index,
      end: match.index + match[0].length,
    })
    if (tokens.length === mostWords) break
  }
  return tokens
}

/** By token: whether it is of a name. The first word of a sentence is one when more of a name follows, or it recurs inside. */
function findNames(tokens: readonly Token[], text: string, isInside: boolean): boolean[] {
  const isCapital = tokens.map(
    ({ text: word, lower }) => /^\p{Lu}/u.test(word) && lower !== 'i' && !lower.startsWith("i'"),
  )
  return tokens.map((word, i) => {
    if (!isCapital[i]) return false
    if (timeWords.has(word.lower)) return false
    const startsSentence =
      i === 0 ? !isInside : /[.!?:“"‘—]\s*$/.test(text.slice(tokens[i - 1]?.end, word.start))
    if (!startsSentence && i > 0) return !stopWords.has(word.lower)
    if (stopWords.has(word.lower)) return false
    if (isCapital[i + 1] === true) return true
    if (/\p{Lu}.*\p{Lu}/u.test(word.text) || /[’']s$/u.test(word.text)) return true
    const stem = toStem(word.lower)
    // A word that may open a sentence as itself: “Protesters gathered.” Else “Veresk met …”: a name.
    return (
      !commonStems.has(stem) &&
      !byFirstStem.has(stem) &&
      !word.lower.endsWith('s') &&
      !word.lower.endsWith('ing')
    )
  })
}

/** The word before a name of several words and its titles: “in” for the last word of “in San Telmo”. */
function precedes(tokens: readonly Token[], i: number, isName: readonly boolean[], text: string): string {
  let k = i - 1
  while (k >= 0 && (isName[k] || tokens[k]?.lower === 'the')) {
    // “the envoy of the Federal Union, Daniel Roake”: he is not of it by that “of”.
    if (/[,;:]/.test(text.slice(tokens[k]?.end, tokens[k + 1]?.start))) return ''
    k--
  }
  return tokens[k]?.lower ?? ''
}

function looksVerb(tokens: readonly Token[], i: number): boolean {
  const lower = tokens[i]?.lower ?? ''
  const before = tokens[i - 1]?.lower ?? ''
  if (lower.length > 4 && /(?:ed|ing)$/.test(lower)) return true
  return auxiliaries.has(before) && !/ly$/.test(lower)
}

function phraseAt(tokens: readonly Token[], i: number, isName: readonly boolean[]): PhraseAct | null {
  const first = tokens[i]
  if (!first || isName[i]) return null
  for (const phrase of byFirstStem.get(toStem(first.lower)) ?? []) {
    if (phrase.stems.every((stem, k) => k === 0 || toStem(tokens[i + k]?.lower ?? '') === stem)) return phrase
  }
  return null
}

/** “GPT-6”, “Fold8”, “Flight 370”: the number is part of the name. */
function noteModel(
  models: Map<string, string>,
  stem: string,
  word: Token,
  next: Token | undefined,
  text: string,
): void {
  const inside = /^(\p{L}+)[-.]?(\p{N}+(?:[.,-]\p{N}+)*)/u.exec(word.text)
  if (inside) models.set((inside[1] ?? '').toLowerCase(), inside[2] ?? '')
  else if (
    next &&
    /^\p{N}+(?:\.\p{N}+)?$/u.test(next.text) &&
    text.slice(word.end, next.start) === ' ' &&
    word.start > 0
  )
    models.set(stem, next.text)
}

function findInitials(
  tokens: readonly Token[],
  isName: readonly boolean[],
  text: string,
): Map<string, readonly string[]> {
  const initials = new Map<string, readonly string[]>()
  for (let i = 0; i < tokens.length; i++) {
    if (!isName[i]) continue
    let to = i
    while (
      to < tokens.length &&
      isName[to] &&
      (to === i || text.slice(tokens[to - 1]?.end, tokens[to]?.start) === ' ')
    )
      to++
    if (to - i >= 2 && to - i <= 6) {
      const parts = tokens.slice(i, to)
      initials.set(
        parts.map(({ lower }) => lower[0]).join(''),
        parts.map((part) => toNameStem(part.text.replace(/[’']s?$/u, ''))),
      )
    }
    i = Math.max(i, to - 1)
  }
  return initials
}

/** “it knew of the leak”, said by a body, is of that body; “it was late”, “it would rain” are of nothing. */
const ofItself =
  /^(?:it|they) (?:had|has|have|did|does|do|ever|never|knew|know|knows|took|takes|paid|pays|held|holds|sent|sends|made|makes|gave|gives|bought|sold|built|used|uses|planned|plans|wanted|wants|needed|needs) /i

/** “ministry” of “The ministry”, by which alone nobody is known but to another telling of the same words. */
function toRole(words: string | null): string {
  const role = (words ?? '')
    .slice(0, 200)
    .trim()
    .toLowerCase()
    .replace(/^(?:the|an?)\s+/, '')
  return pronouns.has(role) ? '' : role
}

const pronouns = new Set('he she they it we i you who'.split(' '))

/** The name words of a report’s speaker, without what he is: “President Anton Veresk” is anton, veresk. */
const namesOf = ({ source, sourceEntity }: Report) => new Set([...toNames(source), ...toNames(sourceEntity)])
