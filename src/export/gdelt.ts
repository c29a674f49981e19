import type { EventRow, RowActor } from './event-row.ts'
import type { EventFormat } from './format.ts'

/**
 * The 61 columns of GDELT 2.0’s event table (codebook of 2015), tab-separated, without a header, as GDELT ships it.
 *
 * What GDELT computes and we don’t claim (tone, coordinates, known groups) stays empty. `NumSources` is 1, for
 * this row tells one article; `QuadClass` follows the CAMEO root, as GDELT’s does. GDELT has no place for hedge,
 * condition, plan and denial: what is not told as having happened would look there as if it had, and is left out.
 */
export const gdelt: EventFormat = {
  name: 'gdelt',
  summary:
    'the columns of GDELT 2.0’s event table, tab-separated; only what is told as having happened, for GDELT has no other',
  mediaType: 'text/tab-separated-values',
  header: null,
  toLine: (row) => (hasHappened(row) ? toCells(row).map(writeCell).join('\t') : null),
}

const hasHappened = ({ modality, auxiliaries }: EventRow) =>
  (modality === 'fact' || modality === 'reported') && auxiliaries.every((mode) => mode === 'historical')

/** By the CAMEO root: 01 to 05 verbal and 06 to 08 material cooperation, 09 to 13 verbal and the rest material conflict. */
function quadClassOf(cameo: string | null): number | null {
  if (cameo === null) return null
  const root = Number(cameo.slice(0, 2))
  return root <= 5 ? 1 : root <= 8 ? 2 : root <= 13 ? 3 : 4
}

function toCells(row: EventRow): (string | number | null)[] {
  const day = row.when?.from ?? row.when?.to ?? row.article.publishedAt?.slice(0, 10) ?? null
  const [year = '', month = ''] = day?.split('-') ?? []
  const added = row.article.publishedAt?.replace(/\D/g, '').slice(0, 14).padEnd(14, '0') ?? null
  return [
    toNumber(row.id),
    day?.replaceAll('-', '') ?? null,
    `${year}${month}`,
    year,
    day ? fractionOf(day) : null,
    ...actorCells(row.actor),
    ...actorCells(row.recipient),
    1,
    row.cameo,
    row.cameo?.slice(0, 3) ?? null,
    row.cameo?.slice(0, 2) ?? null,
    quadClassOf(row.cameo),
    row.goldstein,
    row.evidence.length,
    1,
    1,
    null,
    ...noPlace,
    ...noPlace,
    ...(row.where ? [null, row.where.words, ...noPlace.slice(2)] : noPlace),
    added,
    row.article.url,
  ]
}

/** Type, full name, country, ADM1, ADM2, latitude, longitude, feature id. */
const noPlace = Array.from({ length: 8 }, () => null)

/** Code, name, country, known group, ethnic, two religions, three types. */
function actorCells(actor: RowActor | null): (string | null)[] {
  if (!actor) return Array.from({ length: 10 }, () => null)
  const { name, words, country, code } = actor
  const types = ((country ? code?.slice(3) : code) ?? '').match(/[A-Z]{3}/g) ?? []
  return [
    code,
    (name ?? words).toUpperCase(),
    country,
    null,
    null,
    null,
    null,
    types[0] ?? null,
    types[1] ?? null,
    types[2] ?? null,
  ]
}

/** The first 40 bits of the article’s id and the ordinal: a whole number that JavaScript and SQL hold exactly. */
function toNumber(id: string): string {
  const [article = '', ordinal = '0'] = id.split('#event-')
  return `${BigInt(`0x${article.slice(0, 10)}`)}${ordinal.padStart(3, '0')}`
}

/** GDELT counts thirty days to a month: “2025.9027” is 27 November. */
function fractionOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return (year + Math.min((month * 30 + date) / 365, 0.9999)).toFixed(4)
}

const writeCell = (cell: string | number | null): string =>
  cell === null ? '' : String(cell).replaceAll(/[\t\r\n]+/g, ' ')
