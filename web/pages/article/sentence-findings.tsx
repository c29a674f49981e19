import type { Article } from '../../../src/records/article.ts'
import type { Reading } from '../../../src/records/reading.ts'
import type { Span } from '../../../src/records/span.ts'
import { ModalityBadge } from '../../modality-badge.tsx'
import { strings } from '../../strings.ts'
import { ConfidenceNote } from './confidence-note.tsx'
import { type Finding, FindingList } from './finding-list.tsx'
import { PartReview } from './part-review.tsx'
import { wordsAt } from './words-at.ts'
import { type WordsActions, WordsLink } from './words-link.tsx'

/** Names, what stands for them, times and events that begin in a sentence. */
export function SentenceFindings({
  article,
  reading,
  sentence,
  actions,
}: {
  readonly article: Article
  readonly reading: Reading
  readonly sentence: Span
  readonly actions: WordsActions
}) {
  const { text } = article
  const isHere = ({ start }: Span) => sentence.start <= start && start < sentence.end
  const words = (span: Span) => <WordsLink text={text} span={span} actions={actions} />
  const names: Finding[] = reading.mentions.flatMap((mention, index) =>
    isHere(mention)
      ? [
          {
            span: mention,
            kind: strings.mentionType[mention.type],
            notes: [
              <ConfidenceNote key="confidence" confidence={mention.confidence} />,
              ...(mention.entity === null || mention.entity === wordsAt(text, mention)
                ? []
                : [`→ ${mention.entity}`]),
              ...(mention.role === null ? [] : [strings.explain.role(wordsAt(text, mention.role) ?? '')]),
              <PartReview
                key="review"
                article={article}
                reading={reading}
                part="mention"
                index={index}
                name={wordsAt(text, mention) ?? ''}
              />,
            ],
          },
        ]
      : [],
  )
  const references: Finding[] = reading.references.filter(isHere).map((reference) => {
    const mention = reading.mentions[reference.mention]
    return {
      span: reference,
      kind: strings.referenceKind[reference.kind],
      notes: mention
        ? [
            <span key="meant">→ {words(mention)}</span>,
            ...(mention.entity === null || mention.entity === wordsAt(text, mention) ? [] : [mention.entity]),
          ]
        : [],
    }
  })
  const times: Finding[] = reading.times.filter(isHere).map((time) => ({
    span: time,
    kind: strings.timeType[time.type],
    notes: [
      ...(time.timex === null ? [] : [time.timex]),
      ...(time.from === null || time.from === time.timex
        ? []
        : [time.to === time.from ? time.from : `${time.from} – ${time.to ?? ''}`]),
    ],
  }))
  const events: Finding[] = reading.events.flatMap(({ evidence, type, mode, cameo, ...event }) => {
    const [first] = evidence
    if (first === undefined || !isHere(first)) return []
    const who = [event.actor, event.recipient].map(
      (one) => one?.entity ?? wordsAt(text, one) ?? strings.unknown,
    )
    const code = cameo === null ? '' : ` · CAMEO ${cameo}`
    return {
      span: first,
      kind: `${[type, mode].filter((part) => part !== null).join(' ')}${code}`,
      notes: [who.join(' → '), <ModalityBadge key="modality" modality={event.modality} />],
    }
  })
  return (
    <>
      <FindingList heading={strings.explain.names} text={text} findings={names} actions={actions} />
      <FindingList heading={strings.explain.references} text={text} findings={references} actions={actions} />
      <FindingList heading={strings.explain.times} text={text} findings={times} actions={actions} />
      <FindingList heading={strings.explain.events} text={text} findings={events} actions={actions} />
    </>
  )
}
