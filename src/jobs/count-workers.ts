import { availableParallelism } from 'node:os'

/**
 * How many threads read a batch unless the operator says: one less than the cores, from 1 to 4.
 *
 * One core is for collecting and storing. Storing an article in a folder took 40 ms of the database’s thread, reading
 * it 50 to 90 ms (full mode, two busy cores, 2026-11-24): more than four readers would wait for it.
 */
export const countWorkers = (): number => Math.min(Math.max(availableParallelism() - 1, 1), 4)
