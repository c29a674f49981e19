import type { Claim } from '../records/claim.ts'
import type { Origin } from '../records/origin.ts'
import type { Modality } from '../records/reading.ts'
import type { Report } from '../records/report.ts'
import type { Ledger } from './ledger.ts'
import { addReport, putTestClaims } from './put-test-claims.fixture.ts'
import { makeClaim } from './test-records.fixture.ts'

/** An event as a test thinks of it. */
export interface TestEvent {
  readonly id: string
  /** An event unless told; a statement has no type. */
  readonly kind?: Report['kind']
  readonly type?: string
  readonly actor?: string
  readonly recipient?: string
  readonly place?: string
  readonly day?: Report['day']
  readonly modality?: Modality
  /** Names of those who independently stand behind it. */
  readonly origins: readonly string[]
  /** Articles that tell it: one, unless told. */
  readonly tellings?: number
  /** How many of them, the last ones, copy the first. */
  readonly copies?: number
}

/** Puts these events as claims, each told by articles of its own. */
export async function putTestEvents(ledger: Ledger, events: readonly TestEvent[]): Promise<void> {
  const claims: Claim[] = []
  for (const event of events) {
    const reports: Report[] = []
    for (let i = 0; i < (event.tellings ?? 1); i++) {
      const { report } = await addReport(ledger, `${event.id} ${i}`)
      reports.push({
        ...report,
        kind: event.kind ?? 'event',
        proposition: event.id,
        eventType: event.kind === 'statement' ? null : (event.type ?? 'CONSULT'),
        actor: event.actor ?? null,
        recipient: event.recipient ?? null,
        place: event.place ?? null,
        day: event.day ?? null,
        modality: event.modality ?? 'fact',
      })
    }
    const copying = reports.slice(reports.length - (event.copies ?? 0))
    claims.push(
      makeClaim(event.id, reports, {
        provenance: {
          origins: event.origins.map(toOrigin),
          independent: event.origins.length,
          independentLow: event.origins.length,
          independentStrict: event.origins.length,
          nodes: [],
          edges: copying.map(({ id, articleId }) => ({
            from: id,
            to: reports[0]?.id ?? '',
            why: 'copies',
            articleId,
            span: null,
            words: null,
          })),
        },
      }),
    )
  }
  await putTestClaims(ledger, claims)
}

const toOrigin = (name: string): Origin => ({
  id: `speaker:${name}`,
  kind: 'speaker',
  name,
  country: null,
  interest: null,
  side: 'support',
  isCounted: true,
  identities: [],
  why: 'One person.',
  reports: [],
})
