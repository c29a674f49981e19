import type { Cues } from '../../records/resources.ts'
import type { SentenceView } from '../sentence-view.ts'
import { inArticle, inSentence, overlap, type Page, viewAt } from '../statement-page.ts'
import type { TokenRange } from '../token-range.ts'
import { judgeModality, topOf } from './judge-modality.ts'
import { readOperators } from './read-operators.ts'

/** Sentences behind the first that are looked at: who sets a condition sets it soon. */
const reach = 6

/**
 * The condition that a quotation sets in a later sentence than the one judged, in tokens of the article: “‘We will
 * leave,’ she said. ‘But only if they pay.’”, “‘I would come home,’ he said. ‘I would do it if they let me.’”; null for
 * none.
 *
 * A sentence of its own with a condition counts only where “I” or “we” do in both what is open: “‘We will leave,’ she
 * said. ‘If it rains, nobody will notice.’” sets none.
 */
export function findLaterCondition(
  judged: SentenceView,
  content: readonly TokenRange[],
  isPlanned: boolean,
  page: Page,
  cues: Cues,
): TokenRange | null {
  const last = content.at(-1)
  if (!last) return null
  for (let index = judged.index + 1; index <= judged.index + reach; index++) {
    const view = page.views[index]
    if (!view || view.firstToken >= last.to) return null
    const here = { from: view.firstToken, to: view.firstToken + view.words.length }
    const part = content.find((each) => overlap(each, here))
    if (!part || viewAt(page, part.from) === undefined) return null
    const range = inSentence(part, view)
    const top = topOf(view, range)
    if (isFragment(view, range, top))
      return index === judged.index + 1 ? inArticle(clauseOnly(view, range), view) : null
    if (top === -1 || !isPlanned || !isFirstPerson(view, top)) continue
    const { modality, condition } = judgeModality(view, range, cues)
    if (modality === 'conditional' && condition) return inArticle(condition, view)
  }
  return null
}

/** “But only if they pay.”: a condition and nothing else. */
function isFragment(view: SentenceView, { from }: TokenRange, top: number): boolean {
  const isClause = top !== -1 && /^(?:if|unless)$/.test(readOperators(view, top).mark)
  for (let k = from; k < Math.min(from + 6, view.wordEnd); k++) {
    if (/^(?:if|unless)$/.test(view.lower[k] ?? '')) return isClause || view.lower[k - 1] === 'only'
    if (!/^(?:[“"‘—–-]|but|and|only|and only|even)$/.test(view.lower[k] ?? '')) return false
  }
  return false
}

function clauseOnly(view: SentenceView, { from, to }: TokenRange): TokenRange {
  while (from < to - 1 && !/^(?:if|unless)$/.test(view.lower[from] ?? '')) from++
  while (to > from + 1 && /^[“”"‘’,.;:—–!?-]$/.test(view.words[to - 1] ?? '')) to--
  return { from, to }
}

/** Whether “I” or “we” do what the predicate says. */
export const isFirstPerson = (view: SentenceView, top: number) =>
  /^(?:i|we)$/.test(view.lower[readOperators(view, top).subject] ?? '')
