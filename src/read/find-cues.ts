import type { CueFrame, Cues } from '../records/resources.ts'
import { silenceEnd } from './find-silence.ts'
import { verbAt } from './find-verb-cue.ts'
import type { FoundCue } from './found-cue.ts'
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
    if (view.lower[k] !== 'saying' || view.lower[k - 1] !== 'as') continue
    return { from: i, to: k + 1, kind: 'quoting', frames: new Set(['q', 't', 'b']), modality: 'reported' }
  }
  return null
}

function silenceAt(view: SentenceView, i: number): FoundCue | null {
  const to = silenceEnd(view, i)
  return to > i ? { from: i, to, kind: 'silence', frames: noFrames, modality: 'no-comment' } : null
}

function phraseAt(view: SentenceView, i: number, cues: Cues): FoundCue | null {
  for (const phrase of cues.phrases.get(view.lower[i] ?? '') ?? []) {
    if (!phrase.words.every((word, k) => view.lower[i + k] === word)) continue
    const kind = phrase.frames.has('source')
      ? 'source-follows'
      : /ing$/.test(phrase.words[0] ?? '') && !beForms.has(view.lower[i - 1] ?? '')
        ? 'gerund'
        : 'verb'
    return {
      from: i,
      to: i + phrase.words.length,
      kind,
      frames: phrase.frames,
      modality: phrase.modality,
      isPhrase: true,
    }
  }
  return null
}

function sourcelessAt(view: SentenceView, i: number): FoundCue | null {
  if (!sourceless.has(view.lower[i] ?? '')) return null
  return { from: i, to: i + 1, kind: 'nobody', frames: noFrames, modality: 'hedged' }
}
