/** Runs one benchmark by its name. */
const benchmarks = {
  'cold-start': './cold-start.mjs',
  collecting: './collecting.mjs',
  copies: './copies.mjs',
  desk: './desk.mjs',
  feeds: './feeds.mjs',
  extraction: './extraction.mjs',
  install: './install.mjs',
  reading: './reading.mjs',
  reprints: './reprints.mjs',
  stages: './stages.mjs',
  weighing: './weighing.mjs',
}

const [name, ...args] = process.argv.slice(2)
if (!(name in benchmarks)) {
  console.error(`Which benchmark? ${Object.keys(benchmarks).join(', ')}`)
  process.exit(2)
}
const { run } = await import(benchmarks[name])
await run(args)
