import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openEngine } from '../dist/read/open-engine.js'
import { stages } from '../dist/read/stages.js'
import { loadResources } from '../dist/resources/load-resources.js'

/**
 * Scores who is who on gold records of PLOVER’s shape (JSON lines with `text`, and `source` and `target` as lists of
 * `actorText`, `code`, `sector`): for every gold actor whose words stand in the text, whether our country, or body
 * between states, is the gold one, and our role, where the gold has one. Prints every miss.
 *
 * The records are sentences without a day; roles are as the words have them.
 */
export async function score(places, { mode, say }) {
  const resources = await loadResources()
  const engine = openEngine(resources, mode)
  const tally = { actors: 0, country: 0, wrongCountry: 0, roles: 0, role: 0, wrongRole: 0, unresolved: 0 }
  for (const record of places.flatMap(readRecords)) {
    const cast = castOf(record.text, resources, engine)
    for (const gold of [...listOf(record.source), ...listOf(record.target)]) {
      const start = record.text.indexOf(gold.actorText)
      if (start === -1) continue
      tally.actors++
      const index = cast.at({ start, end: start + gold.actorText.length })
      const actor = index === null ? null : cast.list()[index]
      const code = actor?.code ?? null
      if (code === null) tally.unresolved++
      const isCountry = code !== null && baseOf(code) === plainCountry(gold.code)
      if (isCountry) tally.country++
      else if (code !== null && !code.startsWith('---')) tally.wrongCountry++
      let isRole = true
      if (gold.sector && gold.sector !== '***') {
        tally.roles++
        isRole = hasRole(code ?? '', gold.sector)
        if (isRole) tally.role++
        else if (code !== null && code.length > 3) tally.wrongRole++
      }
      if (!isCountry || !isRole)
        say(
          `${isCountry ? '      ' : 'COUNTRY'}${isRole ? '' : ' ROLE'} ${gold.actorText} | ${gold.code} ${gold.sector ?? ''} | ${code} | ${record.text.slice(0, 160)}`,
        )
    }
  }
  const percent = (part, whole) => Math.round((1000 * part) / Math.max(1, whole)) / 10
  return {
    ...tally,
    countryAccuracy: percent(tally.country, tally.actors),
    countryPrecision: percent(tally.country, tally.country + tally.wrongCountry),
    roleAccuracy: percent(tally.role, tally.roles),
    rolePrecision: percent(tally.role, tally.role + tally.wrongRole),
  }
}

function readRecords(place) {
  if (statSync(place).isDirectory())
    return readdirSync(place)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .flatMap((name) => readRecords(join(place, name)))
  return readFileSync(place, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

const listOf = (side) => (Array.isArray(side) ? side.filter(({ actorText }) => actorText) : [])

/** The gold set’s own spellings of ISO 3166. */
const spellings = { JAP: 'JPN', ITL: 'ITA', IMG: 'IGO', NGO: 'IGO' }
const plainCountry = (code) => spellings[code] ?? code
/** A body between states counts as one, whichever kind it is. */
const baseOf = (code) => (/^(?:---)?(?:IGO|NGO|NGM|IMG)/.test(code) ? 'IGO' : code.slice(0, 3))

/** Roles that name one thing in PLOVER’s and in CAMEO’s books. */
const same = { JRN: 'MED', UAF: 'REB', PTY: 'PTY', SOC: 'CVL' }
function hasRole(code, sector) {
  const parts = code.toUpperCase().match(/.{3}/g) ?? []
  const wanted = sector.slice(0, 3).toUpperCase()
  // A body between states speaks as a government does.
  if (wanted === 'GOV' && /^IGO/.test(code)) return true
  return parts.includes(wanted) || parts.includes(same[wanted] ?? wanted)
}

function castOf(text, resources, engine) {
  const article = { text, language: 'en', title: null, publishedAt: null }
  let draft = { references: [], statements: [], actors: [], events: [] }
  for (const stage of stages) {
    draft = { ...draft, ...stage.run(article, draft, resources, engine) }
    if (stage.name === 'resolve-actors') break
  }
  return draft.cast
}
