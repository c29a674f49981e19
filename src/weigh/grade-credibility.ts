import type { Credibility } from '../records/claim.ts'
import type { Disagreement } from '../records/disagreement.ts'
import { isSupport } from '../records/is-support.ts'
import type { Origin, Provenance } from '../records/origin.ts'
import type { Report } from '../records/report.ts'

/**
 * Proposes the credibility of a claim on the Admiralty scale (NATO AJP-2.1), with the rule that led to it; never a
 * verdict on truth, which an analyst gives.
 *
 * 1 and 2 ask for independent origins, 4 and 5 for a denial or a conflict, and a doubt only keeps it from 1; a claim with no known origin cannot be judged.
 */
export function gradeCredibility(
  provenance: Provenance,
  disagreements: readonly Disagreement[],
  reports: readonly Report[],
): Credibility {
  const { origins, independent, independentLow } = provenance
  const supporters = new Set(origins.filter(({ side }) => side === 'support').map(({ id }) => identityOf(id)))
  const denying = origins.filter(({ side }) => side === 'deny')
  const deniers = denying.filter(({ id }) => !supporters.has(identityOf(id)))
  const [conflict] = disagreements.filter(
    ({ kind, isUpdate }) => !isUpdate && kind !== 'denial' && kind !== 'doubt',
  )
  const supporting = reports.filter(isSupport)
  const doubters = origins.filter(({ side }) => side === 'doubt')
  const isHedged =
    supporting.length > 0 &&
    supporting.every(({ modality }) => modality === 'hedged' || modality === 'conditional')
  const many = `${independent} independent origins`
  const denied = `${namesOf(deniers)} ${deniers.length === 1 ? 'denies' : 'deny'} it`
  const doubted = `${namesOf(doubters)} ${doubters.length === 1 ? 'doubts' : 'doubt'} it`
  if (independent === 0)
    return {
      grade: 6,
      rule: 'No known origin stands behind it, so that it cannot be judged.',
    }
  if (denying.length > deniers.length && independent === 1)
    return { grade: 4, rule: 'Doubtful, proposed: its one origin also denies it.' }
  if (deniers.length > 0) {
    if (independent >= 2 && deniers.length < independent)
      return { grade: 3, rule: `Possibly true, proposed: ${many}, but ${denied}.` }
    if (independent >= 2)
      return { grade: 4, rule: `Doubtful, proposed: ${many}, and as many deny: ${denied}.` }
    if (isHedged || deniers.length > 1)
      return {
        grade: 5,
        rule: `Improbable, proposed: one origin${isHedged ? ', hedged by all who tell it' : ''}, and ${denied}.`,
      }
    return { grade: 4, rule: `Doubtful, proposed: one origin, and ${denied}.` }
  }
  if (conflict) {
    const what = `reports disagree on the ${conflict.kind === 'polarity' ? 'act' : conflict.kind}`
    if (independent >= 2) return { grade: 2, rule: `Probably true, proposed: ${many}, but ${what}.` }
    return {
      grade: isHedged ? 4 : 3,
      rule: `${isHedged ? 'Doubtful' : 'Possibly true'}, proposed: one origin, and ${what}.`,
    }
  }
  if (independent >= 2) {
    if (isHedged) return { grade: 3, rule: `Possibly true, proposed: ${many}, each hedged.` }
    // Nobody stands against it, and yet it is not unquestioned.
    if (doubters.length > 0) return { grade: 2, rule: `Probably true, proposed: ${many}, but ${doubted}.` }
    // If all unnamed sources were the same people, there would be one origin.
    if (independentLow < 2)
      return {
        grade: 2,
        rule: `Probably true, proposed: ${many}, though the unnamed among them may be the same people.`,
      }
    return { grade: 1, rule: `Confirmed by other sources, proposed: ${many}, and no denial found here.` }
  }
  if (isHedged) return { grade: 4, rule: 'Doubtful, proposed: one origin, hedged by all who tell it.' }
  if (doubters.length > 0) return { grade: 3, rule: `Possibly true, proposed: one origin, and ${doubted}.` }
  return { grade: 3, rule: 'Possibly true, proposed: one origin; no confirmation and no denial found here.' }
}

const namesOf = (origins: readonly Origin[]) =>
  origins
    .map(({ name }) => name ?? 'an unnamed source')
    .slice(0, 2)
    .join(' and ')

/** Who an origin is, on whichever side. */
const identityOf = (id: string) => id.replace(/^(?:support|deny|doubt) /, '')
