import type { Problem } from '../records/problem.ts'

/** A fault of ours in one document, as the problem that its outcome carries; the trace goes where the job says. */
export const describeFault = (error: unknown): Problem => ({
  code: 'internal-fault',
  message: `Hearsay failed on this document: ${error instanceof Error ? error.message : String(error)}`,
  advice: 'this is a fault of Hearsay; please report it with the document and the trace',
})

/** The same in weighing: the article is in the ledger and can be read there. */
export const describeWeighingFault = (error: unknown): Problem => ({
  code: 'internal-fault',
  message: `Hearsay could not weigh this article: ${error instanceof Error ? error.message : String(error)}`,
  advice:
    'it is kept without its claims, and “hearsay reweigh” tries it again; please report this fault of Hearsay with the document and the trace',
})
