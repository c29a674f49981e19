import type { Reading } from '../src/records/reading.ts'

export declare function findFaults(
  text: string,
  reading: Reading,
  parse: (value: unknown) => Reading,
): string[]
