import { csv } from './csv.ts'
import type { EventFormat } from './format.ts'
import { gdelt } from './gdelt.ts'
import { jsonl } from './jsonl.ts'
import { plover } from './plover.ts'

/** The formats in which events leave, in the order that help shows them. */
export const eventFormats: readonly EventFormat[] = [jsonl, csv, plover, gdelt]
