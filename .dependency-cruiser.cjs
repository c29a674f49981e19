/** The walls of the house (ARCHITECTURE.md); test/import-rules.test.ts breaks each one and expects its name. */

const rooms = ['collect', 'extract', 'resources', 'read', 'weigh', 'review', 'ledger', 'export']
const doors = ['cli', 'http', 'mcp']
const tests = '\\.(test|fixture)\\.ts$'

/** Test files may build records by hand from any room; the walls hold for what runs. */
const from = (path, more = {}) => ({ path, pathNot: tests, ...more })

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'records-import-nothing',
      comment: 'records are the ground floor: they import each other, and zod to parse with',
      severity: 'error',
      from: from('^src/records/'),
      to: { pathNot: ['^src/records/', '^(node_modules/)?zod(/|$)'] },
    },
    ...rooms.map((room) => ({
      name: `${room}-knows-no-other-room`,
      comment: 'a room imports records and npm packages, never another room, a job or a door',
      severity: 'error',
      from: from(`^src/${room}/`),
      to: { path: '^src/', pathNot: ['^src/records/', `^src/${room}/`] },
    })),
    {
      name: 'read-and-weigh-are-pure',
      comment: 'they run the same in a worker, a browser tab or an executor: no Node built-ins, no packages',
      severity: 'error',
      from: from('^src/(read|weigh|review)/'),
      to: { pathNot: '^src/' },
    },
    {
      name: 'only-the-ledger-touches-a-driver',
      severity: 'error',
      from: { path: '^(src|web|eval|bench)/', pathNot: ['^src/ledger/', tests] },
      to: { path: '^(node_modules/)?(drizzle-orm|pg|@electric-sql/pglite)(/|$)' },
    },
    {
      name: 'jobs-open-no-door',
      severity: 'error',
      from: from('^src/jobs/'),
      to: { path: '^src/', pathNot: ['^src/(jobs|records)/', `^src/(${rooms.join('|')})/`] },
    },
    {
      name: 'doors-skip-no-job',
      comment: 'what collects, extracts, reads, weighs and reviews is reached through jobs',
      severity: 'error',
      from: from(`^src/(${doors.join('|')})/`),
      to: { path: '^src/(collect|extract|read|weigh|review)/' },
    },
    ...doors.map((door) => ({
      name: `${door}-opens-no-other-door`,
      comment: 'but for cli/start-server.ts, the one line that starts the HTTP door',
      severity: 'error',
      from: { path: `^src/${door}/`, pathNot: [tests, '^src/cli/start-server\\.ts$'] },
      to: { path: `^src/(${doors.filter((other) => other !== door).join('|')})/` },
    })),
    {
      name: 'web-takes-types-only',
      comment: 'the desk speaks HTTP: types of http and records, code of neither',
      severity: 'error',
      from: from('^web/'),
      to: { path: '^src/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-knows-http-and-records',
      severity: 'error',
      from: from('^web/'),
      to: { path: '^src/', pathNot: '^src/(http|records)/' },
    },
    {
      name: 'nothing-runs-from-the-workshop',
      comment: 'train, eval, bench, scripts, test and web are never imported by src',
      severity: 'error',
      from: from('^src/'),
      to: { path: '^(train|eval|bench|scripts|test|web)/' },
    },
    {
      name: 'resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: ['^dist/', '\\.css$', '\\.svg$'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
