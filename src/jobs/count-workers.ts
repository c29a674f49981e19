import { availableParallelism } from 'node:os'

/**
 * How many threads read a batch unless the operator says: one core is left to this thread, which collects, and to
 * the database’s, which stores; eight keep both of them busy.
 */
export const countWorkers = (): number => Math.min(Math.max(availableParallelism() - 1, 1), 8)
