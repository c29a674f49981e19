import type { Article, PublicationDate } from '../records/article.ts'
import type {
  Admission,
  FieldChange,
  SentenceChange,
  VersionDifference,
  WordEdit,
} from '../records/change.ts'
import type { Span } from '../records/span.ts'
import { alignVersions, type Range, type SentenceGroup } from './align-versions.ts'
import { compareTold } from './compare-told.ts'
import { diffWords } from './diff-words.ts'
import type { FindNotice } from './find-notice.ts'
import { findSentences } from './find-sentences.ts'
import { isSameButForStyle } from './fold-style.ts'
import { isBehindWall } from './is-behind-wall.ts'
import { toMs } from './to-ms.ts'
import type { Version } from './version.ts'

/**
 * What changed from one version of a page to the next: sentence by sentence and word by word, in what the page says of
 * itself, and in who is reported to say what. Depends on the two versions alone; some 2 ms for 1,000 words.
 */
export function compareVersions(before: Version, after: Version, findNotice: FindNotice): VersionDifference {
  const [of, by] = [toSentences(before), toSentences(after)]
  const groups = alignVersions(of, by)
  const told = groups.map((group) => toChange(of, by, group))
  const sentences = told.filter((change) => change !== null)
  const fields = compareFields(before.article, after.article)
  const admission = findAdmission(before.article, after.article, sentences, fields, findNotice)
  return {
    isTrivial: [...sentences, ...fields].every(({ isTrivial }) => isTrivial),
    isAdmitted: admission.kind === 'correction' || admission.kind === 'update',
    admission,
    fields,
    sentences,
    sameSentences: told.length - sentences.length,
    told: compareTold(before, after, sentences),
    isComparable:
      before.article.stages.join() === after.article.stages.join() &&
      isTextOfFeed(before.article) === isTextOfFeed(after.article) &&
      !isCutByWall(before.article, after.article, sentences),
  }
}

/**
 * One version is the other up to a wall: nothing is said otherwise, the one that shows a wall lacks what comes behind it.
 * Whether we were let in is what changed.
 */
function isCutByWall(before: Article, after: Article, sentences: readonly SentenceChange[]): boolean {
  const [was, is] = [isBehindWall(before), isBehindWall(after)]
  if (was === is || sentences.length === 0) return false
  const [whole, shown, lacking] = is
    ? ([before.text, after.text, 'removed'] as const)
    : ([after.text, before.text, 'added'] as const)
  const opening = squeeze(shown)
  return sentences.every(({ change }) => change === lacking) && squeeze(whole).startsWith(opening)
}

/** What a feed carries of a page is not the page: it may lack a paragraph that the page has had all the time. */
const isTextOfFeed = ({ problems }: Article): boolean => problems.some(({ code }) => code === 'text-of-feed')

interface SentencesOf {
  readonly text: string
  readonly sentences: readonly Span[]
}

const toSentences = ({ article: { text }, reading }: Version): SentencesOf => ({
  text,
  sentences: reading && reading.sentences.length > 0 ? reading.sentences : findSentences(text),
})

/** Null for what stands as it stood, to the letter. */
function toChange(
  of: SentencesOf,
  by: SentencesOf,
  { change, before, after }: SentenceGroup,
): SentenceChange | null {
  const [from, to] = [wordsOf(of, before), wordsOf(by, after)]
  if (from === null || to === null) {
    const words = from ?? to
    return {
      change: from === null ? 'added' : 'removed',
      before: from,
      after: to,
      edits: [],
      isTrivial: words === null || isSameButForStyle(words.text, ''),
    }
  }
  const isSame = change === 'same' || change === 'moved'
  if (isSame && squeeze(from.text) === squeeze(to.text))
    return change === 'same'
      ? null
      : { change: 'moved', before: from, after: to, edits: [], isTrivial: false }
  const edits: WordEdit[] = diffWords(of.text, from.span, by.text, to.span)
  return {
    change: 'changed',
    before: from,
    after: to,
    edits,
    isTrivial: change === 'same' || (change === 'changed' && isSameButForStyle(from.text, to.text)),
  }
}

function wordsOf({ text, sentences }: SentencesOf, range: Range | null) {
  if (range === null) return null
  const span = { start: sentences[range.from]?.start ?? 0, end: sentences[range.to - 1]?.end ?? 0 }
  return { span, text: text.slice(span.start, span.end) }
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

function compareFields(before: Article, after: Article): FieldChange[] {
  const changes: FieldChange[] = []
  const compare = (
    field: FieldChange['field'],
    from: string | null,
    to: string | null,
    isTrivial: boolean,
  ) => {
    if ((from ?? '') !== (to ?? '')) changes.push({ field, before: from, after: to, isTrivial })
  }
  for (const field of ['title', 'byline'] as const)
    compare(field, before[field], after[field], isSameButForStyle(before[field] ?? '', after[field] ?? ''))
  const [from, to] = [before.publishedAt, after.publishedAt]
  compare('published', from?.value ?? null, to?.value ?? null, isOneTime(from, to))
  // The time of modification changes with every change; by itself it tells nothing.
  compare('modified', before.modifiedAt?.value ?? null, after.modifiedAt?.value ?? null, true)
  return changes
}

/** The same instant in another zone, or the same day told more or less exactly. */
function isOneTime(a: PublicationDate | null, b: PublicationDate | null): boolean {
  if (a === null || b === null) return a === b
  if (toMs(a.value) === toMs(b.value)) return true
  const [short, long] = a.value.length < b.value.length ? [a.value, b.value] : [b.value, a.value]
  return a.precision !== b.precision && long.startsWith(short)
}

/** What the later page says of having been changed, that the earlier did not say. */
function findAdmission(
  before: Article,
  after: Article,
  sentences: readonly SentenceChange[],
  fields: readonly FieldChange[],
  findNotice: FindNotice,
): Admission {
  const found: Admission[] = []
  for (const { after: words, before: was } of sentences) {
    if (words === null || words.text === was?.text) continue
    const notice = findNotice(words.text)
    if (notice) found.push({ kind: notice.kind, words: words.text, span: words.span })
  }
  const old = new Set(before.dropped.map(({ text }) => squeeze(text)))
  for (const { text } of after.dropped) {
    if (old.has(squeeze(text))) continue
    for (const line of text.split('\n')) {
      const notice = findNotice(line)
      if (notice && !old.has(squeeze(line)))
        found.push({ kind: notice.kind, words: shorten(squeeze(line)), span: null })
    }
  }
  const modified = fields.find(({ field }) => field === 'modified')
  const told = found.find(({ kind }) => kind === 'correction') ?? found[0]
  if (told) return told
  return modified?.after
    ? { kind: 'time', words: modified.after, span: null }
    : { kind: 'none', words: null, span: null }
}

/** A notice is a sentence or two; what is longer is a list of them. */
const shorten = (words: string) => (words.length > 400 ? `${words.slice(0, 400)}…` : words)
