import type { CueFrame, Cues } from '../records/resources.ts'
import { asideStart } from './aside-start.ts'
import { citesAt } from './cites-at.ts'
import { silenceEnd } from './find-silence.ts'
import { unansweredAt } from './find-unanswered.ts'
import { negationBefore, verbAt } from './find-verb-cue.ts'
import type { FoundCue } from './found-cue.ts'
import { opensQuotation } from './has-complement.ts'
import { negate } from './negate-modality.ts'
import type { SentenceView } from './sentence-view.ts'
import { beForms } from './word-classes.ts'

const sourceless = new Set(['reportedly', 'allegedly', 'purportedly', 'supposedly', 'ostensibly'])
const noFrames: ReadonlySet<CueFrame> = new Set()

/** Finds the cues of a sentence, in order; where two overlap, the longer. */
export function findCues(view: SentenceView, cues: Cues): FoundCue[] {
  const found: FoundCue[] = []
  for (let i = 0; i < view.wordEnd; i++) {
    const cue =
      silenceAt(view, i) ??
      quotingAt(view, i) ??
      citingAt(view, i) ??
      puttingAt(view, i) ??
      namingAt(view, i) ??
      phraseAt(view, i, cues) ??
      sourcelessAt(view, i) ??
      verbAt(view, i, cues)
    if (!cue) continue
    found.push(cue)
    i = cue.to - 1
  }
  return found
}

/** “MTA quoted Veresk as saying”: the one quoted is the source, the one who quotes relays. */
function quotingAt(view: SentenceView, i: number): FoundCue | null {
  if (!/^(?:quoted|quotes|quoting|cited|cites)$/.test(view.lower[i] ?? '')) return null
  for (let k = i + 1; k < Math.min(view.wordEnd, i + 14); k++) {
    // “He quoted Arce: ‘The sea does not wait.’”
    if (view.lower[k] === ':' && opensQuotation(view, k + 1) && k > i + 1 && view.lower[i + 1] !== 'as')
      return { from: i, to: k + 1, kind: 'quoting', frames: new Set(['q']), modality: 'reported' }
    if (view.lower[k] !== 'saying' || view.lower[k - 1] !== 'as') continue
    return { from: i, to: k + 1, kind: 'quoting', frames: new Set(['q', 't', 'b']), modality: 'reported' }
  }
  return null
}

/** “…, quoting the ministry”, “MTA, which cited the ministry, …”; “citing” stands in the table. */
function citingAt(view: SentenceView, i: number): FoundCue | null {
  if (!citesAt(view.lower, i) || view.lower[i] === 'citing') return null
  return {
    from: i,
    to: i + 1,
    kind: 'source-follows',
    frames: new Set(['source']),
    modality: 'reported',
    isPhrase: true,
  }
}

/** “as one engineer put it”; “put the toll at 17”: what is put is the content. */
function puttingAt(view: SentenceView, i: number): FoundCue | null {
  if (!/^(?:put|puts|putting)$/.test(view.lower[i] ?? '')) return null
  if (view.lower[i + 1] === 'it' && asideStart(view, i) !== -1)
    return { from: i, to: i + 2, kind: 'aside', frames: noFrames, modality: 'reported' }
  const object = view.lower.slice(i + 1, i + 9)
  const at = object.indexOf('at')
  if (at === -1 || !object.slice(0, at).some((word) => figures.test(word))) return null
  return { from: i, to: i + 1, kind: 'verb', frames: new Set(['n']), modality: 'reported', isPhrase: true }
}

const figures =
  /^(?:number|numbers|figure|total|toll|count|cost|costs|damage|losses|price|share|rate|chance|odds)$/

/** “what Aldany calls an invasion”, “what it describes as a rescue”: a name that is somebody’s, not the outlet’s. */
function namingAt(view: SentenceView, i: number): FoundCue | null {
  const word = view.lower[i] ?? ''
  const calls = /^(?:calls|call|called|terms|termed|dubs|dubbed)$/.test(word)
  const describes = /^(?:describes|describe|described)$/.test(word) && view.lower[i + 1] === 'as'
  if (!(calls || describes) || !/^(?:\p{L}|[“"‘$\p{N}])/u.test(view.words[i + 1] ?? '')) return null
  if (calls && /^(?:on|for|off|in|to|by)$/.test(view.lower[i + 1] ?? '')) return null
  for (let k = i - 2; k >= Math.max(0, i - 8); k--) {
    if (/^[,;:.]$/.test(view.lower[k] ?? '')) return null
    if (view.lower[k] !== 'what') continue
    return { from: i, to: i + 1, kind: 'naming', frames: noFrames, modality: 'reported' }
  }
  return null
}

function silenceAt(view: SentenceView, i: number): FoundCue | null {
  const unanswered = unansweredAt(view, i)
  const to = unanswered?.to ?? silenceEnd(view, i)
  if (to === i) return null
  const cue = { from: i, to, kind: 'silence', frames: noFrames, modality: 'no-comment' } as const
  return unanswered ? { ...cue, unanswered } : cue
}

function phraseAt(view: SentenceView, i: number, cues: Cues): FoundCue | null {
  for (const phrase of cues.phrases.get(view.lower[i] ?? '') ?? []) {
    if (!phrase.words.every((word, k) => view.lower[i + k] === word)) continue
    const kind = phrase.frames.has('source')
      ? 'source-follows'
      : /ing$/.test(phrase.words[0] ?? '') && !beForms.has(view.lower[i - 1] ?? '')
        ? 'gerund'
        : 'verb'
    // “has not ruled out” leaves it open.
    const from = kind === 'verb' ? negationBefore(view, i) : i
    const modality = from < i ? negate(view.lower[i] ?? '', phrase.modality) : phrase.modality
    return { from, to: i + phrase.words.length, kind, frames: phrase.frames, modality, isPhrase: true }
  }
  return null
}

function sourcelessAt(view: SentenceView, i: number): FoundCue | null {
  if (!sourceless.has(view.lower[i] ?? '')) return null
  return { from: i, to: i + 1, kind: 'nobody', frames: noFrames, modality: 'hedged' }
}
