import type { EventRow, RowActor } from './event-row.ts'
import type { EventFormat } from './format.ts'

/**
 * PLOVER’s JSON records (Open Event Data Alliance), one a line.
 *
 * `date` is the first day of the event, else the day of publication. Where PLOVER has no field for what we know
 * (modality, who says so, the place of the words) it stands under `hearsay`, which readers of PLOVER pass over.
 */
export const plover: EventFormat = {
  name: 'plover',
  summary: 'PLOVER JSON records, one a line',
  mediaType: 'application/jsonl',
  header: null,
  toLine: (row) =>
    JSON.stringify({
      id: row.id,
      date: row.when?.from ?? row.article.publishedAt?.slice(0, 10) ?? null,
      source: toActors(row.actor),
      target: toActors(row.recipient),
      event: row.type,
      mode: row.mode ?? '',
      context: row.contexts.join(', '),
      auxiliaryMode: row.auxiliaries,
      eventText: row.trigger?.words ?? '',
      eventLoc: row.where?.words ?? '',
      ...sizeOf(row),
      text: row.sentence?.words ?? '',
      language: row.article.language ?? '',
      publication: row.article.outlet ?? '',
      coder: 'Hearsay',
      hearsay: {
        articleId: row.article.id,
        url: row.article.url,
        publishedAt: row.article.publishedAt,
        cameo: row.cameo,
        goldstein: row.goldstein,
        modality: row.modality,
        condition: row.condition?.words ?? null,
        saidBy: row.saidBy.map(({ name, words }) => name ?? words),
        when: row.when,
        evidence: row.evidence.map(({ start, end }) => ({ start, end })),
      },
    }),
}

/** The first three letters of a code tell whose (a country, IGO, “---” for nobody’s); what follows is the sector. */
function toActors(actor: RowActor | null): { actorText: string; code: string; sector: string }[] {
  if (!actor) return []
  const { words, country, code } = actor
  return [{ actorText: words, code: code?.slice(0, 3) ?? country ?? '', sector: code?.slice(3) ?? '' }]
}

/** PLOVER counts the dead, the injured and the size of a crowd; a range gives its lower bound. */
function sizeOf({ counts }: EventRow): Record<string, number> {
  const fields = { killed: 'dead', injured: 'injured', protesters: 'size', troops: 'size' } as const
  const sizes: Record<string, number> = {}
  for (const { of, min, max } of counts) {
    const field = fields[of as keyof typeof fields]
    const size = min ?? max
    if (field && size !== null) sizes[field] = size
  }
  return sizes
}
