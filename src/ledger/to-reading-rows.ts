import type { Article } from '../records/article.ts'
import type { Event, Reading, Sentence, Statement } from '../records/reading.ts'
import type { Span } from '../records/span.ts'
import type { event, mention, statement, timeExpression } from './schema.ts'

/** A reading as rows, each with the words that it points at. */
export interface ReadingRows {
  readonly mentions: (typeof mention.$inferInsert)[]
  readonly times: (typeof timeExpression.$inferInsert)[]
  readonly statements: (typeof statement.$inferInsert)[]
  readonly events: (typeof event.$inferInsert)[]
}

/** @throws {RangeError} when a span does not lie in the article’s text: such a row could never be shown. */
export function toReadingRows(article: Article, readingId: string, reading: Reading): ReadingRows {
  const { text } = article
  const wordsOf = (span: Span) => {
    if (span.start > span.end || span.end > text.length) {
      throw new RangeError(
        `The span ${span.start}-${span.end} does not lie in the text of article ${article.id} (${text.length} units).`,
      )
    }
    return text.slice(span.start, span.end)
  }
  // “We will stay,” he said, “until spring.” gives: “We will stay,” … “until spring.”
  const wordsOfAll = (spans: readonly Span[]) => spans.map(wordsOf).join(' … ')
  for (const sentence of reading.sentences) wordsOf(sentence)

  const toStatementRow = (statement: Statement, ordinal: number): ReadingRows['statements'][number] => {
    const { source, cue, content, contentParts, via, condition } = statement
    const sentence = reading.sentences[statement.sentence] ?? cue
    return {
      readingId,
      ordinal,
      sourceStart: source?.start ?? null,
      sourceEnd: source?.end ?? null,
      sourceWords: source && wordsOf(source),
      cueStart: cue.start,
      cueEnd: cue.end,
      cueWords: wordsOf(cue),
      contentStart: content?.start ?? null,
      contentEnd: content?.end ?? null,
      proposition: content && (contentParts.length > 0 ? wordsOfAll(contentParts) : wordsOf(content)),
      kind: statement.kind,
      viaStart: via?.start ?? null,
      viaEnd: via?.end ?? null,
      viaWords: via && wordsOf(via),
      nestedIn: statement.nestedIn,
      modality: statement.modality,
      conditionStart: condition?.start ?? null,
      conditionEnd: condition?.end ?? null,
      sentenceStart: sentence.start,
      sentenceEnd: sentence.end,
      sentenceWords: wordsOf(sentence),
      sourceEntity: statement.sourceEntity,
      confidence: statement.confidence,
    }
  }

  const toEventRow = (event: Event, ordinal: number): ReadingRows['events'][number] => {
    const { actor, recipient, when, where, condition, evidence } = event
    const [first] = evidence
    const sentence = first === undefined ? null : (sentenceAt(reading.sentences, first.start) ?? first)
    return {
      readingId,
      ordinal,
      type: event.type,
      mode: event.mode,
      cameo: event.cameo,
      actorStart: actor?.start ?? null,
      actorEnd: actor?.end ?? null,
      actorWords: actor && wordsOf(actor),
      actorEntity: actor?.entity ?? null,
      actorCountry: actor?.country ?? null,
      actorCode: actor?.code ?? null,
      recipientStart: recipient?.start ?? null,
      recipientEnd: recipient?.end ?? null,
      recipientWords: recipient && wordsOf(recipient),
      recipientEntity: recipient?.entity ?? null,
      recipientCountry: recipient?.country ?? null,
      recipientCode: recipient?.code ?? null,
      firstDay: when?.from ?? null,
      lastDay: when?.to ?? null,
      dayPrecision: when?.precision ?? null,
      placeStart: where?.start ?? null,
      placeEnd: where?.end ?? null,
      placeWords: where && wordsOf(where),
      modality: event.modality,
      conditionStart: condition?.start ?? null,
      conditionEnd: condition?.end ?? null,
      statement: event.statement,
      evidence,
      evidenceStart: first === undefined ? null : Math.min(...evidence.map((span) => span.start)),
      evidenceEnd: first === undefined ? null : Math.max(...evidence.map((span) => span.end)),
      proposition: first === undefined ? null : wordsOfAll(evidence),
      sentenceStart: sentence?.start ?? null,
      sentenceEnd: sentence?.end ?? null,
      sentenceWords: sentence && wordsOf(sentence),
    }
  }

  return {
    mentions: reading.mentions.map((mention, ordinal) => ({
      readingId,
      ordinal,
      spanStart: mention.start,
      spanEnd: mention.end,
      words: wordsOf(mention),
      type: mention.type,
      entity: mention.entity,
      roleStart: mention.role?.start ?? null,
      roleEnd: mention.role?.end ?? null,
      roleWords: mention.role && wordsOf(mention.role),
      confidence: mention.confidence,
    })),
    times: reading.times.map((time, ordinal) => ({
      readingId,
      ordinal,
      spanStart: time.start,
      spanEnd: time.end,
      words: wordsOf(time),
      type: time.type,
      timex: time.timex,
      firstDay: time.from,
      lastDay: time.to,
    })),
    statements: reading.statements.map(toStatementRow),
    events: reading.events.map(toEventRow),
  }
}

const sentenceAt = (sentences: readonly Sentence[], place: number) =>
  sentences.find((sentence) => sentence.start <= place && place < sentence.end)
