import type { KnownOutlet } from '../../../src/records/outlet-profile.ts'
import { strings } from '../../strings.ts'

/** The owner of an outlet, and its family where that is named otherwise. */
export function OutletOwner({ known: { owner, family } }: { readonly known: KnownOutlet }) {
  const names = [owner, family === owner ? null : family].filter((name) => name !== null)
  return names.length === 0 ? <span className="muted">{strings.unknown}</span> : names.join('; ')
}
