import type { Cues } from '../records/resources.ts'
import { judgeCue } from './judge-cue.ts'
import type { Attribution } from './neural/open-attribution.ts'
import type { Networks } from './neural/open-networks.ts'
import type { PlacedStatement } from './place-drafts.ts'
import type { SentenceView } from './sentence-view.ts'
import { inSentence, type Page, viewAt } from './statement-page.ts'
import type { TokenRange } from './token-range.ts'

/** Lets the networks find what an article attributes, in order of the cues. */
export function placeAttributions(page: Page, networks: Networks, cues: Cues): PlacedStatement[] {
  const { text, views } = page
  const attributions = networks.findAttributions({
    sentences: views.map(({ words }) => words),
    startsParagraph: views.map((view, i) => i === 0 || startsParagraph(text, views[i - 1], view)),
    parses: views.map(({ upos, heads, deprels }) => ({
      upos: [...upos],
      heads: [...heads],
      deprels: [...deprels],
      confidence: null,
    })),
  })
  return attributions.flatMap((attribution) => {
    const view = viewAt(page, attribution.cue.from)
    return view ? [placeAttribution(attribution, view, page, cues)] : []
  })
}

const startsParagraph = (text: string, before: SentenceView | undefined, view: SentenceView) =>
  text.slice(before?.sentence.end ?? 0, view.sentence.start).includes('\n')

function placeAttribution(
  { cue, source, content, confidence }: Attribution,
  view: SentenceView,
  page: Page,
  cues: Cues,
): PlacedStatement {
  const judged = judgeCue(view, inSentence(cue, view), cues)
  const [who] = source
  const isTold = who !== undefined && who.from < cue.from && tellsNobody(view, inSentence(cue, view))
  return {
    cue,
    source: who && !isTold ? withoutDateline(who, page) : null,
    content,
    relay: null,
    kind: isTold ? 'passive' : judged.kind,
    cueModality: judged.modality,
    isPhrase: false,
    confidence,
  }
}

/** “Residents were told to stay”: those who were told say nothing, and who told them is not named. */
const tellsNobody = (view: SentenceView, { from, to }: TokenRange) =>
  /^(?:was|were|is|are|been|being|be)(?: \w+)* (?:told|asked|ordered|urged|advised|informed|warned|instructed|reminded)$/.test(
    view.lower.slice(from, to).join(' '),
  )

/** “SELGRAD, Nov 20 (Meridian Press) - President Veresk said …”: the dateline is no part of who speaks. */
function withoutDateline(source: TokenRange, page: Page): TokenRange {
  const view = viewAt(page, source.from)
  const first = view ? view.firstToken + view.start : 0
  return source.from < first && source.to > first ? { from: first, to: source.to } : source
}
