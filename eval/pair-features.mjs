import { compareReports } from '../dist/weigh/compare-reports.js'
import { findOpposition } from '../dist/weigh/find-opposition.js'
import { toProposition } from '../dist/weigh/to-proposition.js'

const denying =
  /\b(?:den(?:y|ies|ied|ial)|false|hoax|fake|untrue|debunk\w*|refut\w*|reject\w*|dismiss\w*|disput\w*|contradict\w*|baseless|bogus|rumou?rs?|fabricat\w*|not true|no evidence|unfounded|retract\w*|despite|however|although|but)\b/gi
const hedging =
  /\b(?:reportedly|allegedly|claims?|claimed|may|might|could|apparently|rumou?r\w*|unconfirmed|suspected|believed|according)\b/gi
const negating = /\b(?:not|no|never|neither|nor|without|nobody|none|nothing)\b|n[’']t\b/gi
const blaming =
  /\b(?:critici\w+|blam\w+|condemn\w*|attack\w*|accus\w+|slam\w*|blast\w*|oppos\w+|against|fail\w*|wrong|worst|bad|illegal\w*|unfair\w*|problem\w*)\b/gi
const praising =
  /\b(?:prais\w+|welcom\w+|support\w*|agree\w*|success\w*|best|good|great|win\w*|right|legal\w*|fair\w*|help\w*|strong\w*)\b/gi

const countOf = (text, pattern) => (text.match(pattern) ?? []).length

/** What `weigh/` sees between two reports, as numbers, and a few plain counts of words. */
export function findPairFeatures(a, b) {
  const { dice, contained, rare, names } = overlapOf(a, b)
  const opposition = findOpposition(a, b)
  const link = compareReports(a, b)
  const [x, y] = [a.proposition, b.proposition]
  const toneOf = (text) => countOf(text, praising) - countOf(text, blaming)
  return [
    dice,
    contained,
    rare,
    names,
    Number(link?.relation === 'same'),
    Number(link?.relation === 'against'),
    ...['polarity', 'act', 'place', 'actor', 'day', 'plan'].map((kind) => Number(opposition === kind)),
    Math.abs(countOf(x, negating) - countOf(y, negating)),
    countOf(x, denying),
    countOf(y, denying),
    countOf(x, hedging),
    countOf(y, hedging),
    Math.abs(toneOf(x) - toneOf(y)),
    toneOf(x) * toneOf(y),
    Math.log(1 + x.length),
    Math.log(1 + y.length),
  ]
}

/** Weight that two propositions share, of both and of the lighter. */
export function overlapOf(a, b) {
  const [p, q] = [a, b].map(toProposition)
  let [shared, rare, names] = [0, 0, 0]
  for (const [stem, { weight, kind }] of p.words) {
    if (!q.words.has(stem)) continue
    shared += weight
    if (weight < 0.5) continue
    if (kind === 'name') names++
    else rare++
  }
  const lighter = Math.max(0.01, Math.min(p.weight, q.weight))
  return {
    dice: (2 * shared) / Math.max(0.01, p.weight + q.weight),
    contained: Math.min(1, shared / lighter),
    rare,
    names,
  }
}
