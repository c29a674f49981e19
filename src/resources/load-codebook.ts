import type {
  CameoCode,
  Codebook,
  NounMeaning,
  Operator,
  OperatorMeaning,
  PeopleKind,
  VerbMeaning,
} from '../records/codebook.ts'
import { operators } from '../records/codebook.ts'
import { eventTypes } from '../records/event-types.ts'
import { parseTable } from './parse-table.ts'

/** The tables of `data/codebook/`, without “.tsv”. */
export const codebookTables = [
  'cameo',
  'verbs',
  'nouns',
  'operators',
  'composed',
  'people',
  'things',
  'contexts',
] as const

/**
 * Builds the codebook.
 *
 * @throws {Error} naming the table and the row where a code, a class or an operator is none that the tables know.
 */
export function loadCodebook(texts: Readonly<Record<string, string>>): Codebook {
  const rowsOf = (name: (typeof codebookTables)[number]) =>
    parseTable(`codebook/${name}.tsv`, texts[name] ?? '')
  const cameo = loadCameo(rowsOf('cameo'))
  const things = new Map<string, ReadonlySet<string>>(
    rowsOf('things').map((row) => [row.class ?? '', new Set(words(row.words))]),
  )
  const known = (code: string, where: string) => {
    if (!cameo.has(code)) throw new Error(`codebook/${where}: no CAMEO code ${code} in cameo.tsv`)
    return code
  }
  const verbs = new Map<string, VerbMeaning[]>()
  for (const row of rowsOf('verbs')) {
    for (const { lemma, particle } of words(row.verbs).map(splitParticle)) {
      add(verbs, lemma, {
        particle,
        ...toNeed(row.object ?? '', things),
        recipient: list(row.recipient),
        cameo: known(row.cameo ?? '', `verbs.tsv, ${row.verbs}`),
      })
    }
  }
  const nouns = new Map<string, NounMeaning>()
  for (const row of rowsOf('nouns')) {
    for (const noun of words(row.nouns)) {
      nouns.set(noun, {
        alone: row.alone === 'yes',
        recipient: list(row.recipient),
        cameo: known(row.cameo ?? '', `nouns.tsv, ${row.nouns}`),
      })
    }
  }
  const governing = new Map<string, OperatorMeaning[]>()
  for (const row of rowsOf('operators')) {
    for (const { lemma, particle } of words(row.words).map(splitParticle)) {
      add(governing, `${row.pos} ${lemma}`, {
        operator: toOperator(row.operator ?? ''),
        particle,
        complement: list(row.complement),
        recipient: list(row.recipient),
        bare: row.bare === '-' ? null : known(row.bare ?? '', `operators.tsv, ${row.words}`),
      })
    }
  }
  const composed = new Map<Operator, Map<string, string>>()
  for (const row of rowsOf('composed')) {
    const own = composed.get(toOperator(row.operator ?? '')) ?? new Map<string, string>()
    composed.set(toOperator(row.operator ?? ''), own)
    const code =
      row.cameo === '-'
        ? ''
        : row.cameo === '='
          ? '='
          : known(row.cameo ?? '', `composed.tsv, ${row.operator}`)
    for (const inner of words(row.inner)) own.set(inner, code)
  }
  return {
    cameo,
    verbs,
    nouns,
    operators: governing,
    composed,
    people: loadPeople(rowsOf('people')),
    things,
    contexts: loadContexts(rowsOf('contexts')),
  }
}

function loadCameo(rows: readonly Readonly<Record<string, string>>[]): Map<string, CameoCode> {
  return new Map(
    rows.map((row) => {
      const type = eventTypes.find((each) => each === row.type)
      if (!type) throw new Error(`codebook/cameo.tsv: ${row.code} has no PLOVER type: ${row.type}`)
      const mode = row.mode === '-' ? null : (row.mode ?? null)
      const code = row.code ?? ''
      return [code, { code, type, mode, quadClass: Number(row.quad), goldstein: Number(row.goldstein) }]
    }),
  )
}

/** A noun that several rows have is what the first says. */
function loadPeople(rows: readonly Readonly<Record<string, string>>[]): ReadonlyMap<string, PeopleKind> {
  const people = new Map<string, PeopleKind>()
  for (const row of rows) {
    for (const noun of words(row.nouns)) if (!people.has(noun)) people.set(noun, row.kind as PeopleKind)
  }
  return people
}

function loadContexts(
  rows: readonly Readonly<Record<string, string>>[],
): ReadonlyMap<string, readonly string[]> {
  const contexts = new Map<string, string[]>()
  for (const row of rows) {
    for (const word of words(row.words)) add(contexts, word, row.context ?? '')
  }
  return contexts
}

const words = (cell: string | undefined) => (cell ?? '').split(' ').filter((word) => word !== '')
const list = (cell: string | undefined) => (cell === '-' ? [] : (cell ?? '').split(','))

/** “call_off” is the verb “call” with its particle. */
function splitParticle(word: string): { lemma: string; particle: string | null } {
  const [lemma = '', particle = null] = word.split('_')
  return { lemma, particle }
}

/** “{weapons}@at,on”: with such an object, and one of these prepositions. */
function toNeed(cell: string, things: Codebook['things']): Pick<VerbMeaning, 'object' | 'places'> {
  const [object = '', places] = cell.split('@')
  return { object: object === '' ? 'any' : toObject(object, things), places: places?.split(',') ?? null }
}

function toObject(cell: string, things: Codebook['things']): VerbMeaning['object'] {
  if (cell === 'who' || cell === 'any') return cell
  return new Set(
    cell.split(',').flatMap((part) => {
      const name = /^\{(.+)\}$/.exec(part)?.[1]
      if (name === undefined) return [part]
      const members = things.get(name)
      if (!members) throw new Error(`codebook/verbs.tsv: no class ${part} in things.tsv`)
      return [...members]
    }),
  )
}

function toOperator(cell: string): Operator {
  const operator = operators.find((each) => each === cell)
  if (!operator) throw new Error(`codebook/operators.tsv: no operator ${cell}`)
  return operator
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}
