/**
 * Runs every scorer that has floors and fails when a score is under its floor, or over its ceiling: `npm run check:floors -- DATA`.
 *
 * Floors (`floors.json`) stand a little under the last measured score, so that what was reached is not lost; they
 * move up with the scores, and down only with a reason in the commit.
 */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const [data] = process.argv.slice(2)
if (!data) {
  console.error('Usage: npm run check:floors -- DATA')
  process.exit(2)
}
const all = JSON.parse(await readFile(new URL('floors.json', import.meta.url), 'utf8'))
for (const [call, { places, floors, ceilings = {} }] of Object.entries(all)) {
  const [task, , mode = 'full'] = call.split(' ')
  const paths = places.map((place) => join(data, place))
  const missing = paths.filter((path) => !existsSync(path))
  if (missing.length > 0) {
    console.log(`skipped  ${call}: ${missing.join(', ')} is not there`)
    continue
  }
  const { score } = await import(`./${task}.mjs`)
  const scores = flatten(await score(paths, { mode, byAnnotator: false, say: () => {} }))
  for (const [name, floor] of Object.entries(floors)) {
    const reached = scores[name] ?? Number.NaN
    const holds = reached >= floor
    console.log(`${holds ? 'ok     ' : 'UNDER  '}  ${call} ${name}: ${reached} (floor ${floor})`)
    if (!holds) process.exitCode = 1
  }
  for (const [name, ceiling] of Object.entries(ceilings)) {
    const reached = scores[name] ?? Number.NaN
    const holds = reached <= ceiling
    console.log(`${holds ? 'ok     ' : 'OVER   '}  ${call} ${name}: ${reached} (ceiling ${ceiling})`)
    if (!holds) process.exitCode = 1
  }
}

function flatten(scores, prefix = '') {
  return Object.fromEntries(
    Object.entries(scores).flatMap(([name, value]) =>
      typeof value === 'object'
        ? Object.entries(flatten(value, `${prefix}${name}.`))
        : [[`${prefix}${name}`, value]],
    ),
  )
}
