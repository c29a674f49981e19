import type { Problem } from '../records/problem.ts'

/** A fault of ours in one document, as the problem that its outcome carries; the trace goes where the job says. */
export const describeFault = (error: unknown): Problem => ({
  code: 'internal-fault',
  message: `Hearsay failed on this document: ${error instanceof Error ? error.message : String(error)}`,
  advice: 'this is a fault of Hearsay; please report it with the document and the trace',
})
